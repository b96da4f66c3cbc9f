package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.scene.WorldStage;

/** What is piled up stands, sinks in little and comes to rest. */
final class StacksTest {
  private static final float DEEP_METERS = 6 * Limits.SLOP_METERS;

  /** How far the body that moved furthest is from where it was. */
  private static float furthest(Lab lab, long[] bodies, float[] x, float[] y) {
    float furthest = 0;
    for (int i = 0; i < bodies.length; i++) {
      float dx = lab.bodies.x(bodies[i]) - x[i];
      float dy = lab.bodies.y(bodies[i]) - y[i];
      furthest = Math.max(furthest, (float) Math.sqrt(dx * dx + dy * dy));
    }
    return furthest;
  }

  private static boolean anyAwake(Lab lab) {
    for (int slot = 0; slot < lab.bodies.slots(); slot++) {
      long body = lab.bodies.at(slot);
      if (body != Bodies.NONE && lab.bodies.awake(body)) {
        return true;
      }
    }
    return false;
  }

  private static int stepsUntilAsleep(Lab lab, int atMost) {
    int step = 0;
    while (step < atMost && anyAwake(lab)) {
      lab.world.step();
      step++;
    }
    return step;
  }

  @Test
  void aPyramidOf45RowsStandsAndFallsAsleep() {
    Lab lab = Lab.withSleep();
    lab.floor();
    int rows = 45;
    int count = rows * (rows + 1) / 2;
    long[] boxes = new long[count];
    float[] x = new float[count];
    float[] y = new float[count];
    int made = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = row; i < rows; i++) {
        x[made] = i - 0.5f * (row + rows - 1);
        y[made] = row + 0.5f;
        boxes[made] = lab.crate(x[made], y[made]);
        made++;
      }
    }
    lab.seconds(3);
    assertTrue(lab.penetrationMeters() < DEEP_METERS, lab.penetrationMeters() + " m deep");
    int steps = stepsUntilAsleep(lab, 1_200);
    assertFalse(anyAwake(lab), "awake after " + steps + " steps");
    assertTrue(furthest(lab, boxes, x, y) < 0.25f, furthest(lab, boxes, x, y) + " m moved");
  }

  /** Awake all the time, a tower sways a little more with every metre. */
  @ParameterizedTest
  @CsvSource({"30, true", "10, false"})
  void aTowerStandsForTwentySeconds(int height, boolean sleep) {
    Lab lab = sleep ? Lab.withSleep() : Lab.fromTheSide();
    lab.floor();
    long[] boxes = new long[height];
    float[] x = new float[height];
    float[] y = new float[height];
    for (int i = 0; i < height; i++) {
      y[i] = i + 0.5f;
      boxes[i] = lab.crate(0, y[i]);
    }
    lab.seconds(20);
    assertTrue(furthest(lab, boxes, x, y) < 0.5f, furthest(lab, boxes, x, y) + " m moved");
    assertTrue(lab.penetrationMeters() < DEEP_METERS, lab.penetrationMeters() + " m deep");
    assertEquals(!sleep, anyAwake(lab));
  }

  private static BodyKind heavyCrate(float kilograms) {
    return BodyKind.dynamic()
        .part(Shape.box(0.5f, 0.5f), Lab.STONE)
        .massKilograms(kilograms)
        .build();
  }

  @ParameterizedTest
  @ValueSource(floats = {10, 100})
  void theHeavyOnTheLightIsCarried(float kilograms) {
    Lab lab = Lab.fromTheSide();
    lab.floor();
    long below = lab.crate(0, 0.5f);
    long above = lab.add(heavyCrate(kilograms), 0, 1.5f);
    float deepest = 0;
    for (int step = 0; step < 600; step++) {
      lab.world.step();
      deepest = Math.max(deepest, lab.penetrationMeters());
    }
    assertTrue(deepest < 0.1f, deepest + " m deep");
    assertEquals(0.5f, lab.bodies.y(below), 0.05f);
    assertEquals(1.5f, lab.bodies.y(above), 0.1f);
  }

  @Test
  void theLightBetweenTheHeavyStays() {
    Lab lab = Lab.fromTheSide();
    lab.floor();
    long bottom = lab.add(heavyCrate(100), 0, 0.5f);
    long light = lab.crate(0, 1.5f);
    long top = lab.add(heavyCrate(100), 0, 2.5f);
    lab.seconds(10);
    assertTrue(lab.penetrationMeters() < 0.1f, lab.penetrationMeters() + " m deep");
    assertEquals(0.5f, lab.bodies.y(bottom), 0.05f);
    assertEquals(1.5f, lab.bodies.y(light), 0.1f);
    assertEquals(2.5f, lab.bodies.y(top), 0.2f);
  }

  /** Balls in a trough as wide as ten of them. */
  @Test
  void aHeapOfBallsComesToRest() {
    Lab lab = Lab.withSleep();
    lab.floor();
    lab.bodies.create(Lab.fixed(Shape.box(0.5f, 50), Lab.STONE), -5.6f, 50);
    lab.bodies.create(Lab.fixed(Shape.box(0.5f, 50), Lab.STONE), 5.6f, 50);
    for (int i = 0; i < 100; i++) {
      lab.ball(i % 10 - 4.5f + 0.02f * (i % 3), 1 + 1.1f * (i / 10));
    }
    int steps = stepsUntilAsleep(lab, 3_600);
    assertFalse(anyAwake(lab), "awake after " + steps + " steps");
    assertTrue(lab.penetrationMeters() < DEEP_METERS, lab.penetrationMeters() + " m deep");
  }

  /** Logs lie along the floor and across each other. */
  @Test
  void aHeapOfCapsulesComesToRest() {
    Lab lab = Lab.withSleep();
    lab.floor();
    BodyKind log = Lab.moving(Shape.capsule(-0.6f, 0, 0.6f, 0, 0.3f), Lab.STONE);
    for (int i = 0; i < 40; i++) {
      lab.add(log, 0.9f * (i % 5) + 0.1f * (i % 2), 0.5f + 0.8f * (i / 5));
    }
    int steps = stepsUntilAsleep(lab, 3_600);
    assertFalse(anyAwake(lab), "awake after " + steps + " steps");
    assertTrue(lab.penetrationMeters() < DEEP_METERS, lab.penetrationMeters() + " m deep");
  }

  /** Dominoes stand alone, and the first knocks over all. */
  @Test
  void dominoesStandUntilTheFirstIsPushed() {
    Lab lab = Lab.withSleep();
    lab.floor();
    BodyKind domino = Lab.moving(Shape.box(0.1f, 0.5f), Lab.STONE);
    long[] row = new long[20];
    for (int i = 0; i < row.length; i++) {
      row[i] = lab.add(domino, 0.5f * i, 0.5f);
    }
    lab.seconds(5);
    assertFalse(anyAwake(lab));
    lab.bodies.applyImpulseAt(row[0], 0.3f, 0, 0, 1);
    lab.seconds(10);
    for (long fallen : row) {
      assertTrue(lab.bodies.sin(fallen) < -0.7f, "domino " + (int) fallen + " stands");
    }
  }

  /** All shapes, in a bowl of a chain. */
  @Test
  void allShapesRestInABowl() {
    Scene rain = Scenes.find("rain").orElseThrow();
    WorldStage stage = new WorldStage(rain);
    rain.populate(stage, 0);
    World world = stage.world();
    for (int step = 0; step < 900; step++) {
      world.step();
    }
    int slow = 0;
    for (int body = 1; body < stage.count(); body++) {
      assertTrue(stage.y(body) > 0, "body " + body + " fell through");
      slow += Math.hypot(stage.velocityX(body), stage.velocityY(body)) < 0.2 ? 1 : 0;
    }
    assertTrue(slow > 0.95 * (stage.count() - 1), slow + " rest");
  }
}
