package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class JointsProperties {
  private static final int BODIES = 24;
  private static final int STEPS = 400;

  /** Bodies of most unlike masses, some on the same spot. */
  private static JointScene crowd(Rng rng) {
    JointScene scene = JointScene.withGravity();
    for (int i = 0; i < BODIES; i++) {
      float x = rng.nextInt(4);
      float y = rng.nextInt(4);
      switch (rng.nextInt(4)) {
        case 0 -> scene.wall(x, y);
        case 1 -> scene.ball(x, y, 1);
        case 2 -> scene.ball(x, y, 500);
        default -> scene.box(x, y, 0.5f, 0.02f, 0.1f);
      }
    }
    return scene;
  }

  private static void change(JointScene scene, Rng rng) {
    Joints joints = scene.joints;
    if (joints.slots() > 0 && rng.nextBoolean(0.3f)) {
      long joint = joints.at(rng.nextInt(joints.slots()));
      if (joint != Joints.NONE) {
        joints.destroy(joint);
      }
    }
    long a = scene.bodies.at(rng.nextInt(BODIES));
    long b = scene.bodies.at(rng.nextInt(BODIES));
    boolean apart = a != b;
    boolean moves = scene.bodies.inverseMass[(int) a] + scene.bodies.inverseMass[(int) b] > 0;
    if (apart && moves && joints.count() < 2 * BODIES) {
      join(scene, rng, a, b);
    }
  }

  private static void join(JointScene scene, Rng rng, long a, long b) {
    Joints joints = scene.joints;
    float x = rng.nextFloat(0, 3);
    float y = rng.nextFloat(0, 3);
    float hertz = rng.nextInt(3) * rng.nextFloat(0.1f, 100);
    float ratio = rng.nextInt(2) * rng.nextFloat();
    float push = rng.nextInt(2) * rng.nextFloat(0, 1e4f);
    switch (rng.nextInt(4)) {
      case 0 ->
          joints.create(
              new DistanceJoint(rng.nextInt(3), 2, x, hertz, ratio, y, push, false),
              a,
              b,
              x,
              y,
              x,
              y + rng.nextInt(2));
      case 1 ->
          joints.create(
              new RevoluteJoint(rng.nextBoolean(0.5f), -x, y, hertz, ratio, x - y, push, true),
              a,
              b,
              x,
              y);
      case 2 -> joints.create(new WeldJoint(hertz, ratio, x, y, false), a, b, x, y);
      default -> {
        if (scene.bodies.inverseMass[(int) b] > 0) {
          joints.create(new MouseJoint(0.1f + hertz, ratio, push), b, x, y);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverIsJoinedItStaysANumberAndGoesOnWhenRestored(long seed) {
    Rng rng = new Rng(seed);
    JointScene scene = crowd(rng);
    JointScene twin = crowd(new Rng(seed));
    for (int step = 0; step < STEPS; step++) {
      if (step % 10 == 0) {
        change(scene, rng);
        twin.restore(scene);
      }
      scene.step();
      twin.step();
      assertEquals(scene.hash(), twin.hash(), "seed " + seed + " step " + step);
    }
    assertTrue(finite(scene), "seed " + seed);
  }

  private static boolean finite(JointScene scene) {
    float sum = 0;
    for (int slot = 0; slot < BODIES; slot++) {
      for (int i = 0; i < Bodies.MOTION; i++) {
        sum += 0 * scene.bodies.motion[slot * Bodies.MOTION + i];
      }
      sum += 0 * scene.bodies.pose[slot * Bodies.POSE];
    }
    return sum == 0;
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void forbiddenPairsAreThoseThatAScanFinds(long seed) {
    Rng rng = new Rng(seed);
    JointScene scene = crowd(rng);
    for (int step = 0; step < STEPS; step++) {
      change(scene, rng);
      int a = rng.nextInt(BODIES);
      int b = rng.nextInt(BODIES);
      assertEquals(
          scan(scene.joints, a, b), scene.joints.forbids(a, b), "seed " + seed + " step " + step);
    }
  }

  private static boolean scan(Joints joints, int a, int b) {
    for (int joint = 0; joint < joints.end(); joint++) {
      boolean here =
          (joints.bodyA(joint) == a && joints.bodyB(joint) == b)
              || (joints.bodyA(joint) == b && joints.bodyB(joint) == a);
      boolean forbids = (joints.flags[joint] & Joints.COLLIDE_CONNECTED) == 0;
      if (joints.present(joint) && here && forbids) {
        return true;
      }
    }
    return false;
  }
}
