package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/** Every entity in full, each field in as many bits as its range needs. */
final class RawBits extends Rival {
  private final BitWriter out = new BitWriter();
  private final BitReader in = new BitReader();

  RawBits(Columns columns) {
    super("raw", columns);
  }

  @Override
  public int encode(Sight now, Sight baseline, byte[] bytes) {
    out.wrap(bytes, 0, bytes.length);
    out.bits(now.count(), columns.slotBits);
    for (int i = 0; i < now.count(); i++) {
      int slot = now.slot(i);
      now.read(slot, values);
      out.bits(slot, columns.slotBits);
      write(columns, now.frame(), slot, values, out);
    }
    return out.lengthBytes();
  }

  /** Writes type, generation and fields in full. */
  static void write(Columns columns, EntityFrame frame, int slot, int[] fields, BitWriter out) {
    int type = frame.type(slot);
    out.bits(type, columns.typeBits);
    out.bits(frame.generation(slot), Columns.GENERATION_BITS);
    for (int field = 0; field < columns.fields(type); field++) {
      out.bits(fields[field], columns.bits[type][field]);
    }
  }

  @Override
  public EntityFrame decode(byte[] bytes, int length, Sight baseline) {
    in.wrap(bytes, 0, length);
    shown.clear(baseline.tick());
    for (int left = in.int32(columns.slotBits); left > 0; left--) {
      read(this, in.int32(columns.slotBits), in);
    }
    return shown;
  }

  /** Shows what {@link #write} wrote. */
  static void read(Rival rival, int slot, BitReader in) {
    Columns columns = rival.columns;
    int type = in.int32(columns.typeBits);
    int generation = in.int32(Columns.GENERATION_BITS);
    for (int field = 0; field < columns.fields(type); field++) {
      rival.values[field] = in.int32(columns.bits[type][field]);
    }
    rival.show(slot, type, generation, rival.values);
  }
}
