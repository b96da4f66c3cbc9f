package ringmaster.shared.game;

import java.util.List;

/** Whom entities or events of a type concern. */
public enum Reach {
  /** Who is within the view radius of where it is, who owns it, and whom it names. */
  NEAR,
  /** Everybody, however far: a score, a ball, a goal. */
  EVERYWHERE;

  /** What has a place is near it; what has none is everywhere. */
  static Reach of(List<EntityField> fields) {
    return Place.of(fields).isEmpty() ? EVERYWHERE : NEAR;
  }
}
