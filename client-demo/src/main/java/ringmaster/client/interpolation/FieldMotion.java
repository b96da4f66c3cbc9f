package ringmaster.client.interpolation;

import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.SteadyPredictor;

/** How the fields of an entity type change between snapshots, by their units. Immutable. */
final class FieldMotion {
  /** How a field's values in between are made. */
  enum Blend {
    /** As of the last snapshot. */
    STEP,
    LINEAR,
    /** The short way round. */
    ANGLE
  }

  private static final float TURN = (float) (2 * Math.PI);

  private final Blend[] blends;
  private final int[] rateFields;

  FieldMotion(EntityType type) {
    blends = type.fields().stream().map(FieldMotion::blend).toArray(Blend[]::new);
    rateFields = new int[blends.length];
    for (int field = 0; field < blends.length; field++) {
      rateFields[field] = SteadyPredictor.rateOf(type.fields(), field);
    }
  }

  private static Blend blend(EntityField field) {
    return switch (field.unit()) {
      case "m" -> Blend.LINEAR;
      case "rad" -> Blend.ANGLE;
      default -> Blend.STEP;
    };
  }

  int fields() {
    return blends.length;
  }

  Blend blend(int field) {
    return blends[field];
  }

  /** The field whose value moves another one; {@link SteadyPredictor#NONE}: it stands. */
  int rateField(int field) {
    return rateFields[field];
  }

  /** What leads from one value to another. */
  float difference(int field, float from, float to) {
    float difference = to - from;
    return blends[field] == Blend.ANGLE
        ? difference - TURN * Math.round(difference / TURN)
        : difference;
  }
}
