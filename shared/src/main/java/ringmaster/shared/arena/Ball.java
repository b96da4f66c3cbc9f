package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * The ball of scrum: a heavy body like any other, put back to the centre for each kick-off.
 *
 * <p>It is twice as wide as a hull, so a hull always gets behind it, along a wall as in a corner.
 */
final class Ball {
  static final float RADIUS_METERS = 2;
  static final int CATEGORY = 1 << 2;
  static final int TAG = -2;

  static final BodyKind KIND =
      BodyKind.dynamic()
          .part(Shape.circle(RADIUS_METERS), new Material(1, 0.1f, 0.6f), filter())
          .massKilograms(300)
          .damping(0.35f, 0.8f)
          .build();

  /** A ball that two sides hold fast goes nowhere, however hard they push. */
  private static final float STALL_METERS = 3;

  private static final int STALL_SECONDS = 10;

  private final Bodies bodies;
  private final int stallTicks;
  private long body;
  private int kickOffs;
  private float heldX;
  private float heldY;
  private int heldTicks;

  Ball(Bodies bodies, TickRate rate) {
    this.bodies = bodies;
    stallTicks = STALL_SECONDS * rate.hz();
    body = bodies.create(KIND, 0, 0);
    bodies.setTag(body, TAG);
  }

  private static Filter filter() {
    return new Filter(CATEGORY, -1, 0);
  }

  float x() {
    return bodies.x(body);
  }

  float y() {
    return bodies.y(body);
  }

  /** At the centre, at rest. */
  void kickOff() {
    bodies.setPose(body, 0, 0, 1, 0);
    bodies.setVelocity(body, 0, 0, 0);
    kickOffs++;
    hold();
  }

  /** How often it was put back: a viewer must not draw a ball that flies there. */
  int kickOffs() {
    return kickOffs;
  }

  /**
   * Looks where the ball is; true while it has been kept in one place for long. Not asked while
   * nobody has touched it: that time does not count.
   */
  boolean stalled() {
    float dx = x() - heldX;
    float dy = y() - heldY;
    if (dx * dx + dy * dy > STALL_METERS * STALL_METERS) {
      hold();
    } else {
      heldTicks = Math.min(heldTicks + 1, stallTicks);
    }
    return heldTicks == stallTicks;
  }

  private void hold() {
    heldX = x();
    heldY = y();
    heldTicks = 0;
  }

  void capture(EntityFrame frame, int slot) {
    frame.put(slot, ScrumSlots.BALL, kickOffs);
    BodyFields.capture(frame, slot, bodies, body);
  }

  /** The world must have been visited before. */
  void visit(StateVisitor visitor) {
    body = visitor.int64(body);
    PlayerBodies.require(bodies, body, TAG);
    kickOffs = visitor.int32(kickOffs);
    heldX = visitor.float32(heldX);
    heldY = visitor.float32(heldY);
    heldTicks = visitor.count(heldTicks, stallTicks);
  }
}
