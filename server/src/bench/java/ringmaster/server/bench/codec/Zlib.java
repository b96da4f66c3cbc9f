package ringmaster.server.bench.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflate as Java has it, at its best level and without any header. */
final class Zlib extends DeltaBytes {
  private final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
  private final Inflater inflater = new Inflater(true);

  Zlib(Columns columns) {
    super("zlib", columns);
  }

  @Override
  int compress(byte[] from, int length, byte[] into) {
    deflater.reset();
    deflater.setInput(from, 0, length);
    deflater.finish();
    return deflater.deflate(into);
  }

  @Override
  void decompress(byte[] from, int length, byte[] into) {
    try {
      inflater.reset();
      inflater.setInput(from, 0, length);
      inflater.inflate(into);
    } catch (DataFormatException e) {
      throw new IllegalStateException("zlib does not read what it wrote", e);
    }
  }
}
