package ringmaster.shared.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

class RangeCoderProperties {
  private static final int TOTAL = 1 << RangeEncoder.TOTAL_BITS;

  private final byte[] bytes = new byte[4096];
  private final RangeEncoder out = new RangeEncoder();
  private final RangeDecoder in = new RangeDecoder();

  /** Sums of frequencies, from 0 to TOTAL, none 0; most mass on few symbols, as in real tables. */
  private static int[] table(Rng rng) {
    int symbols = 1 + rng.nextInt(60);
    int[] sums = new int[symbols + 1];
    int left = TOTAL - symbols;
    for (int i = 0; i < symbols; i++) {
      int extra = i == symbols - 1 ? left : rng.nextInt(left + 1);
      left -= extra;
      sums[i + 1] = sums[i] + 1 + extra;
    }
    return sums;
  }

  private static int draw(Rng rng, int[] sums) {
    boolean likely = rng.nextBoolean(0.8f);
    int at = rng.nextInt(TOTAL);
    int symbol = likely ? Arrays.binarySearch(sums, at) : rng.nextInt(sums.length - 1);
    return symbol < 0 ? -symbol - 2 : Math.min(symbol, sums.length - 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatWasWrittenIsRead(long seed) {
    Rng rng = new Rng(seed);
    for (int message = 0; message < 500; message++) {
      long each = rng.nextLong();
      int count = rng.nextInt(400);
      out.wrap(bytes, 3, bytes.length - 3);
      double entropy = write(new Rng(each), count);
      int cost = out.costSixteenths();
      int length = out.finish();
      assertFalse(out.overflowed());
      assertTrue(length * 8 <= entropy * 1.003 + 10, length + " bytes for " + entropy + " bits");
      assertEquals(entropy, cost / 16.0, 0.01 * entropy + 1);
      in.wrap(bytes, 3, length);
      read(new Rng(each), count);
      assertFalse(in.hasSurplus());
    }
  }

  private double write(Rng rng, int count) {
    double bits = 0;
    for (int i = 0; i < count; i++) {
      if (rng.nextBoolean(0.2f)) {
        int width = rng.nextInt(RangeEncoder.MAX_RAW_BITS + 1);
        out.bits(rng.nextInt(1 << width), width);
        bits += width;
      } else {
        int[] sums = table(rng);
        int symbol = draw(rng, sums);
        int frequency = sums[symbol + 1] - sums[symbol];
        out.symbol(sums[symbol], frequency);
        bits += Math.log((double) TOTAL / frequency) / Math.log(2);
      }
    }
    return bits;
  }

  private void read(Rng rng, int count) {
    for (int i = 0; i < count; i++) {
      if (rng.nextBoolean(0.2f)) {
        int width = rng.nextInt(RangeEncoder.MAX_RAW_BITS + 1);
        assertEquals(rng.nextInt(1 << width), in.bits(width));
      } else {
        int[] sums = table(rng);
        int symbol = draw(rng, sums);
        int target = in.target();
        assertTrue(target >= sums[symbol] && target < sums[symbol + 1], "symbol " + i);
        in.take(sums[symbol], sums[symbol + 1] - sums[symbol]);
      }
    }
  }

  @Test
  void nothingTakesNoBytes() {
    out.wrap(bytes, 0, 0);
    assertEquals(0, out.costSixteenths(), 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 20})
  void whatDoesNotFitIsToldAndNothingIsWrittenBeyond(int room) {
    Arrays.fill(bytes, (byte) 0x55);
    out.wrap(bytes, 10, room);
    for (int i = 0; i < 200; i++) {
      out.bits(0xFFFF, 16);
    }
    out.finish();
    assertTrue(out.overflowed());
    for (int i = 0; i < bytes.length; i++) {
      boolean within = i >= 10 && i < 10 + room;
      assertTrue(within || bytes[i] == 0x55, "byte " + i);
    }
  }

  @Test
  void aCarryRunsThroughAnyNumberOfBytes() {
    for (int lead = 0; lead < 40; lead++) {
      out.wrap(bytes, 0, bytes.length);
      for (int i = 0; i < lead; i++) {
        out.symbol(TOTAL - 1, 1);
      }
      out.symbol(0, 1);
      out.symbol(TOTAL / 2, TOTAL / 2);
      in.wrap(bytes, 0, out.finish());
      for (int i = 0; i < lead; i++) {
        assertEquals(TOTAL - 1, in.target());
        in.take(TOTAL - 1, 1);
      }
      assertEquals(0, in.target());
      in.take(0, 1);
      assertTrue(in.target() >= TOTAL / 2);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void anyBytesReadAsSomething(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < 20_000; i++) {
      int length = rng.nextInt(20);
      for (int j = 0; j < length; j++) {
        bytes[j] = (byte) rng.nextLong();
      }
      in.wrap(bytes, 0, length);
      for (int j = 0; j < 40; j++) {
        if (rng.nextBoolean(0.5f)) {
          int width = rng.nextInt(17);
          int value = in.bits(width);
          assertTrue(value >= 0 && value < 1 << width);
        } else {
          int target = in.target();
          assertTrue(target >= 0 && target < TOTAL);
          int from = target / 2;
          in.take(from, Math.min(TOTAL - from, target - from + 1 + rng.nextInt(50)));
        }
      }
    }
  }
}
