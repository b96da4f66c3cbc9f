package ringmaster.shared.snapshot;

import java.util.List;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * The events of a snapshot as bits. They stand between the header and the entities, oldest first,
 * and are all that happened after those the viewer has proven to have:
 *
 * <pre>
 * bits  per event
 *  1    1
 *  1    same: of the same tick as the one before (for the first: 0)
 *  1    if not same: near
 *  4/7  if not same: age of its tick, in ticks; 4 if near
 *  t    type, in as few bits as tell the schema's event types apart
 *       each field in its own bits
 *
 *  1    0: end of the list
 *  1    if there were any, through: all is there up to this snapshot's tick
 *  7    if not through: up to that many ticks before; later ones follow another time
 * </pre>
 *
 * Nothing new costs one bit. Of a tick there is all or nothing, but for one that alone exceeds the
 * share of the datagram: its surplus is lost.
 */
final class EventCodec {
  static final int AGE_BITS = 7;
  static final int NEAR_AGE_BITS = 4;

  private final int typeBits;
  private final int[][] bits;
  private final int[][] steps;

  EventCodec(List<EventType> types) {
    typeBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(types.size() - 1, 0));
    bits = new int[types.size()][];
    steps = new int[types.size()][];
    for (int type = 0; type < bits.length; type++) {
      List<EntityField> fields = types.get(type).fields();
      bits[type] = fields.stream().mapToInt(EntityField::bits).toArray();
      steps[type] = fields.stream().mapToInt(EntityField::steps).toArray();
    }
  }

  void writeAge(BitWriter out, int age) {
    boolean near = age < 1 << NEAR_AGE_BITS;
    out.flag(near);
    out.bits(age, near ? NEAR_AGE_BITS : AGE_BITS);
  }

  int readAge(BitReader in) {
    return in.int32(in.flag() ? NEAR_AGE_BITS : AGE_BITS);
  }

  void write(BitWriter out, EventList events, int event) {
    int type = events.type(event);
    out.bits(type, typeBits);
    for (int i = 0; i < bits[type].length; i++) {
      out.bits(events.quantized(event, i), bits[type][i]);
    }
  }

  /** Appends an event to a list. Returns whether what was read is within the schema. */
  boolean read(BitReader in, EventList events) {
    int type = in.int32(typeBits);
    if (type >= bits.length || events.count() == EventList.CAPACITY) {
      return false;
    }
    events.add(type);
    for (int i = 0; i < bits[type].length; i++) {
      int value = in.int32(bits[type][i]);
      if (value > steps[type][i]) {
        return false;
      }
      events.setQuantized(i, value);
    }
    return true;
  }
}
