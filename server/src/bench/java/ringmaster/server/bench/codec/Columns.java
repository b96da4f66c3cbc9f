package ringmaster.server.bench.codec;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntitySchema;

/** The numbers of a schema that the rivals code by: of each type, of each field. */
final class Columns {
  static final int GENERATION_BITS = 8;

  final EntitySchema schema;
  final int slotBits;
  final int typeBits;

  /** Bits that hold any value. */
  final int[][] bits;

  /** The value that means 0, or the least. */
  final int[][] zero;

  /** Values of a field that goes round; 0 of others. */
  final int[][] period;

  Columns(EntitySchema schema) {
    this.schema = schema;
    slotBits = bitsFor(schema.capacity() - 1);
    typeBits = bitsFor(schema.types().size() - 1);
    int types = schema.types().size();
    bits = new int[types][];
    zero = new int[types][];
    period = new int[types][];
    for (int type = 0; type < types; type++) {
      List<EntityField> fields = schema.types().get(type).fields();
      bits[type] = fields.stream().mapToInt(EntityField::bits).toArray();
      zero[type] = fields.stream().mapToInt(field -> field.quantize(0)).toArray();
      period[type] = fields.stream().mapToInt(f -> f.wraps() ? f.steps() + 1 : 0).toArray();
    }
  }

  /** Bits that hold 0 to a number. */
  static int bitsFor(int largest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
  }

  int fields(int type) {
    return bits[type].length;
  }

  /** Whole bytes that hold any value. */
  int bytes(int type, int field) {
    return bits[type][field] + 7 >>> 3;
  }

  /** From one value to another, the short way where there are two. */
  int difference(int type, int field, int from, int to) {
    int difference = to - from;
    int turn = period[type][field];
    if (turn == 0) {
      return difference;
    }
    return Math.floorMod(difference + turn / 2, turn) - turn / 2;
  }

  /** The value that differs so from another. */
  int sum(int type, int field, int from, int difference) {
    int turn = period[type][field];
    return turn == 0 ? from + difference : Math.floorMod(from + difference, turn);
  }

  /** Small numbers of either sign as small numbers: 0, -1, 1, -2, ... */
  static int zigzag(int number) {
    return number << 1 ^ number >> 31;
  }

  static int unzigzag(int number) {
    return number >>> 1 ^ -(number & 1);
  }
}
