package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RevoluteJointTest {
  @Test
  void aPendulumOnAHingeKeepsItsLengthAndItsEnergy() {
    JointScene scene = JointScene.withGravity();
    long ball = scene.ball(2, 0, 1);
    long hinge = scene.joints.create(RevoluteJoint.FREE, scene.wall(0, 0), ball, 0, 0);
    for (int step = 0; step < 1_200; step++) {
      scene.step();
      assertEquals(0, scene.joints.length(hinge), 0.002);
      // It swings with 20 J.
      assertEquals(0, scene.energy(ball), 0.2);
    }
  }

  @Test
  void aSmallSwingTakesAsLongAsAPhysicalPendulums() {
    JointScene scene = JointScene.withGravity();
    long bar = scene.box(0, -1, 0.05f, 1, 4);
    long hinge = scene.joints.create(RevoluteJoint.FREE, scene.wall(0, 0), bar, 0, 0);
    scene.bodies.setVelocity(bar, 0.1f, 0, 0.1f);
    Swings swings = new Swings();
    for (int step = 0; step < 1_200; step++) {
      scene.step();
      swings.add(scene.joints.angle(hinge));
    }
    BodyKind kind = scene.bodies.kind(bar);
    double inertia = kind.inertia() + kind.massKilograms();
    double expected = Math.sqrt(kind.massKilograms() * 10 / inertia) / (2 * StrictMath.PI);
    assertEquals(expected, swings.hertz(), 0.005 * expected);
  }

  @Test
  void limitsHold() {
    JointScene scene = JointScene.withGravity();
    long bar = scene.box(1, 0, 1, 0.1f, 1);
    long hinge =
        scene.joints.create(RevoluteJoint.FREE.limits(-0.5f, 0.7f), scene.wall(0, 0), bar, 0, 0);
    for (int step = 0; step < 600; step++) {
      if (step == 300) {
        scene.bodies.setVelocity(bar, 0, 10, 10);
      }
      scene.step();
      float angle = scene.joints.angle(hinge);
      assertTrue(angle > -0.52f && angle < 0.72f, () -> "at " + angle);
    }
    assertEquals(-0.5, scene.joints.angle(hinge), 0.002);
    // The bar's weight on a lever of cos(0.5).
    assertEquals(10 * StrictMath.cos(0.5), scene.joints.torque(hinge), 0.02);
    assertEquals(10, scene.joints.forceY(hinge), 0.02);
  }

  @Test
  void limitsFarFromHalfATurnHoldAgainstMuchSpin() {
    JointScene scene = JointScene.weightless();
    long wheel = scene.ball(0, 0, 1);
    long axle =
        scene.joints.create(RevoluteJoint.FREE.limits(-3, 3), scene.wall(0, 0), wheel, 0, 0);
    for (int step = 0; step < 300; step++) {
      if (step % 60 == 0) {
        scene.bodies.setVelocity(wheel, 0, 0, step % 120 == 0 ? 100 : -100);
      }
      scene.step();
      float angle = scene.joints.angle(axle);
      assertTrue(Math.abs(angle) < 3.02f, () -> "at " + angle);
    }
  }

  @Test
  void aMotorReachesItsSpeedWithNoMoreThanItsTorque() {
    JointScene scene = JointScene.weightless();
    long wheel = scene.ball(0, 0, 10);
    long axle =
        scene.joints.create(RevoluteJoint.FREE.motor(5, 0.4f), scene.wall(0, 0), wheel, 0, 0);
    scene.seconds(1);
    assertEquals(0.4, scene.joints.motorPush(axle), 1e-4);
    assertEquals(0.4 / scene.bodies.kind(wheel).inertia(), scene.bodies.spin(wheel), 1e-3);
    scene.seconds(9);
    assertEquals(5, scene.bodies.spin(wheel), 1e-4);
    scene.joints.setMotor(axle, 0, 0);
    scene.bodies.setVelocity(wheel, 0, 0, 7);
    scene.seconds(1);
    assertEquals(7, scene.bodies.spin(wheel), 1e-4);
    assertEquals(0, scene.joints.torque(axle));
  }

  @ParameterizedTest
  @ValueSource(floats = {9, 11})
  void aBrakeHoldsWhatItIsStrongEnoughFor(float newtonMeters) {
    JointScene scene = JointScene.withGravity();
    long bar = scene.box(1, 0, 1, 0.1f, 1);
    long hinge =
        scene.joints.create(RevoluteJoint.FREE.motor(0, newtonMeters), scene.wall(0, 0), bar, 0, 0);
    scene.seconds(1);
    assertEquals(newtonMeters > 10, Math.abs(scene.joints.angle(hinge)) < 0.01);
  }

  @Test
  void aSpringTwistsAtItsFrequency() {
    JointScene scene = JointScene.weightless();
    long wheel = scene.ball(0, 0, 1);
    long axle = scene.joints.create(RevoluteJoint.FREE.spring(2, 0), scene.wall(0, 0), wheel, 0, 0);
    scene.bodies.setVelocity(wheel, 0, 0, 10);
    Swings swings = new Swings();
    for (int step = 0; step < 480; step++) {
      scene.step();
      swings.add(scene.joints.angle(axle));
    }
    assertEquals(2, swings.hertz(), 0.02);
  }

  @Test
  void freeBodiesKeepTheirMomentum() {
    JointScene scene = JointScene.weightless();
    long a = scene.ball(0, 0, 1);
    long b = scene.box(1, 0, 0.5f, 0.1f, 3);
    scene.joints.create(
        RevoluteJoint.FREE.limits(-1, 1).spring(1, 0.2f).motor(1, 2), a, b, 0.4f, 0.2f);
    scene.joints.create(DistanceJoint.spring(1, 2, 0.1f), a, b, 0, 0.2f, 1, 0.1f);
    scene.bodies.setVelocity(a, 1, 2, 3);
    scene.bodies.setVelocity(b, -1, 1, -2);
    double x = momentumX(scene, a, b);
    double turning = angularMomentum(scene, a, b);
    scene.seconds(10);
    assertEquals(x, momentumX(scene, a, b), 1e-3);
    assertEquals(turning, angularMomentum(scene, a, b), 0.03);
  }

  private static double momentumX(JointScene scene, long... moving) {
    double sum = 0;
    for (long body : moving) {
      sum += scene.bodies.kind(body).massKilograms() * (double) scene.bodies.velocityX(body);
    }
    return sum;
  }

  private static double angularMomentum(JointScene scene, long... moving) {
    double sum = 0;
    Bodies bodies = scene.bodies;
    for (long body : moving) {
      BodyKind kind = bodies.kind(body);
      double lever =
          (double) bodies.x(body) * bodies.velocityY(body)
              - (double) bodies.y(body) * bodies.velocityX(body);
      sum += kind.massKilograms() * lever + kind.inertia() * (double) bodies.spin(body);
    }
    return sum;
  }

  @Test
  void aBodyThatNoForceMovesIsNotWritten() {
    JointScene scene = JointScene.withGravity();
    BodyKind cart = BodyKind.kinematic().part(Shape.circle(0.2f), JointScene.WOOD).build();
    long kinematic = scene.bodies.create(cart, 0, 0);
    long wall = scene.wall(1, 0);
    scene.bodies.setVelocity(kinematic, 0.5f, 0, 1);
    long a = scene.ball(0.5f, -1, 1);
    long b = scene.ball(1.5f, -1, 1);
    scene.joints.create(RevoluteJoint.FREE.spring(1, 1), kinematic, a, 0, 0);
    scene.joints.create(WeldJoint.RIGID, b, wall, 1, 0);
    scene.seconds(1);
    assertEquals(0.5f, scene.bodies.velocityX(kinematic));
    assertEquals(1, scene.bodies.spin(kinematic));
    assertEquals(0, scene.bodies.velocityY(wall));
    assertEquals(0, scene.bodies.spin(wall));
    assertEquals(1, scene.bodies.x(wall));
  }

  @Test
  void uprightBodiesHangOnAHinge() {
    JointScene scene = JointScene.withGravity();
    BodyKind upright =
        BodyKind.dynamic().part(Shape.circle(0.2f), JointScene.WOOD).upright().build();
    long ball = scene.bodies.create(upright, 0, -1);
    long hinge =
        scene.joints.create(
            RevoluteJoint.FREE.limits(-1, 1).spring(1, 1).motor(1, 1),
            scene.wall(0, 0),
            ball,
            0,
            -0.5f);
    scene.seconds(2);
    assertEquals(0, scene.joints.length(hinge), 0.002);
    assertEquals(0, scene.joints.angle(hinge));
  }

  @Test
  void nonsenseIsRefused() {
    RevoluteJoint free = RevoluteJoint.FREE;
    assertThrows(IllegalArgumentException.class, () -> free.limits(1, -1));
    assertThrows(IllegalArgumentException.class, () -> free.limits(-3.1f, 1));
    assertThrows(IllegalArgumentException.class, () -> free.limits(0, 3.1f));
    assertThrows(IllegalArgumentException.class, () -> free.limits(Float.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> free.spring(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> free.spring(1, Float.NaN));
    assertThrows(IllegalArgumentException.class, () -> free.motor(1e9f, 1));
    assertThrows(IllegalArgumentException.class, () -> free.motor(1, Float.POSITIVE_INFINITY));
  }
}
