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
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateFormatException;

final class ScrumDeterminismTest {
  @ParameterizedTest
  @ValueSource(ints = {10, 16})
  void twoMatchesOfTheSameCommandsAreTheSameInEveryTick(int players) {
    ScrumMatch one = ScrumMatch.full(players, 5);
    ScrumMatch two = ScrumMatch.full(players, 5);
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
   * journal and replay: raise {@link Scrum#version}.
   */
  @ParameterizedTest
  @CsvSource({"10, 8c896b0c385ca373", "16, a117018721e798db"})
  void aThousandTicksLeadToTheHashOnRecord(int players, String hash) {
    ScrumMatch match = ScrumMatch.full(players, 42);
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
    ScrumMatch match = ScrumMatch.full(10, seed);
    Rng commands = new Rng(seed + 1);
    int ticks = 100 + rng.nextInt(900);
    for (int tick = 0; tick < ticks; tick++) {
      match.setRandom(commands);
      match.step();
    }
    ScrumMatch restored = ScrumMatch.full(10, seed);
    restored.restore(match.save());
    Rng twin = new Rng(0);
    twin.restore(commands.state());
    for (int seat = 0; seat < 10; seat++) {
      restored.set(seat, match.command(seat));
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
    ScrumMatch match = ScrumMatch.full(10, 7);
    Rng rng = new Rng(8);
    for (int tick = 0; tick < 300; tick++) {
      match.setRandom(rng);
      match.step();
    }
    byte[] saved = match.save();
    long hash = match.hash();
    ScrumMatch other = ScrumMatch.full(10, 7);
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

  /** Hands out the blocks of a burst from the last to the first, each on another lane. */
  private static final class Backwards implements Workers {
    private static final int LANES = 3;

    @Override
    public int lanes() {
      return LANES;
    }

    @Override
    public void begin() {}

    @Override
    public void run(Stage stage, int blocks) {
      for (int block = blocks - 1; block >= 0; block--) {
        stage.block(block, block % LANES);
      }
    }

    @Override
    public void end() {}
  }

  @Test
  void nothingDependsOnTheWorkers() {
    ScrumMatch alone = ScrumMatch.full(16, 9);
    ScrumMatch shared = ScrumMatch.full(16, 9);
    Workers workers = new Backwards();
    Rng rngAlone = new Rng(10);
    Rng rngShared = new Rng(10);
    for (int tick = 0; tick < 1_000; tick++) {
      alone.setRandom(rngAlone);
      shared.setRandom(rngShared);
      alone.step();
      shared.simulation.tick(shared, workers);
      assertEquals(alone.hash(), shared.hash(), "tick " + tick);
    }
  }

  @Test
  void aSavedMatchWithBytesMissingOrLeftOverIsRefused() {
    ScrumMatch match = ScrumMatch.full(10, 7);
    byte[] saved = match.save();
    assertThrows(
        StateFormatException.class, () -> match.restore(Arrays.copyOf(saved, saved.length - 1)));
    assertThrows(
        StateFormatException.class, () -> match.restore(Arrays.copyOf(saved, saved.length + 1)));
  }
}
