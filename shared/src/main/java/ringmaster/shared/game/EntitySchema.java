package ringmaster.shared.game;

import java.util.List;

/**
 * All that can appear in a match's frames: entity types, and how many entity slots there are.
 *
 * @param types by type index
 * @param capacity entity slots of a frame, at most 1,024
 */
public record EntitySchema(List<EntityType> types, int capacity) {
  /** Bounds what a frame costs in memory, and the bits of an entity id. */
  public static final int MAX_CAPACITY = 1024;

  /** Bounds the bits of a type index. */
  public static final int MAX_TYPES = 16;

  public EntitySchema {
    types = List.copyOf(types);
    if (capacity < 1 || capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException("capacity " + capacity + " is outside 1.." + MAX_CAPACITY);
    }
    if (types.isEmpty() || types.size() > MAX_TYPES) {
      throw new IllegalArgumentException(types.size() + " types is outside 1.." + MAX_TYPES);
    }
  }

  /** Columns of the widest type. */
  public int maxFields() {
    return types.stream().mapToInt(type -> type.fields().size()).max().orElse(0);
  }

  /** A number that differs when names, ranges, order or capacity differ. */
  public int hash() {
    int hash = capacity;
    for (EntityType type : types) {
      hash = hash * 31 + type.name().hashCode();
      for (EntityField field : type.fields()) {
        hash = hash * 31 + field.name().hashCode();
        hash = hash * 31 + Float.floatToIntBits(field.min());
        hash = hash * 31 + Float.floatToIntBits(field.max());
        hash = hash * 31 + Float.floatToIntBits(field.quantum());
      }
    }
    return hash;
  }
}
