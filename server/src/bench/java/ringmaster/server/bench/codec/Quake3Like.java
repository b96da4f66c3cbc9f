package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * The fields that changed, xor the baseline's, byte by byte through one Huffman code that was
 * trained before: the way of Quake III Arena.
 */
final class Quake3Like extends Patch {
  private static final int OCTETS = 256;

  private final byte[] patch;
  private final long[] counts = new long[OCTETS];
  private HuffmanCode code = new HuffmanCode(counts);
  private final BitWriter out = new BitWriter();
  private final BitReader in = new BitReader();

  Quake3Like(Columns columns) {
    super("quake3-like", columns);
    int entityBytes = 5 + Integer.BYTES * columns.schema.maxFields();
    patch = new byte[2 + columns.schema.capacity() * entityBytes];
  }

  @Override
  public void learn(Sight now, Sight baseline) {
    int length = write(now, baseline, patch);
    for (int i = 0; i < length; i++) {
      counts[patch[i] & 0xFF]++;
    }
  }

  @Override
  public void settle() {
    code = new HuffmanCode(counts);
  }

  @Override
  public int encode(Sight now, Sight baseline, byte[] bytes) {
    int length = write(now, baseline, patch);
    out.wrap(bytes, 0, bytes.length);
    for (int i = 0; i < length; i++) {
      code.write(patch[i] & 0xFF, out);
    }
    return out.lengthBytes();
  }

  /** What fills the last byte may decode to something; the patch says itself where it ends. */
  @Override
  public EntityFrame decode(byte[] bytes, int length, Sight baseline) {
    in.wrap(bytes, 0, length);
    for (int i = 0; !in.overrun(); i++) {
      patch[i] = (byte) code.read(in);
    }
    read(patch, baseline);
    return shown;
  }

  @Override
  void putField(int type, int field, int value, int then) {
    int xor = value ^ then;
    for (int shift = 0; shift < 8 * columns.bytes(type, field); shift += 8) {
      put(xor >>> shift);
    }
  }

  @Override
  int takeField(int type, int field, int then) {
    int xor = 0;
    for (int shift = 0; shift < 8 * columns.bytes(type, field); shift += 8) {
      xor |= take() << shift;
    }
    return xor ^ then;
  }
}
