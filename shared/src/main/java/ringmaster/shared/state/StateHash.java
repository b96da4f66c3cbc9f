package ringmaster.shared.state;

import ringmaster.shared.math.Rng;

/**
 * A 64-bit hash of state, in one pass and without allocation.
 *
 * <p>Multiply and rotate per 32-bit word, a bijection of the running hash for each word, so that a
 * change of any single word always changes the result; the finisher is {@code SplitMix64}'s. It
 * detects divergence; it does not resist an adversary.
 */
public final class StateHash implements StateVisitor {
  private static final long SEED = 0x52494E474D415354L; // "RINGMAST"
  private static final long WORD_MULTIPLIER = 0x9E3779B185EBCA87L;
  private static final long STATE_MULTIPLIER = 0xC2B2AE3D27D4EB4FL;

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
    hash = Long.rotateLeft(hash ^ (value * WORD_MULTIPLIER), 29) * STATE_MULTIPLIER;
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
    for (int i = 0; i < count; i++) {
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
    for (int i = 0; i < count; i++) {
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
