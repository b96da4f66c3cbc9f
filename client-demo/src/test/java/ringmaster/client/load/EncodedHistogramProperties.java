package ringmaster.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class EncodedHistogramProperties {
  private static final long MAX_NANOS = 60_000_000_000L;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theDifferenceIsWhatWasRecordedBetween(long seed) {
    Rng rng = new Rng(seed);
    Histogram growing = new Histogram(MAX_NANOS, 3);
    record(rng, growing);
    String earlier = encode(growing);
    Histogram between = new Histogram(MAX_NANOS, 3);
    record(rng, growing, between);
    String later = encode(growing);
    Histogram difference =
        EncodedHistogram.difference(
            EncodedHistogram.decode(earlier), EncodedHistogram.decode(later));
    assertEquals(between.getTotalCount(), difference.getTotalCount(), "seed " + seed);
    assertEquals(between.getMaxValue(), difference.getMaxValue(), "seed " + seed);
    for (double percentile : new double[] {1, 50, 99, 99.9, 100}) {
      assertEquals(
          between.getValueAtPercentile(percentile),
          difference.getValueAtPercentile(percentile),
          "seed " + seed + " p" + percentile);
    }
  }

  @Test
  void nothingBetweenIsAnEmptyHistogram() {
    Histogram growing = new Histogram(MAX_NANOS, 3);
    growing.recordValue(17);
    Histogram decoded = EncodedHistogram.decode(encode(growing));
    assertEquals(0, EncodedHistogram.difference(decoded, decoded).getTotalCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "HISTFAAA"})
  void whatIsNoHistogramIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> EncodedHistogram.decode(text));
  }

  private static void record(Rng rng, Histogram... histograms) {
    for (int i = 0; i < 2000; i++) {
      long value = rng.nextInt(1 << (1 + rng.nextInt(30)));
      for (Histogram histogram : histograms) {
        histogram.recordValue(value);
      }
    }
  }

  static String encode(Histogram histogram) {
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }
}
