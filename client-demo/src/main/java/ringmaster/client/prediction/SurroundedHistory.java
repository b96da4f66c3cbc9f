package ringmaster.client.prediction;

import java.util.Arrays;
import java.util.Objects;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Surroundings;
import ringmaster.shared.snapshot.SnapshotHeader;

/** What was predicted for the last ticks, bit for bit: to go on from any of them again. */
final class SurroundedHistory {
  /** Ticks kept, a power of two: no longer way is replayed with what surrounds the body. */
  static final int SIZE = 64;

  private static final int MASK = SIZE - 1;

  private final int[] ticks = new int[SIZE];
  private final int[][] words = new int[SIZE][SnapshotHeader.MAX_OWNER_WORDS];
  private final int[][] rows;

  SurroundedHistory(Surroundings surroundings) {
    rows = new int[SIZE][surroundings.words()];
    Arrays.fill(ticks, -1);
  }

  void put(int tick, Prediction predicted) {
    ticks[tick & MASK] = tick;
    predicted.write(words[tick & MASK], 0);
    around(predicted).write(rows[tick & MASK], 0);
  }

  boolean contains(int tick) {
    return ticks[tick & MASK] == tick;
  }

  /**
   * Makes a prediction what it was after a tick that is contained.
   *
   * @param ownerWords what the own body and what it touched were, or should have been
   */
  void get(int tick, int[] ownerWords, Prediction into) {
    around(into).load(rows[tick & MASK], 0);
    into.load(ownerWords, 0);
  }

  /** The owner words of a tick that is contained. */
  int[] words(int tick) {
    return words[tick & MASK];
  }

  private static Surroundings around(Prediction prediction) {
    return Objects.requireNonNull(prediction.surroundings());
  }
}
