package ringmaster.server.bench.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Zstandard with a dictionary trained for this very traffic, and the shortest header it has. */
final class Zstandard extends DeltaBytes {
  private static final int LEVEL = 19;

  /** Larger ones gain nothing, and training takes as long as there are samples. */
  private static final int DICTIONARY_BYTES = 16 * 1024;

  private static final int MAX_SAMPLES = 2_000;

  private final ZstdCompressCtx compressor =
      new ZstdCompressCtx()
          .setLevel(LEVEL)
          .setMagicless(true)
          .setChecksum(false)
          .setContentSize(false)
          .setDictID(false);

  private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx().setMagicless(true);
  private final List<byte[]> samples = new ArrayList<>();

  Zstandard(Columns columns) {
    super("zstd", columns);
  }

  @Override
  public void learn(Sight now, Sight baseline) {
    if (samples.size() < MAX_SAMPLES && baseline.count() > 0) {
      samples.add(sample(now, baseline));
    }
  }

  @Override
  public void settle() {
    byte[] room = new byte[DICTIONARY_BYTES];
    long length = Zstd.trainFromBuffer(samples.toArray(byte[][]::new), room);
    if (Zstd.isError(length)) {
      throw new IllegalStateException("zstd: " + Zstd.getErrorName(length));
    }
    samples.clear();
    byte[] dictionary = Arrays.copyOf(room, (int) length);
    compressor.loadDict(dictionary);
    decompressor.loadDict(dictionary);
  }

  @Override
  int compress(byte[] from, int length, byte[] into) {
    return compressor.compressByteArray(into, 0, into.length, from, 0, length);
  }

  @Override
  void decompress(byte[] from, int length, byte[] into) {
    decompressor.decompressByteArray(into, 0, into.length, from, 0, length);
  }
}
