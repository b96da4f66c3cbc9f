package ringmaster.server.bench.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.math.Rng;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/** The rivals' parts are as good as they can be: that ours is smaller must not be their fault. */
final class RivalCodesTest {
  private final byte[] bytes = new byte[100_000];
  private final BitWriter out = new BitWriter().wrap(bytes, 0, bytes.length);

  private BitReader in() {
    return new BitReader().wrap(bytes, 0, out.lengthBytes());
  }

  @Test
  void aHuffmanCodeTakesTheEntropyOfHalvingFrequencies() {
    long[] counts = {1024, 512, 256, 128, 64, 32, 16, 16};
    HuffmanCode code = new HuffmanCode(counts);
    for (int symbol = 0; symbol < counts.length; symbol++) {
      int before = out.position();
      code.write(symbol, out);
      assertEquals(Math.min(symbol + 1, 7), out.position() - before, "symbol " + symbol);
    }
    BitReader in = in();
    for (int symbol = 0; symbol < counts.length; symbol++) {
      assertEquals(symbol, code.read(in));
    }
  }

  @Test
  void theBestWidthsAreFoundAndReadBack() {
    Rng rng = new Rng(1);
    int[] numbers = new int[3_000];
    long[] counts = new long[33];
    for (int i = 0; i < numbers.length; i++) {
      int kind = rng.nextInt(10);
      numbers[i] = kind < 5 ? 0 : rng.nextInt(kind < 8 ? 1 << 4 : kind < 9 ? 1 << 9 : 1 << 20);
      counts[Columns.bitsFor(numbers[i])]++;
    }
    WidthCode code = WidthCode.best(counts, 20);
    assertEquals(new WidthCode(true, 4, 9, 20), code);
    for (int number : numbers) {
      code.write(number, out);
    }
    BitReader in = in();
    for (int number : numbers) {
      assertEquals(number, code.read(in));
    }
  }

  @Test
  void everyWidthCodeReadsWhatItWrites() {
    for (int flagged = 0; flagged < 2; flagged++) {
      for (int small = 0; small <= 5; small++) {
        for (int medium = small; medium <= 5; medium++) {
          WidthCode code = new WidthCode(flagged == 1, small, medium, 5);
          out.wrap(bytes, 0, bytes.length);
          for (int number = 0; number < 32; number++) {
            code.write(number, out);
          }
          BitReader in = in();
          for (int number = 0; number < 32; number++) {
            assertEquals(number, code.read(in), code::toString);
          }
        }
      }
    }
  }

  @Test
  void aLinkWithoutLossLetsEveryTickKnowTheOneOfARoundTripBefore() {
    Link link = new Link(new Conditions(60, 100, 0), Trace.RATE, 1);
    for (int tick = 0; tick < 300; tick++) {
      link.advance(tick, acknowledged -> {});
      assertTrue(link.send(tick));
      assertEquals(Math.max(-1, tick - 7), link.baselineTick(), "six ticks, and one of waiting");
    }
  }

  @Test
  void aLinkLosesAsManyAsItShouldAndAcknowledgesNoneOfThem() {
    Link link = new Link(new Conditions(60, 100, 20), Trace.RATE, 1);
    boolean[] arrived = new boolean[10_000];
    int lost = 0;
    for (int tick = 0; tick < arrived.length; tick++) {
      link.advance(tick, acknowledged -> assertTrue(arrived[acknowledged]));
      arrived[tick] = link.send(tick);
      lost += arrived[tick] ? 0 : 1;
    }
    assertEquals(0.2, (double) lost / arrived.length, 0.015);
  }
}
