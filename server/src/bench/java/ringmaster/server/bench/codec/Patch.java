package ringmaster.server.bench.codec;

/**
 * What differs from the baseline, as bytes. Numbers have seven bits a byte, the lowest first; the
 * top bit says that another follows. Slots come in ascending order.
 *
 * <pre>
 * of each entity
 *   slots between it and the one before, times 3; plus 1: changed, 2: gone, 3: new
 *   if changed: mask of the fields that did; if new: type, then generation
 *   each such field, as the codec has it; of a new entity all
 * 0
 * </pre>
 */
abstract class Patch extends Rival {
  private static final int KINDS = 3;
  private static final int CHANGED = 1;
  private static final int GONE = 2;
  private static final int NEW = 3;

  private byte[] patch = {};
  private int at;
  private int last;

  Patch(String name, Columns columns) {
    super(name, columns);
  }

  abstract void putField(int type, int field, int value, int then);

  abstract int takeField(int type, int field, int then);

  final void put(int octet) {
    patch[at] = (byte) octet;
    at++;
  }

  final int take() {
    int octet = patch[at] & 0xFF;
    at++;
    return octet;
  }

  final void putNumber(int number) {
    int rest = number;
    for (; rest > 0x7F; rest >>>= 7) {
      put(rest | 0x80);
    }
    put(rest);
  }

  final int takeNumber() {
    int number = 0;
    int shift = 0;
    int octet;
    do {
      octet = take();
      number |= (octet & 0x7F) << shift;
      shift += 7;
    } while (octet > 0x7F);
    return number;
  }

  /** Returns the length. */
  final int write(Sight now, Sight baseline, byte[] into) {
    patch = into;
    at = 0;
    last = -1;
    int i = 0;
    int j = 0;
    while (i < now.count() || j < baseline.count()) {
      int newSlot = i < now.count() ? now.slot(i) : Integer.MAX_VALUE;
      int oldSlot = j < baseline.count() ? baseline.slot(j) : Integer.MAX_VALUE;
      int slot = Math.min(newSlot, oldSlot);
      i += newSlot == slot ? 1 : 0;
      j += oldSlot == slot ? 1 : 0;
      if (newSlot != slot) {
        head(slot, GONE);
      } else if (now.continues(baseline, slot)) {
        writeChanged(now, baseline, slot);
      } else {
        writeFresh(now, slot);
      }
    }
    putNumber(0);
    return at;
  }

  private void head(int slot, int kind) {
    putNumber((slot - last - 1) * KINDS + kind);
    last = slot;
  }

  private void writeChanged(Sight now, Sight baseline, int slot) {
    int mask = compare(now, baseline, slot);
    if (mask == 0) {
      return;
    }
    head(slot, CHANGED);
    putNumber(mask);
    int type = now.frame().type(slot);
    for (int rest = mask; rest != 0; rest &= rest - 1) {
      int field = Integer.numberOfTrailingZeros(rest);
      putField(type, field, values[field], before[field]);
    }
  }

  private void writeFresh(Sight now, int slot) {
    head(slot, NEW);
    int type = now.frame().type(slot);
    put(type);
    put(now.frame().generation(slot));
    now.read(slot, values);
    for (int field = 0; field < columns.fields(type); field++) {
      putField(type, field, values[field], columns.zero[type][field]);
    }
  }

  /** Shows what {@link #write} wrote. */
  final void read(byte[] from, Sight baseline) {
    beginWith(baseline);
    patch = from;
    at = 0;
    last = -1;
    for (int head = takeNumber(); head != 0; head = takeNumber()) {
      last += 1 + (head - 1) / KINDS;
      switch ((head - 1) % KINDS + 1) {
        case GONE -> shown.remove(last);
        case NEW -> readFresh(last);
        default -> readChanged(last);
      }
    }
  }

  private void readChanged(int slot) {
    int type = shown.type(slot);
    for (int rest = takeNumber(); rest != 0; rest &= rest - 1) {
      int field = Integer.numberOfTrailingZeros(rest);
      shown.setQuantized(slot, field, takeField(type, field, shown.quantized(slot, field)));
    }
  }

  private void readFresh(int slot) {
    int type = take();
    int generation = take();
    for (int field = 0; field < columns.fields(type); field++) {
      values[field] = takeField(type, field, columns.zero[type][field]);
    }
    show(slot, type, generation, values);
  }
}
