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
 * @param reach whom it concerns
 * @param weight where not all fit a snapshot, one that weighs twice as much waits half as long; 1
 *     to {@link #MAX_WEIGHT}
 */
public record EntityType(
    String name,
    List<EntityField> fields,
    Shape shape,
    float sizeMeters,
    int color,
    @Nullable EntityPredictor predictor,
    Reach reach,
    int weight) {
  /** Bounds a priority. */
  public static final int MAX_WEIGHT = 16;

  /** What moves goes wrong on a screen sooner than what rests. */
  private static final int MOVING_WEIGHT = 4;

  /** Default looks. */
  public enum Shape {
    /** Not drawn: a score, a timer. */
    NONE,
    CIRCLE,
    BOX
  }

  public EntityType {
    fields = List.copyOf(fields);
    if (reach == Reach.NEAR && Place.of(fields).isEmpty()) {
      throw new IllegalArgumentException(
          "entity type " + name + " has no place, x and y in m, that a viewer could be near");
    }
    if (weight < 1 || weight > MAX_WEIGHT) {
      throw new IllegalArgumentException(
          "entity type " + name + ": weight " + weight + " is outside 1.." + MAX_WEIGHT);
    }
  }

  /**
   * A type whose units say what to expect of it, see {@link SteadyPredictor}; that concerns who is
   * near, if it has a place; and that weighs the more if it moves.
   */
  public EntityType(
      String name, List<EntityField> fields, Shape shape, float sizeMeters, int color) {
    this(name, fields, shape, sizeMeters, color, null, Reach.of(fields), weightOf(fields));
  }

  private static int weightOf(List<EntityField> fields) {
    boolean moves = fields.stream().anyMatch(field -> field.unit().equals("m/s"));
    return moves ? MOVING_WEIGHT : 1;
  }

  /** The same type, of which something better is known. */
  public EntityType with(EntityPredictor better) {
    return new EntityType(name, fields, shape, sizeMeters, color, better, reach, weight);
  }

  /** The same type for everybody, however far: what a player must always know of. */
  public EntityType everywhere() {
    return new EntityType(
        name, fields, shape, sizeMeters, color, predictor, Reach.EVERYWHERE, weight);
  }

  /** The same type, more or less important than others where not all fit. */
  public EntityType weighing(int newWeight) {
    return new EntityType(name, fields, shape, sizeMeters, color, predictor, reach, newWeight);
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
