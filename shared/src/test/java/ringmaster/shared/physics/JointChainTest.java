package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of thirty links of a kilogram each, half a metre long, with a load at the end. */
final class JointChainTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int LINKS = 30;
  private static final float LINK_METERS = 0.5f;

  /** Straight along a unit vector from the origin. */
  private static JointScene chain(float x, float y, float loadKilograms) {
    JointScene scene = JointScene.withGravity();
    BodyKind link =
        BodyKind.dynamic()
            .part(Shape.box(LINK_METERS / 2, 0.1f), JointScene.WOOD)
            .massKilograms(1)
            .build();
    long previous = scene.wall(0, 0);
    for (int i = 0; i < LINKS; i++) {
      float begin = i * LINK_METERS;
      float middle = begin + LINK_METERS / 2;
      long body = scene.bodies.create(link, x * middle, y * middle, x, y);
      scene.joints.create(RevoluteJoint.FREE, previous, body, x * begin, y * begin);
      previous = body;
    }
    float end = LINKS * LINK_METERS;
    long load = scene.ball(x * end, y * end, loadKilograms);
    scene.joints.create(RevoluteJoint.FREE, previous, load, x * end, y * end);
    return scene;
  }

  private static float stretch(JointScene scene) {
    float sum = 0;
    for (int joint = 0; joint < scene.joints.slots(); joint++) {
      sum += scene.joints.length(scene.joints.at(joint));
    }
    return sum;
  }

  @Test
  void aChainHoldsTenTimesTheWeightOfALink() {
    JointScene scene = chain(0, -1, 10);
    scene.seconds(10);
    // Of 15 m.
    assertEquals(0, stretch(scene), 0.15);
    assertEquals(400, scene.joints.forceY(scene.joints.at(0)), 1);
    assertEquals(0, scene.bodies.velocityY(scene.bodies.at(LINKS + 1)), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(floats = {1, 10, 100})
  void aChainThatSwingsDownDoesNotComeApart(float loadKilograms) {
    JointScene scene = chain(1, 0, loadKilograms);
    for (int step = 0; step < 600; step++) {
      scene.step();
      for (int joint = 0; joint < scene.joints.slots(); joint++) {
        float gap = scene.joints.length(scene.joints.at(joint));
        assertTrue(gap < 0.1f, () -> "a gap of " + gap + " m");
      }
    }
    assertTrue(stretch(scene) < 1, () -> "a stretch of " + stretch(scene) + " m");
  }

  @Test
  void theSameChainMovesTheSameTwice() {
    JointScene one = chain(0.6f, 0.8f, 10);
    JointScene other = chain(0.6f, 0.8f, 10);
    for (int step = 0; step < 300; step++) {
      one.step();
      other.step();
      assertEquals(one.hash(), other.hash(), "step " + step);
    }
  }

  @Test
  void aStepAllocatesNothing() {
    JointScene scene = chain(1, 0, 10);
    long ball = scene.ball(0, 3, 1);
    scene.joints.create(new MouseJoint(5, 0.5f, 100), ball, 0.1f, 3);
    scene.joints.create(
        DistanceJoint.spring(1, 2, 0.1f).range(0.5f, 4).motor(1, 1),
        scene.wall(0, 0),
        ball,
        0,
        0,
        0,
        3);
    scene.joints.create(new WeldJoint(2, 1, 2, 1, false), scene.wall(0, 5), ball, 0, 4);
    scene.joints.create(
        RevoluteJoint.FREE.limits(-1, 1).spring(1, 1).motor(1, 1), scene.wall(0, 5), ball, 0, 4);
    play(scene, 1_000);
    long leastBytes = Long.MAX_VALUE;
    // The least of some rounds: the compiler may still replace a method once, and say so on this
    // thread's account.
    for (int round = 0; round < 5; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      play(scene, 200);
      leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, leastBytes);
  }

  private static void play(JointScene scene, int steps) {
    long mouse = scene.joints.at(LINKS + 1);
    for (int step = 0; step < steps; step++) {
      scene.joints.setTarget(mouse, step % 5, 3);
      scene.step();
      scene.hash();
    }
  }
}
