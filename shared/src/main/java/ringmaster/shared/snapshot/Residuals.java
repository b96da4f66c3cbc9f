package ringmaster.shared.snapshot;

/**
 * Magnitudes of residuals as symbols: exact to 7, then two buckets per octave, in each of which the
 * low bits say which it is.
 */
final class Residuals {
  /** So many for 24 bits, the widest field. */
  static final int MAX_SYMBOLS = symbol((1 << 24) - 1) + 1;

  static final int EXACT = 8;
  private static final int EXACT_BITS = 3;

  private Residuals() {}

  /** The symbol of a magnitude of at least 0. */
  static int symbol(int magnitude) {
    if (magnitude < EXACT) {
      return magnitude;
    }
    int octave = 31 - Integer.numberOfLeadingZeros(magnitude);
    int half = magnitude >>> octave - 1 & 1;
    return EXACT + (octave - EXACT_BITS) * 2 + half;
  }

  /** How many low bits tell the magnitudes of a symbol apart. */
  static int lowBits(int symbol) {
    return symbol < EXACT ? 0 : (symbol - EXACT >>> 1) + EXACT_BITS - 1;
  }

  /** The least magnitude of a symbol. */
  static int base(int symbol) {
    return symbol < EXACT ? symbol : 2 + (symbol - EXACT & 1) << lowBits(symbol);
  }
}
