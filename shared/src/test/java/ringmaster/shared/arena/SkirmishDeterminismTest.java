package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
  @CsvSource({"8, ada946838e3b1d68", "64, edbdfb7b936e0770"})
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
