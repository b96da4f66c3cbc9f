package ringmaster.shared.game;

import java.util.Arrays;
import java.util.List;

/**
 * What happened in one tick, oldest first, quantised: a list of events in columns.
 *
 * <p>It holds {@link #CAPACITY} events. Later ones of the same tick are dropped, so that what is
 * kept depends on nothing but the order in which things happened.
 */
public final class EventList {
  /** Two for every player of the largest match in one tick; 3 kB of skirmish's. */
  public static final int CAPACITY = 2 * MatchSettings.MAX_PLAYERS;

  private final EntityField[][] fields;
  private final int stride;
  private final int capacity;

  /** One row more than the capacity: events that are dropped are set there. */
  private final byte[] types;

  private final int[] values;
  private int count;
  private int last;

  /**
   * @param eventTypes by type index; without any the list takes no memory
   */
  public EventList(List<EventType> eventTypes) {
    fields =
        eventTypes.stream()
            .map(type -> type.fields().toArray(EntityField[]::new))
            .toArray(EntityField[][]::new);
    stride = eventTypes.stream().mapToInt(type -> type.fields().size()).max().orElse(0);
    capacity = eventTypes.isEmpty() ? 0 : CAPACITY;
    types = new byte[capacity + 1];
    values = new int[(capacity + 1) * stride];
  }

  public void clear() {
    count = 0;
  }

  /** Appends an event whose fields, all at their minimum now, are then set one by one. */
  public void add(int type) {
    last = count;
    count = Math.min(count + 1, capacity);
    types[last] = (byte) type;
    Arrays.fill(values, last * stride, (last + 1) * stride, 0);
  }

  /** Sets a field of the event added last, quantised. */
  public void set(int field, float value) {
    values[last * stride + field] = fields[types[last]][field].quantize(value);
  }

  /** Sets a field of the event added last to a step number, 0..steps. */
  public void setQuantized(int field, int quantized) {
    values[last * stride + field] = quantized;
  }

  public int count() {
    return count;
  }

  /** Type index of an event, 0 .. {@link #count} - 1. */
  public int type(int event) {
    return types[event];
  }

  /** A field's value in its unit. */
  public float get(int event, int field) {
    return fields[types[event]][field].value(quantized(event, field));
  }

  public int quantized(int event, int field) {
    return values[event * stride + field];
  }

  /** Copies a list of the same types. */
  public void copyFrom(EventList other) {
    count = other.count;
    System.arraycopy(other.types, 0, types, 0, count);
    System.arraycopy(other.values, 0, values, 0, count * stride);
  }
}
