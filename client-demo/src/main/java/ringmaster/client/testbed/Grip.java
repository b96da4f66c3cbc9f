package ringmaster.client.testbed;

import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.Joints;
import ringmaster.shared.physics.MouseJoint;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.physics.World;

/** The hand that pulls at a body. */
final class Grip {
  private static final float HERTZ = 5;
  private static final float DAMPING_RATIO = 0.7f;

  /** How hard it pulls: a hundred times what a body of this planet weighs. */
  private static final float METERS_PER_SECOND_SQUARED = 1_000;

  /** Well within the world. */
  private static final float FURTHEST_METERS = 16_000;

  private static final int EVERYTHING = -1;

  private final long[] found = new long[16];
  private long joint = Joints.NONE;

  /**
   * Takes hold of a body that forces move, if there is one.
   *
   * @param reachMeters how far from the point it may be
   */
  boolean take(World world, float x, float y, float reachMeters) {
    Queries queries = world.newQueries();
    float atX = within(x);
    float atY = within(y);
    int count =
        queries.overlapCircle(atX, atY, Math.min(reachMeters, 1), EVERYTHING, Bodies.NONE, found);
    for (int i = 0; i < count && !holds(); i++) {
      BodyKind kind = world.bodies().kind(found[i]);
      if (kind.type() == BodyType.DYNAMIC) {
        float newtons = METERS_PER_SECOND_SQUARED * kind.massKilograms();
        MouseJoint hand = new MouseJoint(HERTZ, DAMPING_RATIO, newtons);
        joint = world.joints().create(hand, found[i], atX, atY);
      }
    }
    return holds();
  }

  boolean holds() {
    return joint != Joints.NONE;
  }

  /** Pulls towards a point, if it holds anything. */
  void pull(World world, float x, float y) {
    if (holds()) {
      world.joints().setTarget(joint, within(x), within(y));
    }
  }

  void release(World world) {
    if (holds()) {
      world.joints().destroy(joint);
      joint = Joints.NONE;
    }
  }

  private static float within(float meters) {
    return Math.clamp(meters, -FURTHEST_METERS, FURTHEST_METERS);
  }
}
