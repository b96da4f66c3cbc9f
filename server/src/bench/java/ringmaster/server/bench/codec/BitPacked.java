package ringmaster.server.bench.codec;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * Changes in as few bits as their widths allow, after Glenn Fiedler, "Snapshot Compression", 2015,
 * with widths found by exhaustive search for the very traffic that is measured.
 *
 * <pre>
 * bits  field
 *  1    whether another is gone; if so which, counted in the baseline, and so on
 *  1    of the others: whether those that changed are listed, or each has a flag if that is shorter
 *       if listed: how many, then of each how far it is behind the one before (see GAP_BITS)
 *       if flags, of each 1 bit: whether it changed
 *       of each that changed, for each field: its difference by a {@link WidthCode}
 *  1    whether another is new; if so slot and all fields in full, and so on
 * </pre>
 */
final class BitPacked extends Rival {
  /** A gap is so many ones, a zero, then bits that say which of the gaps of that length it is. */
  private static final int[] GAP_BITS = {0, 2, 3, 4, 5, 6, 10};

  private static final int MAX_BITS = 32;

  private final long[][][] met;
  private final WidthCode[][] codes;
  private final int[] changedIndex;
  private final int[] listed;
  private final BitWriter out = new BitWriter();
  private final BitReader in = new BitReader();
  private int kept;
  private int changed;

  BitPacked(Columns columns) {
    super("bit-packed", columns);
    int types = columns.schema.types().size();
    met = new long[types][][];
    codes = new WidthCode[types][];
    for (int type = 0; type < types; type++) {
      met[type] = new long[columns.fields(type)][MAX_BITS + 1];
      codes[type] = new WidthCode[columns.fields(type)];
    }
    changedIndex = new int[columns.schema.capacity()];
    listed = new int[columns.schema.capacity()];
  }

  @Override
  public void learn(Sight now, Sight baseline) {
    for (int i = 0; i < baseline.count(); i++) {
      int slot = baseline.slot(i);
      if (now.continues(baseline, slot) && compare(now, baseline, slot) != 0) {
        int type = now.frame().type(slot);
        for (int field = 0; field < columns.fields(type); field++) {
          met[type][field][Columns.bitsFor(difference(type, field))]++;
        }
      }
    }
  }

  @Override
  public void settle() {
    for (int type = 0; type < codes.length; type++) {
      for (int field = 0; field < codes[type].length; field++) {
        int full = columns.bits[type][field] + (columns.period[type][field] == 0 ? 1 : 0);
        codes[type][field] = WidthCode.best(met[type][field], full);
      }
    }
  }

  private int difference(int type, int field) {
    return Columns.zigzag(columns.difference(type, field, before[field], values[field]));
  }

  @Override
  public int encode(Sight now, Sight baseline, byte[] bytes) {
    out.wrap(bytes, 0, bytes.length);
    writeGone(now, baseline);
    findChanged(now, baseline);
    writeWhich();
    for (int i = 0; i < changed; i++) {
      writeChanged(now, baseline, listed[i]);
    }
    writeFresh(now, baseline);
    return out.lengthBytes();
  }

  private void findChanged(Sight now, Sight baseline) {
    kept = 0;
    changed = 0;
    for (int i = 0; i < baseline.count(); i++) {
      int slot = baseline.slot(i);
      if (now.continues(baseline, slot)) {
        if (compare(now, baseline, slot) != 0) {
          changedIndex[changed] = kept;
          listed[changed] = slot;
          changed++;
        }
        kept++;
      }
    }
  }

  private void writeWhich() {
    int listBits = columns.slotBits;
    for (int i = 0; i < changed; i++) {
      int gap = gap(i);
      int length = gapLength(gap);
      listBits += length + 1 + GAP_BITS[length];
    }
    boolean list = listBits < kept;
    out.flag(list);
    if (list) {
      writeList();
    } else {
      writeFlags();
    }
  }

  private int gap(int i) {
    return changedIndex[i] - (i == 0 ? 0 : changedIndex[i - 1] + 1);
  }

