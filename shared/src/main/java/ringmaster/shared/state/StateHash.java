package ringmaster.shared.state;

import ringmaster.shared.math.Rng;

/**
 * A 64-bit hash of state, in one pass and without allocation.
 *
 * <p>Multiply and rotate per 32-bit word, a bijection of the running hash for each word, so that a
 * change of any single word always changes the result; the finisher is {@code SplitMix64}'s. It
 * detects divergence; it does not resist an adversary.
 *
 * <p>Of the long columns four words at a time go into four hashes side by side, the running one
 * among them, which takes in the others at the end: one after the other, each word would wait for
 * the multiplications of the one before, and hashing would be a third of what a match's tick costs.
 */
public final class StateHash implements StateVisitor {
  private static final long SEED = 0x52494E474D415354L; // "RINGMAST"
  private static final long WORD_MULTIPLIER = 0x9E3779B185EBCA87L;
  private static final long STATE_MULTIPLIER = 0xC2B2AE3D27D4EB4FL;

  /** Words of a column that are hashed side by side. */
  private static final int LANES = 4;

  private long hash = SEED;

  public StateHash reset() {
    hash = SEED;
    return this;
  }

  /** The hash of all that was visited since the last reset. */
  public long value() {
    return Rng.mix(hash);
  }

  private void word(int value) {
    hash = mixed(hash, value);
  }

  /** A bijection of either argument while the other stays. */
  private static long mixed(long hash, long value) {
    return Long.rotateLeft(hash ^ (value * WORD_MULTIPLIER), 29) * STATE_MULTIPLIER;
  }

  @Override
  public int int32(int value) {
    word(value);
    return value;
  }

  @Override
  public long int64(long value) {
    word((int) value);
    word((int) (value >>> 32));
    return value;
  }

  @Override
  public float float32(float value) {
    word(Float.floatToRawIntBits(value));
    return value;
  }

  @Override
  public boolean bool(boolean value) {
    word(value ? 1 : 0);
    return value;
  }

  @Override
  public void ints(int[] column, int count) {
    int whole = count & -LANES;
    long lane1 = SEED;
    long lane2 = WORD_MULTIPLIER;
    long lane3 = STATE_MULTIPLIER;
    long lane0 = hash;
    for (int i = 0; i < whole; i += LANES) {
      lane0 = mixed(lane0, column[i]);
      lane1 = mixed(lane1, column[i + 1]);
      lane2 = mixed(lane2, column[i + 2]);
      lane3 = mixed(lane3, column[i + 3]);
    }
    if (whole > 0) {
      hash = mixed(mixed(mixed(lane0, lane1), lane2), lane3);
    }
    for (int i = whole; i < count; i++) {
      word(column[i]);
    }
  }

  @Override
  public void longs(long[] column, int count) {
    for (int i = 0; i < count; i++) {
      int64(column[i]);
    }
  }

  @Override
  public void floats(float[] column, int count) {
    int whole = count & -LANES;
    long lane1 = SEED;
    long lane2 = WORD_MULTIPLIER;
    long lane3 = STATE_MULTIPLIER;
    long lane0 = hash;
    for (int i = 0; i < whole; i += LANES) {
      lane0 = mixed(lane0, Float.floatToRawIntBits(column[i]));
      lane1 = mixed(lane1, Float.floatToRawIntBits(column[i + 1]));
      lane2 = mixed(lane2, Float.floatToRawIntBits(column[i + 2]));
      lane3 = mixed(lane3, Float.floatToRawIntBits(column[i + 3]));
    }
    if (whole > 0) {
      hash = mixed(mixed(mixed(lane0, lane1), lane2), lane3);
    }
    for (int i = whole; i < count; i++) {
      word(Float.floatToRawIntBits(column[i]));
    }
  }

  @Override
  public void bytes(byte[] column, int count) {
    for (int i = 0; i < count; i++) {
      word(column[i]);
    }
  }
}
