package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.Rng;
import ringmaster.shared.state.StateFormatException;

final class SkirmishDeterminismTest {
  @ParameterizedTest
  @ValueSource(ints = {8, 64})
  void twoMatchesOfTheSameCommandsAreTheSameInEveryTick(int players) {
    SkirmishMatch one = SkirmishMatch.full(players, 5);
    SkirmishMatch two = SkirmishMatch.full(players, 5);
    Rng rngOne = new Rng(6);
    Rng rngTwo = new Rng(6);
    for (int tick = 0; tick < 1_000; tick++) {
      one.setRandom(rngOne);
      two.setRandom(rngTwo);
      one.step();
      two.step();
      assertEquals(one.hash(), two.hash(), "tick " + tick);
    }
  }

  /**
   * Bits that every machine must reach. If they change on purpose, so does the outcome of every
   * journal and replay: raise {@link Skirmish#version}.
   */
  @ParameterizedTest
  @CsvSource({"8, c53df1bdd9c0d3a4", "64, 8f563cc82bb1bd21"})
  void aThousandTicksLeadToTheHashOnRecord(int players, String hash) {
    SkirmishMatch match = SkirmishMatch.full(players, 42);
    Rng rng = new Rng(43);
    for (int tick = 0; tick < 1_000; tick++) {
      match.setRandom(rng);
      match.step();
    }
    assertEquals(hash, Long.toHexString(match.hash()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aMatchRestoredAnywhereGoesOnTheSame(long seed) {
    Rng rng = new Rng(seed);
    SkirmishMatch match = SkirmishMatch.full(8, seed);
    Rng commands = new Rng(seed + 1);
    int ticks = 100 + rng.nextInt(900);
    for (int tick = 0; tick < ticks; tick++) {
      match.setRandom(commands);
      match.step();
    }
    SkirmishMatch restored = SkirmishMatch.full(8, seed);
    restored.restore(match.save());
    Rng twin = new Rng(0);
    twin.restore(commands.state());
    for (int seat = 0; seat < 8; seat++) {
      restored.set(seat, match.command(seat));
      restored.setRewind(seat, match.rewindSixteenths(seat));
    }
    for (int tick = 0; tick < 500; tick++) {
      assertEquals(match.hash(), restored.hash(), "seed " + seed + ", " + tick + " after " + ticks);
      match.setRandom(commands);
      restored.setRandom(twin);
      match.step();
      restored.step();
    }
  }

  /** Teams, sudden death, and with it all that begins anew or ends with a phase. */
  @ParameterizedTest
  @ValueSource(ints = {60, 119, 121, 400, 640, 700})
  void aTeamMatchRestoredInAnyPhaseGoesOnTheSame(int ticks) {
    SkirmishMatch match = phases();
    Rng rng = new Rng(ticks);
    for (int tick = 0; tick < ticks; tick++) {
      match.setRandom(rng);
      match.step();
    }
    SkirmishMatch restored = phases();
    restored.restore(match.save());
    assertEquals(match.simulation.phase(), restored.simulation.phase());
    for (int tick = 0; tick < 1_400; tick++) {
      match.setRandom(rng);
      restored.setAll(match::command);
      for (int seat = 0; seat < match.players(); seat++) {
        restored.setRewind(seat, match.rewindSixteenths(seat));
      }
      match.step();
      restored.step();
      assertEquals(match.hash(), restored.hash(), tick + " after " + ticks);
    }
    assertEquals(Phase.OVER, match.simulation.phase());
  }

  /** Two seconds of warm-up, eight of play, at most two of overtime, and all seats taken. */
  private static SkirmishMatch phases() {
    GameMap map = SkirmishMatch.map("yard");
    SkirmishMatch match =
        new SkirmishMatch(
            map,
            SkirmishMatch.settings(map, 8, 60, 8, 3)
                .with(Skirmish.TEAMS, 2)
                .with(MatchTimer.WARM_UP, 2)
                .with(MatchTimer.OVERTIME, 2));
    match.joinAll();
    return match;
  }

  @Test
  void everyChangedByteOfASavedMatchIsRefusedOrChangesTheHash() {
    SkirmishMatch match = SkirmishMatch.full(8, 7);
    Rng rng = new Rng(8);
    for (int tick = 0; tick < 300; tick++) {
      match.setRandom(rng);
      match.step();
    }
    byte[] saved = match.save();
    long hash = match.hash();
    SkirmishMatch other = SkirmishMatch.full(8, 7);
    for (int i = 0; i < saved.length; i++) {
      byte[] changed = saved.clone();
      changed[i] ^= (byte) (1 << rng.nextInt(8));
      try {
        other.restore(changed);
      } catch (StateFormatException e) {
        continue;
      }
      assertNotEquals(hash, other.hash(), "byte " + i);
    }
  }

  @Test
  void aSavedMatchWithBytesMissingOrLeftOverIsRefused() {
    SkirmishMatch match = SkirmishMatch.full(8, 7);
    byte[] saved = match.save();
    assertThrows(
        StateFormatException.class, () -> match.restore(Arrays.copyOf(saved, saved.length - 1)));
    assertThrows(
        StateFormatException.class, () -> match.restore(Arrays.copyOf(saved, saved.length + 1)));
  }
}
