package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MouseJointTest {
  @Test
  void thePointComesToTheTarget() {
    JointScene scene = JointScene.weightless();
    long ball = scene.ball(0, 0, 2);
    long mouse = scene.joints.create(new MouseJoint(4, 1, 1_000), ball, 0, 0);
    scene.seconds(1);
    assertEquals(0, scene.bodies.x(ball));
    scene.joints.setTarget(mouse, 3, -1);
    scene.seconds(2);
    assertEquals(3, scene.bodies.x(ball), 1e-3);
    assertEquals(-1, scene.bodies.y(ball), 1e-3);
    assertEquals(3, scene.joints.pointAX(mouse));
    assertEquals(-1, scene.joints.pointAY(mouse));
  }

  @Test
  void thePullIsNeverHarderThanItMay() {
    JointScene scene = JointScene.weightless();
    long ball = scene.ball(0, 0, 2);
    long mouse = scene.joints.create(new MouseJoint(8, 1, 10), ball, 0, 0);
    scene.joints.setTarget(mouse, 300, 400);
    scene.seconds(2);
    // 10 N on 2 kg for 2 s.
    assertEquals(6, scene.bodies.velocityX(ball), 1e-3);
    assertEquals(8, scene.bodies.velocityY(ball), 1e-3);
    assertEquals(10, Math.hypot(scene.joints.forceX(mouse), scene.joints.forceY(mouse)), 1e-4);
    for (int step = 0; step < 3_000; step++) {
      scene.step();
      double pull = Math.hypot(scene.joints.forceX(mouse), scene.joints.forceY(mouse));
      assertTrue(pull < 10.001, () -> "a pull of " + pull + " N");
    }
  }

  @Test
  void aLoadHangsBelowThePointItIsHeldBy() {
    JointScene scene = JointScene.withGravity();
    long bar = scene.box(0, 0, 0.5f, 0.1f, 3);
    long mouse = scene.joints.create(new MouseJoint(4, 1, 500), bar, 0.5f, 0);
    scene.bodies.setVelocity(bar, 0, 0, 1);
    scene.seconds(3);
    assertTrue(scene.bodies.y(bar) < scene.joints.pointBY(mouse) + 0.5f);
    assertEquals(0.5, lever(scene, bar, mouse), 1e-3);
    assertEquals(0, scene.joints.length(mouse), 0.1);
    assertEquals(0, scene.joints.torque(mouse));
  }

  private static double lever(JointScene scene, long body, long mouse) {
    return Math.hypot(
        scene.joints.pointBX(mouse) - scene.bodies.x(body),
        scene.joints.pointBY(mouse) - scene.bodies.y(body));
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MouseJoint(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new MouseJoint(Float.NaN, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new MouseJoint(1, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new MouseJoint(1, 1, -1));
  }
}
