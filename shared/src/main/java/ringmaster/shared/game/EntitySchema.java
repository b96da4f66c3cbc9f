package ringmaster.shared.game;

import java.util.List;

/**
 * All that can appear in a match's frames: entity types, how many entity slots there are, and types
 * of events.
 *
 * @param types by type index
 * @param capacity entity slots of a frame, at most 1,024
 * @param events by type index
 */
public record EntitySchema(List<EntityType> types, int capacity, List<EventType> events) {
  /** Bounds what a frame costs in memory, and the bits of an entity id. */
  public static final int MAX_CAPACITY = 1024;

  /** Bounds the bits of a type index, of entities as of events. */
  public static final int MAX_TYPES = 16;

  public EntitySchema {
    types = List.copyOf(types);
    events = List.copyOf(events);
    if (capacity < 1 || capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException("capacity " + capacity + " is outside 1.." + MAX_CAPACITY);
    }
    if (types.isEmpty() || types.size() > MAX_TYPES) {
      throw new IllegalArgumentException(types.size() + " types is outside 1.." + MAX_TYPES);
    }
    if (events.size() > MAX_TYPES) {
      throw new IllegalArgumentException(events.size() + " event types is above " + MAX_TYPES);
    }
  }

  /** A schema of entities alone. */
  public EntitySchema(List<EntityType> types, int capacity) {
    this(types, capacity, List.of());
  }

  /** The same entities, for those who keep frames but no events. */
  public EntitySchema withoutEvents() {
    return new EntitySchema(types, capacity);
  }

  /** Whether some field is not for everyone. */
  public boolean hasPrivateFields() {
    return types.stream()
        .flatMap(type -> type.fields().stream())
        .anyMatch(field -> field.visibility() != EntityField.Visibility.EVERYONE);
  }

  /** Columns of the widest type. */
  public int maxFields() {
    return types.stream().mapToInt(type -> type.fields().size()).max().orElse(0);
  }

  /** A number that differs when names, units, ranges, order or capacity differ. */
  public int hash() {
    return 31 * shapeHash() + capacity;
  }

  /** The same for any capacity: what a codec's model is made for. */
  public int shapeHash() {
    int hash = types.size();
    for (EntityType type : types) {
      hash = hash(hash, type.name(), type.fields());
    }
    hash = hash * 31 + events.size();
    for (EventType event : events) {
      hash = hash(hash, event.name(), event.fields());
    }
    return hash;
  }

  private static int hash(int before, String name, List<EntityField> fields) {
    int hash = before * 31 + name.hashCode();
    for (EntityField field : fields) {
      hash = hash * 31 + field.name().hashCode();
      hash = hash * 31 + field.unit().hashCode();
      hash = hash * 31 + Float.floatToIntBits(field.min());
      hash = hash * 31 + Float.floatToIntBits(field.max());
      hash = hash * 31 + Float.floatToIntBits(field.quantum());
      hash = hash * 31 + field.visibility().ordinal();
    }
    return hash;
  }
}
