package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class WeldJointTest {
  /** Of one metre and one kilogram, one after the other out of a wall at 0. */
  private static long[] plank(JointScene scene, WeldJoint kind, int boxes) {
    long[] welds = new long[boxes];
    long previous = scene.wall(0, 0);
    for (int i = 0; i < boxes; i++) {
      long box = scene.box(i + 0.5f, 0, 0.5f, 0.1f, 1);
      welds[i] = scene.joints.create(kind, previous, box, i, 0);
      previous = box;
    }
    return welds;
  }

  @Test
  void aStiffPlankStaysNearlyLevel() {
    JointScene scene = JointScene.withGravity();
    long[] welds = plank(scene, WeldJoint.RIGID, 4);
    scene.seconds(10);
    assertEquals(0, scene.bodies.y(scene.joints.bodyB(welds[3])), 0.06);
    assertEquals(0, scene.joints.length(welds[0]), 0.002);
    assertEquals(0, scene.joints.angle(welds[0]), 0.01);
    // 4 kg at levers of half a metre, one and a half, ...
    assertEquals(80, scene.joints.torque(welds[0]), 0.5);
    assertEquals(40, scene.joints.forceY(welds[0]), 0.1);
    assertEquals(0, scene.bodies.velocityY(scene.joints.bodyB(welds[3])), 1e-3);
  }

  @Test
  void aSoftPlankBendsFurtherTheSofterItIs() {
    float previous = -0.06f;
    for (float hertz : new float[] {16, 8}) {
      JointScene scene = JointScene.withGravity();
      long[] welds = plank(scene, WeldJoint.bending(hertz, 1), 4);
      scene.seconds(10);
      float tip = scene.bodies.y(scene.joints.bodyB(welds[3]));
      assertEquals(true, tip < 2 * previous, "tip at " + tip + ", before at " + previous);
      // It bends and does not come apart.
      assertEquals(0, scene.joints.length(welds[0]), 0.01);
      previous = tip;
    }
  }

  @Test
  void aWeldTwistsAtItsAngularFrequencyAndStretchesAtItsLinear() {
    JointScene scene = JointScene.weightless();
    long ball = scene.ball(0, 0, 1);
    long weld = scene.joints.create(new WeldJoint(1, 0, 3, 0, false), scene.wall(0, 0), ball, 0, 0);
    scene.bodies.setVelocity(ball, 1, 0, 5);
    Swings twist = new Swings();
    Swings stretch = new Swings();
    for (int step = 0; step < 600; step++) {
      scene.step();
      twist.add(scene.joints.angle(weld));
      stretch.add(scene.bodies.x(ball));
    }
    assertEquals(3, twist.hertz(), 0.03);
    assertEquals(1, stretch.hertz(), 0.01);
  }

  @Test
  void aWeldKeepsTheAngleAtWhichTheTwoStood() {
    JointScene scene = JointScene.weightless();
    long a = scene.bodies.create(JointScene.ballKind(1), 0, 0, 0.6f, 0.8f);
    long b = scene.bodies.create(JointScene.ballKind(1), 1, 0, 0, -1);
    long weld = scene.joints.create(WeldJoint.RIGID, a, b, 0.5f, 0);
    scene.bodies.setVelocity(a, 0, -3, 4);
    scene.seconds(5);
    assertEquals(0, scene.joints.angle(weld), 1e-3);
    Bodies bodies = scene.bodies;
    float cos = bodies.cos(a) * bodies.cos(b) + bodies.sin(a) * bodies.sin(b);
    assertEquals(-0.8f, cos, 1e-3);
    assertEquals(1, Math.hypot(bodies.x(a) - bodies.x(b), bodies.y(a) - bodies.y(b)), 2e-3);
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new WeldJoint(-1, 0, 0, 0, false));
    assertThrows(IllegalArgumentException.class, () -> new WeldJoint(0, Float.NaN, 0, 0, false));
    assertThrows(IllegalArgumentException.class, () -> WeldJoint.bending(Float.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> WeldJoint.bending(1, -1));
  }
}
