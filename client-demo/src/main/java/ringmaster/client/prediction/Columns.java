package ringmaster.client.prediction;

import ringmaster.shared.game.EntityType;

/** Which of a type's fields say where it is and how it moves; {@link #NONE} where none does. */
record Columns(int x, int y, int facing, int velocityX, int velocityY) {
  static final int NONE = -1;

  /** Of what has no place. */
  static final Columns NOWHERE = new Columns(NONE, NONE, NONE, NONE, NONE);

  static Columns of(EntityType type) {
    return new Columns(
        named(type, "x"),
        named(type, "y"),
        named(type, "facing"),
        named(type, "velocityX"),
        named(type, "velocityY"));
  }

  private static int named(EntityType type, String name) {
    for (int field = 0; field < type.fields().size(); field++) {
      if (type.fields().get(field).name().equals(name)) {
        return field;
      }
    }
    return NONE;
  }

  /** Whether it has a place. */
  boolean placed() {
    return x != NONE && y != NONE;
  }

  /** Whether it has a place and a speed. */
  boolean moves() {
    return placed() && velocityX != NONE && velocityY != NONE;
  }
}