  private static int gapLength(int gap) {
    int length = 0;
    int first = 0;
    while (gap >= first + (1 << GAP_BITS[length])) {
      first += 1 << GAP_BITS[length];
      length++;
    }
    return length;
  }

  private static int firstGap(int length) {
    int first = 0;
    for (int i = 0; i < length; i++) {
      first += 1 << GAP_BITS[i];
    }
    return first;
  }

  private void writeList() {
    out.bits(changed, columns.slotBits);
    for (int i = 0; i < changed; i++) {
      int gap = gap(i);
      int length = gapLength(gap);
      out.bits((1L << length) - 1, length + 1);
      out.bits(gap - firstGap(length), GAP_BITS[length]);
    }
  }

  private void writeFlags() {
    int i = 0;
    for (int index = 0; index < kept; index++) {
      boolean is = i < changed && changedIndex[i] == index;
      out.flag(is);
      i += is ? 1 : 0;
    }
  }

  private void writeChanged(Sight now, Sight baseline, int slot) {
    int type = now.frame().type(slot);
    now.read(slot, values);
    baseline.read(slot, before);
    for (int field = 0; field < codes[type].length; field++) {
      codes[type][field].write(difference(type, field), out);
    }
  }

  private void writeGone(Sight now, Sight baseline) {
    int indexBits = Columns.bitsFor(baseline.count());
    for (int i = 0; i < baseline.count(); i++) {
      if (!now.continues(baseline, baseline.slot(i))) {
        out.flag(true);
        out.bits(i, indexBits);
      }
    }
    out.flag(false);
  }

  private void writeFresh(Sight now, Sight baseline) {
    for (int i = 0; i < now.count(); i++) {
      int slot = now.slot(i);
      if (!now.continues(baseline, slot)) {
        out.flag(true);
        out.bits(slot, columns.slotBits);
        now.read(slot, values);
        RawBits.write(columns, now.frame(), slot, values, out);
      }
    }
    out.flag(false);
  }

  @Override
  public EntityFrame decode(byte[] bytes, int length, Sight baseline) {
    in.wrap(bytes, 0, length);
    beginWith(baseline);
    int indexBits = Columns.bitsFor(baseline.count());
    while (in.flag()) {
      shown.remove(baseline.slot(in.int32(indexBits)));
    }
    if (in.flag()) {
      readList();
    } else {
      readFlags(baseline);
    }
    findListed(baseline);
    for (int i = 0; i < changed; i++) {
      readChanged(listed[i]);
    }
    while (in.flag()) {
      RawBits.read(this, in.int32(columns.slotBits), in);
    }
    return shown;
  }

  private void readList() {
    changed = in.int32(columns.slotBits);
    int index = -1;
    for (int i = 0; i < changed; i++) {
      int length = 0;
      while (in.flag()) {
        length++;
      }
      index += 1 + firstGap(length) + in.int32(GAP_BITS[length]);
      changedIndex[i] = index;
    }
  }

  private void readFlags(Sight baseline) {
    changed = 0;
    int index = 0;
    for (int i = 0; i < baseline.count(); i++) {
      if (shown.present(baseline.slot(i))) {
        if (in.flag()) {
          changedIndex[changed] = index;
          changed++;
        }
        index++;
      }
    }
  }

  /** Finds the slots of those that changed by their places among what is left of the baseline. */
  private void findListed(Sight baseline) {
    int index = 0;
    int found = 0;
    for (int i = 0; i < baseline.count() && found < changed; i++) {
      int slot = baseline.slot(i);
      if (shown.present(slot)) {
        if (changedIndex[found] == index) {
          listed[found] = slot;
          found++;
        }
        index++;
      }
    }
  }

  private void readChanged(int slot) {
    int type = shown.type(slot);
    for (int field = 0; field < codes[type].length; field++) {
      int difference = Columns.unzigzag(codes[type][field].read(in));
      int value = columns.sum(type, field, shown.quantized(slot, field), difference);
      shown.setQuantized(slot, field, value);
    }
  }
}
