package ringmaster.client.scene;

import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityView;

/**
 * How entities of one type are drawn, and in which columns to find what that takes. A type with a
 * name that is not known here, or without the fields its model needs, is drawn by the shape and
 * colour of its schema.
 */
final class Look {
  enum Kind {
    HIDDEN,
    TANK,
    CRATE,
    BARREL,
    PICKUP,
    BALL,
    ROCKET,
    SHAPE
  }

  private static final int NONE = -1;

  final Kind kind;
  final Model shape;
  final float sizeMeters;
  final int rgb;

  final int x;
  final int y;
  final int velocityX;
  final int velocityY;
  final int facing;
  final int aim;
  final int health;
  final int flags;
  final int owner;
  final int team;
  final int pickupKind;
  final int ready;
  final float fullHealth;

  Look(EntityType type) {
    x = field(type, "x");
    y = field(type, "y");
    velocityX = field(type, "velocityX");
    velocityY = field(type, "velocityY");
    facing = field(type, "facing");
    aim = field(type, "aim");
    health = field(type, "health");
    flags = field(type, "flags");
    owner = field(type, "owner");
    team = field(type, "team");
    pickupKind = field(type, "kind");
    ready = field(type, "ready");
    fullHealth = health == NONE ? 1 : type.fields().get(health).max();
    kind = kind(type);
    shape = type.shape() == EntityType.Shape.BOX ? Model.BOX : Model.ROUND;
    sizeMeters = type.sizeMeters();
    rgb = type.color();
  }

  private Kind kind(EntityType type) {
    if (type.shape() == EntityType.Shape.NONE || x == NONE || y == NONE) {
      return Kind.HIDDEN;
    }
    return switch (type.name()) {
      case "tank" -> facing != NONE && aim != NONE ? Kind.TANK : Kind.SHAPE;
      case "crate" -> Kind.CRATE;
      case "barrel" -> Kind.BARREL;
      case "pickup" -> pickupKind != NONE && ready != NONE ? Kind.PICKUP : Kind.SHAPE;
      case "ball" -> Kind.BALL;
      case "rocket" -> velocityX != NONE && velocityY != NONE ? Kind.ROCKET : Kind.SHAPE;
      default -> Kind.SHAPE;
    };
  }

  /** Whether one is to see which way it is turned. */
  boolean faces() {
    return facing != NONE;
  }

  boolean aims() {
    return kind != Kind.HIDDEN && aim != NONE;
  }

  boolean hasHealth() {
    return kind != Kind.HIDDEN && health != NONE;
  }

  /** Metres per second; 0 where it is not known. */
  float speed(EntityView view, int slot) {
    float vx = get(view, slot, velocityX, 0);
    float vy = get(view, slot, velocityY, 0);
    return (float) Math.sqrt(vx * vx + vy * vy);
  }

  private static int field(EntityType type, String name) {
    for (int i = 0; i < type.fields().size(); i++) {
      if (type.fields().get(i).name().equals(name)) {
        return i;
      }
    }
    return NONE;
  }

  /** A field's value, or a substitute where the type has no such field. */
  static float get(EntityView view, int slot, int field, float absent) {
    return field == NONE ? absent : view.get(slot, field);
  }
}
