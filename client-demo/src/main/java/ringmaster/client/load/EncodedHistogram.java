package ringmaster.client.load;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Histograms as a status carries them: compressed HdrHistograms (V2) in Base64. */
final class EncodedHistogram {
  private EncodedHistogram() {}

  /**
   * Decodes one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Histogram decode(String base64) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    } catch (DataFormatException | BufferUnderflowException e) {
      throw new IllegalArgumentException("a histogram of the server's cannot be decoded", e);
    }
  }

  /**
   * What was recorded between two readings of one histogram that only grows.
   *
   * @throws IllegalArgumentException if the later one lacks what the earlier one holds
   */
  static Histogram difference(Histogram earlier, Histogram later) {
    Histogram difference = later.copy();
    difference.subtract(earlier);
    return difference;
  }
}
