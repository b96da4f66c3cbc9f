package ringmaster.shared.game;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of entity: its columns, and a default look so that any client can draw it.
 *
 * @param name lower case, for example {@code tank}
 * @param fields columns in wire order
 * @param shape how a client without a model of its own draws it
 * @param sizeMeters radius of the shape; 0 for {@link Shape#NONE}
 * @param color 0xRRGGBB
 * @param predictor what a viewer may expect of it; null: what its units say
 */
public record EntityType(
    String name,
    List<EntityField> fields,
    Shape shape,
    float sizeMeters,
    int color,
    @Nullable EntityPredictor predictor) {
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

  /** A type whose units say what to expect of it: see {@link SteadyPredictor}. */
  public EntityType(
      String name, List<EntityField> fields, Shape shape, float sizeMeters, int color) {
    this(name, fields, shape, sizeMeters, color, null);
  }

  /** The same type, of which something better is known. */
  public EntityType with(EntityPredictor better) {
    return new EntityType(name, fields, shape, sizeMeters, color, better);
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
