package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DistanceJointTest {
  @Test
  void aPendulumOnARodKeepsItsLengthAndItsEnergy() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(2, 0, 1);
    long rod = scene.joints.create(DistanceJoint.rod(2), scene.wall(0, 0), ball, 0, 0, 2, 0);
    double least = 0;
    for (int step = 0; step < 1_200; step++) {
      scene.step();
      least = Math.min(least, scene.bodies.y(ball));
      assertEquals(2, scene.joints.length(rod), 0.002);
      // It swings with 20 J.
      assertEquals(0, scene.energy(ball), 0.2);
    }
    assertEquals(-2, least, 0.02);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0", "1, 0", "1, 0.1", "2, 0.05", "4, 0"})
  void aSpringSwingsAtItsFrequency(float hertz, float dampingRatio) {
    JointScene scene = JointScene.weightless();
    long ball = scene.ball(3, 0, 5);
    scene.joints.create(
        DistanceJoint.spring(2, hertz, dampingRatio), scene.wall(0, 0), ball, 0, 0, 3, 0);
    Swings swings = new Swings();
    for (int step = 0; step < 480; step++) {
      scene.step();
      swings.add(scene.bodies.x(ball) - 2);
    }
    double expected = hertz * Math.sqrt(1 - dampingRatio * dampingRatio);
    assertEquals(expected, swings.hertz(), 0.01 * expected);
  }

  @Test
  void aSpringSettlesWhereItBearsTheWeight() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(0, -2, 3);
    long spring =
        scene.joints.create(DistanceJoint.spring(2, 1, 0.5f), scene.wall(0, 0), ball, 0, 0, 0, -2);
    scene.seconds(10);
    double omega = 2 * StrictMath.PI;
    assertEquals(2 + 10 / (omega * omega), scene.joints.length(spring), 1e-3);
    assertEquals(30, scene.joints.forceY(spring), 0.01);
    assertEquals(0, scene.joints.forceX(spring), 0.01);
  }

  @Test
  void aRopeIsSlackUntilItIsTaut() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(0, -1, 1);
    long rope = scene.joints.create(DistanceJoint.rope(3), scene.wall(0, 0), ball, 0, 0, 0, -1);
    for (int step = 0; step < 24; step++) {
      scene.step();
      assertEquals(0, scene.joints.forceY(rope), 1e-9);
    }
    assertEquals(-4, scene.bodies.velocityY(ball), 0.01);
    scene.seconds(3);
    assertEquals(3, scene.joints.length(rope), 0.002);
    assertEquals(10, scene.joints.forceY(rope), 0.01);
  }

  @Test
  void aLeastLengthPropsUp() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(0, 3, 1);
    long prop =
        scene.joints.create(DistanceJoint.rope(3).range(2, 3), scene.wall(0, 0), ball, 0, 0, 0, 3);
    scene.seconds(3);
    assertEquals(2, scene.joints.length(prop), 0.002);
    assertEquals(10, scene.joints.forceY(prop), 0.01);
  }

  @Test
  void aMotorReachesItsSpeedAndStopsAtTheEndOfTheRange() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(0, -3, 2);
    long winch =
        scene.joints.create(
            DistanceJoint.rope(5).range(1, 5).motor(-1, 50), scene.wall(0, 0), ball, 0, 0, 0, -3);
    scene.seconds(1);
    assertEquals(1, scene.bodies.velocityY(ball), 1e-3);
    assertEquals(-20, scene.joints.motorPush(winch), 0.05);
    scene.seconds(2);
    assertEquals(1, scene.joints.length(winch), 0.005);
    scene.joints.setMotorSpeed(winch, 0.5f);
    scene.seconds(2);
    assertEquals(-0.5, scene.bodies.velocityY(ball), 1e-3);
  }

  @Test
  void aMotorIsNoStrongerThanItMay() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(0, -3, 2);
    long winch =
        scene.joints.create(
            DistanceJoint.rope(5).motor(-1, 15), scene.wall(0, 0), ball, 0, 0, 0, -3);
    scene.seconds(0.5f);
    // 20 N of weight less 15 N.
    assertEquals(-2.5 * 0.5, scene.bodies.velocityY(ball), 1e-3);
    assertEquals(-15, scene.joints.motorPush(winch), 1e-3);
  }

  @Test
  void aLongerRodLowersItsLoad() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(0, -2, 2);
    long rod = scene.joints.create(DistanceJoint.rod(2), scene.wall(0, 0), ball, 0, 0, 0, -2);
    scene.seconds(1);
    scene.joints.setRange(rod, 2.5f, 2.5f);
    scene.seconds(2);
    assertEquals(2.5, scene.joints.length(rod), 0.002);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1})
  void pointsThatCoincideArePushedApart(float hertz) {
    JointScene scene = JointScene.weightless();
    long a = scene.ball(1, 1, 1);
    long b = scene.ball(1, 1, 1);
    DistanceJoint kind = hertz == 0 ? DistanceJoint.rod(1) : DistanceJoint.spring(1, hertz, 1);
    long joint = scene.joints.create(kind, a, b, 1, 1, 1, 1);
    scene.seconds(3);
    assertEquals(1, scene.joints.length(joint), 0.002);
    assertTrue(Math.abs(scene.joints.forceX(joint)) < 0.1);
  }

  @Test
  void aSpringOfNoLengthEndsAtItsAnchor() {
    JointScene scene = JointScene.weightless();
    long ball = scene.ball(1, 1, 1);
    long joint =
        scene.joints.create(DistanceJoint.spring(0, 2, 0.5f), scene.wall(0, 0), ball, 0, 0, 1, 1);
    scene.seconds(5);
    assertEquals(0, scene.joints.length(joint), 1e-3);
    assertEquals(0, scene.joints.forceX(joint), 1e-2);
  }

  @Test
  void nonsenseIsRefused() {
    DistanceJoint rod = DistanceJoint.rod(1);
    assertRefused("greatest length NaN", () -> DistanceJoint.rod(Float.NaN));
    assertRefused("greatest length Infinity", () -> rod.range(0, Float.POSITIVE_INFINITY));
    assertRefused("greatest length 0.0", () -> DistanceJoint.rod(0));
    assertRefused("least length 2.0 is not within 0.0..1.0", () -> rod.range(2, 1));
    assertRefused("least length -1.0", () -> rod.range(-1, 1));
    assertRefused("length at rest -1.0", () -> DistanceJoint.spring(-1, 1, 1));
    assertRefused("hertz 0.001", () -> DistanceJoint.spring(1, 0.001f, 1));
    assertRefused("damping ratio -1.0", () -> DistanceJoint.spring(1, 1, -1));
    assertRefused("motor speed NaN", () -> rod.motor(Float.NaN, 1));
    assertRefused("motor force -1.0", () -> rod.motor(1, -1));
  }

  private static void assertRefused(String sentence, Runnable making) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, making::run).getMessage());
    assertTrue(message.startsWith(sentence), message);
  }
}
