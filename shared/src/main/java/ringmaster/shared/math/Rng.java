package ringmaster.shared.math;

/**
 * Seeded pseudo-random numbers with 64 bits of state, the same on every machine.
 *
 * <p>SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA
 * 2014). The whole generator is one {@code long}, so a match saves it like any other column.
 */
public final class Rng {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public Rng(long seed) {
    state = seed;
  }

  /** The whole generator, to be saved and hashed. */
  public long state() {
    return state;
  }

  public void restore(long savedState) {
    state = savedState;
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, bound). {@code bound} is at least 1; the bias is below bound / 2^32. */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Uniform in [0, 1), a multiple of 2^-24. */
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  /** Uniform in [low, high). */
  public float nextFloat(float low, float high) {
    return low + (high - low) * nextFloat();
  }

  /** True with the given probability in [0, 1]. */
  public boolean nextBoolean(float probability) {
    return nextFloat() < probability;
  }

  /** A bijective scramble of 64 bits: independent seeds out of a seed and an index. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
