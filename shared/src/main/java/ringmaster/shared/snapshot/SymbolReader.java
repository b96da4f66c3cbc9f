package ringmaster.shared.snapshot;

import ringmaster.shared.wire.RangeDecoder;
import ringmaster.shared.wire.RangeEncoder;

/** Reads what a {@link SymbolWriter} wrote by the same model. */
final class SymbolReader {
  private final RangeDecoder range = new RangeDecoder();
  private final CodecModel model;

  SymbolReader(CodecModel model) {
    this.model = model;
  }

  RangeDecoder range() {
    return range;
  }

  int symbol(int table) {
    int symbol = model.find(table, range.target());
    range.take(model.from(table, symbol), model.frequency(table, symbol));
    return symbol;
  }

  int residual(int table) {
    int magnitude = magnitude(table);
    return magnitude != 0 && symbol(table + 1) == 1 ? -magnitude : magnitude;
  }

  int magnitude(int table) {
    int symbol = symbol(table);
    int count = Residuals.lowBits(symbol);
    return Residuals.base(symbol) + (count > 0 ? lowBits(count) : 0);
  }

  private int lowBits(int count) {
    if (count > RangeEncoder.MAX_RAW_BITS) {
      int high = range.bits(count - RangeEncoder.MAX_RAW_BITS);
      return high << RangeEncoder.MAX_RAW_BITS | range.bits(RangeEncoder.MAX_RAW_BITS);
    }
    return range.bits(count);
  }
}
