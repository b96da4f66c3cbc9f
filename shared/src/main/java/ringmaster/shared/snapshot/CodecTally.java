package ringmaster.shared.snapshot;

import ringmaster.shared.wire.RangeEncoder;

/** How often each symbol was met, to make a {@link CodecModel} of. */
final class CodecTally {
  private static final int TOTAL = 1 << RangeEncoder.TOTAL_BITS;

  /** What was counted outweighs what is expected of anything by so much. */
  private static final int PRIOR_WEIGHT = 4;

  private final ModelLayout layout;
  private final int[][] counts;

  CodecTally(ModelLayout layout) {
    this.layout = layout;
    counts = new int[layout.tables()][];
    for (int table = 0; table < counts.length; table++) {
      counts[table] = new int[layout.symbols(table)];
    }
  }

  void count(int table, int symbol) {
    counts[table][symbol]++;
  }

  CodecModel model() {
    int[][] frequencies = new int[counts.length][];
    for (int table = 0; table < counts.length; table++) {
      frequencies[table] = frequencies(counts[table]);
    }
    return CodecModel.of(frequencies, 0);
  }

  /** Whole numbers that add up to TOTAL, none 0; what rounding leaves goes to the largest. */
  private static int[] frequencies(int[] counted) {
    double[] shares = new double[counted.length];
    double sum = 0;
    double prior = PRIOR_WEIGHT / 2.0;
    for (int symbol = 0; symbol < counted.length; symbol++) {
      shares[symbol] = counted[symbol] + prior;
      sum += shares[symbol];
      prior /= 2;
    }
    int[] frequencies = new int[counted.length];
    int left = TOTAL;
    int largest = 0;
    for (int symbol = 0; symbol < counted.length; symbol++) {
      int free = TOTAL - counted.length;
      frequencies[symbol] = 1 + (int) (shares[symbol] * free / sum);
      left -= frequencies[symbol];
      largest = frequencies[symbol] > frequencies[largest] ? symbol : largest;
    }
    frequencies[largest] += left;
    return frequencies;
  }
}
