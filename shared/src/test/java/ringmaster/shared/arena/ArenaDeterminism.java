package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateFormatException;

/** What holds for the matches of every game of tanks. */
abstract class ArenaDeterminism<M extends ArenaMatch<?>> {
  private final int fewPlayers;
  private final int manyPlayers;

  ArenaDeterminism(int fewPlayers, int manyPlayers) {
    this.fewPlayers = fewPlayers;
    this.manyPlayers = manyPlayers;
  }

  /** A new match with all its seats taken. */
  abstract M full(int players, long seed);

  /** Plays on with random commands. */
  final M play(M match, int ticks, Rng rng) {
    for (int tick = 0; tick < ticks; tick++) {
      match.setRandom(rng);
      match.step();
    }
    return match;
  }

  final String hashOfAThousandTicks(int players) {
    return Long.toHexString(play(full(players, 42), 1_000, new Rng(43)).hash());
  }

  /** Steps a match and its twin under the same commands, and compares them before each tick. */
  final void assertGoOnTheSame(M match, M twin, int ticks, Rng rng, String where) {
    for (int tick = 0; tick < ticks; tick++) {
      assertEquals(match.hash(), twin.hash(), where + ", tick " + tick);
      match.setRandom(rng);
      twin.setAsIn(match);
      match.step();
      twin.step();
    }
  }

  @Test
  void twoMatchesOfTheSameCommandsAreTheSameInEveryTick() {
    for (int players : new int[] {fewPlayers, manyPlayers}) {
      assertGoOnTheSame(
          full(players, 5), full(players, 5), 1_000, new Rng(6), players + " players");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aMatchRestoredAnywhereGoesOnTheSame(long seed) {
    int ticks = 100 + new Rng(seed).nextInt(900);
    Rng rng = new Rng(seed + 1);
    M match = play(full(fewPlayers, seed), ticks, rng);
    M restored = full(fewPlayers, seed);
    restored.restore(match.save());
    restored.setAsIn(match);
    assertGoOnTheSame(match, restored, 500, rng, "seed " + seed + ", after " + ticks);
  }

  @Test
  void everyChangedByteOfASavedMatchIsRefusedOrChangesTheHash() {
    Rng rng = new Rng(8);
    M match = play(full(fewPlayers, 7), 300, rng);
    byte[] saved = match.save();
    long hash = match.hash();
    M other = full(fewPlayers, 7);
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
    M match = full(fewPlayers, 7);
    byte[] saved = match.save();
    assertThrows(
        StateFormatException.class, () -> match.restore(Arrays.copyOf(saved, saved.length - 1)));
    assertThrows(
        StateFormatException.class, () -> match.restore(Arrays.copyOf(saved, saved.length + 1)));
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
    M alone = full(manyPlayers, 9);
    M shared = full(manyPlayers, 9);
    Workers workers = new Backwards();
    Rng rng = new Rng(10);
    for (int tick = 0; tick < 1_000; tick++) {
      alone.setRandom(rng);
      shared.setAsIn(alone);
      alone.step();
      shared.step(workers);
      assertEquals(alone.hash(), shared.hash(), "tick " + tick);
    }
  }
}
