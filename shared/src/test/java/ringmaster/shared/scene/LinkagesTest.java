package ringmaster.shared.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.Joints;

/** Joints hold for minutes what they hold, and nothing leaves the scene. */
final class LinkagesTest {
  private static final int TWO_MINUTES = 120 * 60;

  private final Scene scene = Scenes.find("joints").orElseThrow();
  private final WorldStage stage = new WorldStage(scene);
  private final Joints joints = stage.world().joints();

  /** The furthest that each joint's points came apart, metres. */
  private float[] furthestApart() {
    float[] furthest = new float[joints.slots()];
    for (int step = 0; step < TWO_MINUTES; step++) {
      scene.drive(stage, 0, step);
      stage.world().step();
      for (int joint = 0; joint < furthest.length; joint++) {
        furthest[joint] = Math.max(furthest[joint], joints.length(joints.at(joint)));
      }
    }
    return furthest;
  }

  private static void expectAbout(float meters, float[] furthest, int from, int to) {
    for (int joint = from; joint < to; joint++) {
      assertEquals(meters, furthest[joint], 0.05f, "joint " + joint);
    }
  }

  @Test
  void holdsTogetherForMinutes() {
    scene.populate(stage, 0);
    float[] furthest = furthestApart();
    assertEquals(39, furthest.length);
    expectAbout(0, furthest, 1, 20); // bridge and springboard
    expectAbout(0.5f, furthest, 20, 29); // rope
    expectAbout(0, furthest, 29, 36); // axle and pendulum
    expectAbout(2.8f, furthest, 36, 37); // the spring without damping: as deep as it began high
    expectAllInside();
  }

  private void expectAllInside() {
    for (int body = 0; body < stage.count(); body++) {
      if (stage.kind(body).type() == BodyType.DYNAMIC) {
        assertEquals(0, stage.x(body), 24.25f, "body " + body);
        assertEquals(7, stage.y(body), 7, "body " + body);
      }
    }
  }
}
