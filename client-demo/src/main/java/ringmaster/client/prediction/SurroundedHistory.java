package ringmaster.client.prediction;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
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
   * @param told what the own body and what it touched really were; null if they were just so
   */
  void get(int tick, int @Nullable [] told, Prediction into) {
    around(into).load(rows[tick & MASK], 0);
    into.load(told == null ? words[tick & MASK] : told, 0);
  }

  /** Simulates the own body alone from now on. */
  void leaveOut(Prediction prediction) {
    around(prediction).clear();
  }

  /** Shows a prediction what a snapshot does; returns whether that is other than predicted. */
  boolean see(Prediction prediction, EntityFrame seen, IntPredicate upToDate, int ownSlot) {
    if (prediction.alive()) {
      return around(prediction).see(seen, upToDate, ownSlot);
    }
    leaveOut(prediction);
    return false;
  }

  private static Surroundings around(Prediction prediction) {
    return Objects.requireNonNull(prediction.surroundings());
  }
}
