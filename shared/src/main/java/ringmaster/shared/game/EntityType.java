package ringmaster.shared.game;

import java.util.List;

/**
 * A type of entity: its columns, and a default look so that any client can draw it.
 *
 * @param name lower case, for example {@code tank}
 * @param fields columns in wire order
 * @param shape how a client without a model of its own draws it
 * @param sizeMeters radius of the shape; 0 for {@link Shape#NONE}
 * @param color 0xRRGGBB
 */
public record EntityType(
    String name, List<EntityField> fields, Shape shape, float sizeMeters, int color) {
  /** Default looks. */
  public enum Shape {
    /** Not drawn: a score, a timer. */
    NONE,
    CIRCLE,
    BOX
  }

  public EntityType {
    fields = List.copyOf(fields);
  }

  /** Index of a field by name; games look their columns up once. */
  public int field(String fieldName) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(fieldName)) {
        return i;
      }
    }
    throw new IllegalArgumentException("entity type " + name + " has no field " + fieldName);
  }
}
