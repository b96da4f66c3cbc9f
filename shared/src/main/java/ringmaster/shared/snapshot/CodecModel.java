package ringmaster.shared.snapshot;

import java.util.Arrays;
import ringmaster.shared.wire.RangeEncoder;

/**
 * How often each symbol is expected, in tables that were trained before and never change: any
 * snapshot decodes from its baseline and these alone. Immutable, shared by all threads.
 */
final class CodecModel {
  private static final int TOTAL = 1 << RangeEncoder.TOTAL_BITS;

  private final int name;
  private final int[] start;

  /** Of each table, from {@link #start} on: sums of frequencies before each symbol, and TOTAL. */
  private final char[] sums;

  private CodecModel(int name, int[] start, char[] sums) {
    this.name = name;
    this.start = start;
    this.sums = sums;
  }

  /** What is expected without any training: each symbol half as often as the one before. */
  static CodecModel untrained(ModelLayout layout) {
    return new CodecTally(layout).model();
  }

  /** How often each symbol is expected, by table: what {@link #of} makes the same model of. */
  int[][] frequencies() {
    int[][] frequencies = new int[start.length][];
    for (int table = 0; table < start.length; table++) {
      int next = table + 1 < start.length ? start[table + 1] : sums.length;
      frequencies[table] = new int[next - start[table] - 1];
      for (int symbol = 0; symbol < frequencies[table].length; symbol++) {
        frequencies[table][symbol] = frequency(table, symbol);
      }
    }
    return frequencies;
  }

  /**
   * @param frequencies by table and symbol; at least 1 each, and of each table TOTAL in all
   * @param name tells it from others that have the same tables
   */
  static CodecModel of(int[][] frequencies, int name) {
    int[] start = new int[frequencies.length];
    int size = 0;
    for (int table = 0; table < frequencies.length; table++) {
      start[table] = size;
      size += frequencies[table].length + 1;
    }
    char[] sums = new char[size];
    for (int table = 0; table < frequencies.length; table++) {
      int sum = 0;
      for (int symbol = 0; symbol < frequencies[table].length; symbol++) {
        sum += frequencies[table][symbol];
        sums[start[table] + symbol + 1] = (char) sum;
      }
      if (sum != TOTAL || Arrays.stream(frequencies[table]).min().orElse(0) < 1) {
        throw new IllegalArgumentException("table " + table + " adds up to " + sum);
      }
    }
    return new CodecModel(name, start, sums);
  }

  /** Tells it from others that have the same tables: both sides must have the same one. */
  int name() {
    return name;
  }

  /** Sum of the frequencies of all symbols of a table before this one. */
  int from(int table, int symbol) {
    return sums[start[table] + symbol];
  }

  int frequency(int table, int symbol) {
    int at = start[table] + symbol;
    return sums[at + 1] - sums[at];
  }

  /** The symbol of a table in whose share a target lies, 0 .. TOTAL - 1. */
  int find(int table, int target) {
    int first = start[table];
    int at = first;
    while (sums[at + 1] <= target) {
      at++;
    }
    return at - first;
  }
}
