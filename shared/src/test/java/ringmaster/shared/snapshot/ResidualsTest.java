package ringmaster.shared.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ResidualsTest {
  @Test
  void eachMagnitudeIsItsSymbolsBaseAndLowBits() {
    for (int magnitude = 0; magnitude < 1 << 24; magnitude += 1 + magnitude / 500) {
      int symbol = Residuals.symbol(magnitude);
      int low = magnitude - Residuals.base(symbol);
      assertTrue(low >= 0 && low < 1 << Residuals.lowBits(symbol), "magnitude " + magnitude);
      int mask = (1 << Residuals.lowBits(symbol)) - 1;
      assertEquals(magnitude & mask, low);
    }
  }

  @Test
  void symbolsFollowEachOtherWithoutGapsAndSmallOnesAreExact() {
    for (int symbol = 0; symbol < Residuals.MAX_SYMBOLS; symbol++) {
      assertEquals(symbol, Residuals.symbol(Residuals.base(symbol)));
      int last = Residuals.base(symbol) + (1 << Residuals.lowBits(symbol)) - 1;
      assertEquals(symbol, Residuals.symbol(last));
      assertEquals(last + 1, Residuals.base(symbol + 1));
    }
    assertEquals(0, Residuals.lowBits(7));
    assertEquals(7, Residuals.base(7));
  }
}
