package ringmaster.shared.snapshot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.wire.RangeEncoder;

/**
 * A {@link CodecModel} as a file. Integers are little-endian:
 *
 * <pre>
 * bytes  field
 *  4     "RMCM"
 *  4     what it fits: {@link ModelLayout#key}
 *  4     CRC-32 of all that follows: the model's name
 *        then of each table, in the layout's order, each symbol's frequency less 1:
 *  1..3  seven bits a byte, the lowest first; the top bit says that another follows
 * </pre>
 *
 * The last frequency of a table is not there: all add up to 32,768.
 */
final class ModelFile {
  /** Longer is no model: it would not stay in a processor's cache. */
  static final int MAX_BYTES = 256 * 1024;

  private static final int MAGIC = 'R' | 'M' << 8 | 'C' << 16 | 'M' << 24;
  private static final int HEAD_BYTES = 12;
  private static final int MAX_NUMBER_BITS = 21;
  private static final int TOTAL = 1 << RangeEncoder.TOTAL_BITS;

  private ModelFile() {}

  static byte[] write(ModelLayout layout, CodecModel model) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int[] frequencies : model.frequencies()) {
      for (int symbol = 0; symbol < frequencies.length - 1; symbol++) {
        int rest = frequencies[symbol] - 1;
        for (; rest > 0x7F; rest >>>= 7) {
          body.write(rest | 0x80);
        }
        body.write(rest);
      }
    }
    byte[] bytes = body.toByteArray();
    return ByteBuffer.allocate(HEAD_BYTES + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(MAGIC)
        .putInt(layout.key())
        .putInt(name(bytes))
        .put(bytes)
        .array();
  }

  private static int name(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return (int) crc.getValue();
  }

  /** Reads a model; null if the bytes are none, or one for another layout. */
  static @Nullable CodecModel read(byte[] file, ModelLayout layout) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEAD_BYTES
        || file.length > MAX_BYTES
        || in.getInt() != MAGIC
        || in.getInt() != layout.key()) {
      return null;
    }
    int name = in.getInt();
    byte[] body = new byte[in.remaining()];
    in.duplicate().get(body);
    if (name(body) != name) {
      return null;
    }
    int[][] frequencies = new int[layout.tables()][];
    for (int table = 0; table < frequencies.length; table++) {
      frequencies[table] = new int[layout.symbols(table)];
      if (!readTable(in, frequencies[table])) {
        return null;
      }
    }
    return in.hasRemaining() ? null : CodecModel.of(frequencies, name);
  }

  /** Returns whether it was there and adds up. */
  private static boolean readTable(ByteBuffer in, int[] frequencies) {
    int left = TOTAL;
    for (int symbol = 0; symbol < frequencies.length - 1; symbol++) {
      frequencies[symbol] = readNumber(in) + 1;
      left -= frequencies[symbol];
      if (left < frequencies.length - 1 - symbol) {
        return false;
      }
    }
    frequencies[frequencies.length - 1] = left;
    return true;
  }

  /** Returns a number of at most 21 bits; more than any frequency if there is none. */
  private static int readNumber(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; shift < MAX_NUMBER_BITS; shift += 7) {
      if (!in.hasRemaining()) {
        return TOTAL;
      }
      int next = in.get();
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
    return TOTAL;
  }
}
