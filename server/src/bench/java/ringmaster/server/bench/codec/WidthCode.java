package ringmaster.server.bench.codec;

import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * A number of at least 0 in one of up to three widths, chosen by exhaustive search for the least
 * bits of what was met:
 *
 * <pre>
 * bits     field
 *  1       if flagged: whether it is other than 0; if not, that is all
 *  1       if there are two widths or three: wider than the first
 *  1       if that and there are three: wider than the second
 *  width   the number
 * </pre>
 *
 * @param flagged whether 0 has a bit of its own
 * @param small the first width; as wide as {@code full} if there is but one
 * @param medium the second; as wide as {@code full} if there are but two
 * @param full wide enough for all
 */
record WidthCode(boolean flagged, int small, int medium, int full) {
  /**
   * The best for what was met.
   *
   * @param counts how often a number had so many bits
   * @param full bits that the largest number may have
   */
  static WidthCode best(long[] counts, int full) {
    WidthCode best = new WidthCode(false, full, full, full);
    for (int small = 0; small <= full; small++) {
      for (int medium = small; medium <= full; medium++) {
        for (int flagged = 0; flagged < 2; flagged++) {
          WidthCode code = new WidthCode(flagged == 1, small, medium, full);
          best = code.cost(counts) < best.cost(counts) ? code : best;
        }
      }
    }
    return best;
  }

  private long cost(long[] counts) {
    long cost = 0;
    for (int bits = 0; bits < counts.length; bits++) {
      cost += counts[bits] * length(bits);
    }
    return cost;
  }

  /** Bits that a number of so many takes. */
  private int length(int bits) {
    if (flagged && bits == 0) {
      return 1;
    }
    int head = flagged ? 1 : 0;
    if (small == full) {
      return head + full;
    }
    if (bits <= small) {
      return head + 1 + small;
    }
    if (medium == full) {
      return head + 1 + full;
    }
    return head + 2 + (bits <= medium ? medium : full);
  }

  void write(int number, BitWriter out) {
    if (flagged) {
      out.flag(number != 0);
      if (number == 0) {
        return;
      }
    }
    out.bits(number, writeWidth(Columns.bitsFor(number), out));
  }

  private int writeWidth(int bits, BitWriter out) {
    if (small < full) {
      out.flag(bits > small);
      if (bits <= small) {
        return small;
      }
      if (medium < full) {
        out.flag(bits > medium);
        return bits <= medium ? medium : full;
      }
    }
    return full;
  }

  int read(BitReader in) {
    if (flagged && !in.flag()) {
      return 0;
    }
    if (small < full) {
      if (!in.flag()) {
        return in.int32(small);
      }
      if (medium < full && !in.flag()) {
        return in.int32(medium);
      }
    }
    return in.int32(full);
  }
}
