package ringmaster.server.bench.codec;

import java.util.Arrays;
import ringmaster.shared.game.EntityFrame;

/**
 * Gives a snapshot to a general compressor as bytes that are mostly 0 where little changed: which
 * slots are shown, a bit each, then of each entity type, generation and fields in whole bytes, the
 * lowest first. All of it less the baseline's bytes.
 */
abstract class DeltaBytes extends Rival {
  private final int maskBytes;
  private final byte[] plain;
  private int at;

  DeltaBytes(String name, Columns columns) {
    super(name, columns);
    maskBytes = columns.schema.capacity() + 7 >>> 3;
    int entityBytes = 2 + Integer.BYTES * columns.schema.maxFields();
    plain = new byte[maskBytes + columns.schema.capacity() * entityBytes];
  }

  /** Compresses the beginning of an array. Returns the length. */
  abstract int compress(byte[] from, int length, byte[] into);

  abstract void decompress(byte[] from, int length, byte[] into);

  @Override
  public final int encode(Sight now, Sight baseline, byte[] bytes) {
    int length = write(now, baseline);
    return compress(plain, length, bytes);
  }

  @Override
  public final EntityFrame decode(byte[] bytes, int length, Sight baseline) {
    decompress(bytes, length, plain);
    read(baseline);
    return shown;
  }

  /** A copy of what there is to compress. */
  final byte[] sample(Sight now, Sight baseline) {
    return Arrays.copyOf(plain, write(now, baseline));
  }

  private int write(Sight now, Sight baseline) {
    Arrays.fill(plain, 0, maskBytes, (byte) 0);
    flip(now);
    flip(baseline);
    at = maskBytes;
    for (int i = 0; i < now.count(); i++) {
      int slot = now.slot(i);
      EntityFrame frame = now.frame();
      int type = frame.type(slot);
      boolean known = readBefore(baseline, slot, type);
      now.read(slot, values);
      put(type, typeBefore(baseline, slot));
      put(frame.generation(slot), known ? baseline.frame().generation(slot) : 0);
      for (int field = 0; field < columns.fields(type); field++) {
        for (int shift = 0; shift < 8 * columns.bytes(type, field); shift += 8) {
          put(values[field] >>> shift, before[field] >>> shift);
        }
      }
    }
    return at;
  }

  private void flip(Sight sight) {
    for (int i = 0; i < sight.count(); i++) {
      plain[sight.slot(i) >>> 3] ^= (byte) (1 << (sight.slot(i) & 7));
    }
  }

  private static int typeBefore(Sight baseline, int slot) {
    return baseline.shows(slot) ? baseline.frame().type(slot) : 0;
  }

  /** An entity that was there with this type has fields to differ from; any other has zeros. */
  private boolean readBefore(Sight baseline, int slot, int type) {
    boolean known = baseline.shows(slot) && baseline.frame().type(slot) == type;
    if (known) {
      baseline.read(slot, before);
    } else {
      Arrays.fill(before, 0);
    }
    return known;
  }

  private void put(int now, int then) {
    plain[at] = (byte) (now - then);
    at++;
  }

  private void read(Sight baseline) {
    flip(baseline);
    shown.clear(baseline.tick());
    at = maskBytes;
    for (int slot = 0; slot < columns.schema.capacity(); slot++) {
      if ((plain[slot >>> 3] >>> (slot & 7) & 1) != 0) {
        readEntity(baseline, slot);
      }
    }
  }

  private void readEntity(Sight baseline, int slot) {
    int type = take(typeBefore(baseline, slot));
    boolean known = readBefore(baseline, slot, type);
    int generation = take(known ? baseline.frame().generation(slot) : 0);
    for (int field = 0; field < columns.fields(type); field++) {
      int value = 0;
      for (int shift = 0; shift < 8 * columns.bytes(type, field); shift += 8) {
        value |= take(before[field] >>> shift) << shift;
      }
      values[field] = value;
    }
    show(slot, type, generation, values);
  }

  private int take(int then) {
    int value = plain[at] + then & 0xFF;
    at++;
    return value;
  }
}
