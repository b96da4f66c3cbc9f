package ringmaster.shared.snapshot;

import java.util.function.ToIntFunction;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * One entity's fields as bits: whole, or as differences from an earlier value of the same entity.
 *
 * <pre>
 * whole       type 4, generation 8, then each field in its own bits
 * difference  per field: changed 1; if changed and the field has up to 6 bits: the value,
 *             else class 2 and then a signed difference of 4, 7 or 10 bits, or the value (class 3)
 * </pre>
 *
 * Reading checks every value against its field's range.
 */
final class EntityCodec {
  private static final int TYPE_BITS = 4;
  private static final int GENERATION_BITS = 8;
  private static final int SMALL_FIELD_BITS = 6;
  private static final int[] CLASS_BITS = {4, 7, 10};
  private static final int WHOLE_VALUE = 3;

  private final int[][] bits;
  private final int[][] steps;

  EntityCodec(EntitySchema schema) {
    bits = table(schema, EntityField::bits);
    steps = table(schema, EntityField::steps);
  }

  private static int[][] table(EntitySchema schema, ToIntFunction<EntityField> column) {
    return schema.types().stream()
        .map(type -> type.fields().stream().mapToInt(column).toArray())
        .toArray(int[][]::new);
  }

  /**
   * @param access the viewer's, to the entity
   */
  void writeWhole(BitWriter out, EntityFrame frame, int slot, int access) {
    int type = frame.type(slot);
    out.bits(type, TYPE_BITS);
    out.bits(frame.generation(slot), GENERATION_BITS);
    int[] fieldBits = bits[type];
    for (int i = 0; i < fieldBits.length; i++) {
      out.bits(frame.seen(slot, i, access), fieldBits[i]);
    }
  }

  /** Returns whether what was read is within the schema. */
  boolean readWhole(BitReader in, EntityFrame frame, int slot) {
    int type = in.int32(TYPE_BITS);
    int generation = in.int32(GENERATION_BITS);
    if (type >= bits.length) {
      return false;
    }
    frame.put(slot, type, generation);
    for (int i = 0; i < bits[type].length; i++) {
      if (!put(frame, slot, i, in.int32(bits[type][i]))) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param access the viewer's to the entity; it was the same when the baseline was sent
   */
  void writeDifference(
      BitWriter out, EntityFrame frame, EntityFrame baseline, int slot, int access) {
    int[] fieldBits = bits[frame.type(slot)];
    for (int i = 0; i < fieldBits.length; i++) {
      int value = frame.seen(slot, i, access);
      int difference = value - baseline.seen(slot, i, access);
      out.flag(difference != 0);
      if (difference != 0) {
        writeChange(out, value, difference, fieldBits[i]);
      }
    }
  }

  private static void writeChange(BitWriter out, int value, int difference, int fieldBits) {
    if (fieldBits <= SMALL_FIELD_BITS) {
      out.bits(value, fieldBits);
      return;
    }
    for (int i = 0; i < CLASS_BITS.length; i++) {
      int half = 1 << (CLASS_BITS[i] - 1);
      if (difference >= -half && difference < half) {
        out.bits(i, 2);
        out.bits(difference, CLASS_BITS[i]);
        return;
      }
    }
    out.bits(WHOLE_VALUE, 2);
    out.bits(value, fieldBits);
  }

  /** Returns whether what was read is within the schema. The baseline holds an entity there. */
  boolean readDifference(BitReader in, EntityFrame frame, EntityFrame baseline, int slot) {
    int type = baseline.type(slot);
    frame.put(slot, type, baseline.generation(slot));
    for (int i = 0; i < bits[type].length; i++) {
      int value = baseline.quantized(slot, i);
      if (in.flag()) {
        value = readChange(in, value, bits[type][i]);
      }
      if (!put(frame, slot, i, value)) {
        return false;
      }
    }
    return true;
  }

  private static int readChange(BitReader in, int before, int fieldBits) {
    if (fieldBits <= SMALL_FIELD_BITS) {
      return in.int32(fieldBits);
    }
    int size = in.int32(2);
    return size == WHOLE_VALUE ? in.int32(fieldBits) : before + in.signed(CLASS_BITS[size]);
  }

  private boolean put(EntityFrame frame, int slot, int field, int value) {
    if (value < 0 || value > steps[frame.type(slot)][field]) {
      return false;
    }
    frame.setQuantized(slot, field, value);
    return true;
  }
}
