package ringmaster.shared.snapshot;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.wire.RangeEncoder;

/** Writes symbols and residuals by a model; counts them for the next one when asked to. */
final class SymbolWriter {
  private final RangeEncoder range = new RangeEncoder();
  private final CodecModel model;
  private final @Nullable CodecTally tally;

  SymbolWriter(CodecModel model, @Nullable CodecTally tally) {
    this.model = model;
    this.tally = tally;
  }

  RangeEncoder range() {
    return range;
  }

  void symbol(int table, int symbol) {
    range.symbol(model.from(table, symbol), model.frequency(table, symbol));
    if (tally != null) {
      tally.count(table, symbol);
    }
  }

  /** Writes a number by a table of magnitudes and, behind that, one of signs. */
  void residual(int table, int value) {
    int magnitude = Math.abs(value);
    magnitude(table, magnitude);
    if (magnitude != 0) {
      symbol(table + 1, value < 0 ? 1 : 0);
    }
  }

  /** Writes a number of at least 0. */
  void magnitude(int table, int magnitude) {
    int symbol = Residuals.symbol(magnitude);
    symbol(table, symbol);
    int count = Residuals.lowBits(symbol);
    if (count > 0) {
      lowBits(magnitude, count);
    }
  }

  private void lowBits(int value, int count) {
    if (count > RangeEncoder.MAX_RAW_BITS) {
      int high = count - RangeEncoder.MAX_RAW_BITS;
      range.bits(value >>> RangeEncoder.MAX_RAW_BITS & (1 << high) - 1, high);
      range.bits(value & 0xFFFF, RangeEncoder.MAX_RAW_BITS);
    } else {
      range.bits(value & (1 << count) - 1, count);
    }
  }
}
