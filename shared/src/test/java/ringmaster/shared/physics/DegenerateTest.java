package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a game had better not do, and what comes of it: no more than bodies in odd places. */
final class DegenerateTest {
  private static final float EDGE = Limits.MAX_COORDINATE_METERS;

  private static List<Shape> shapes() {
    return List.of(
        Shape.circle(0.5f),
        Shape.box(0.5f, 0.5f),
        Shape.box(0.4f, 0.2f, 0.1f),
        Shape.capsule(-0.5f, 0, 0.5f, 0, 0.2f),
        Shape.polygon(0, -0.5f, -0.4f, 0.5f, -0.4f, 0, 0.5f));
  }

  private static void assertSound(Lab lab, int steps) {
    for (int step = 0; step < steps; step++) {
      lab.world.step();
      assertTrue(lab.sound(), "step " + step);
    }
  }

  /** Each pair parts at no more than 3 m/s; a hundred of them push the outermost. */
  @ParameterizedTest
  @MethodSource("shapes")
  void aHundredBodiesInOnePointComeApart(Shape shape) {
    Lab lab = Lab.fromAbove();
    for (int i = 0; i < 100; i++) {
      lab.add(shape, Lab.STONE, 3, 4);
    }
    float fastest = 0;
    for (int step = 0; step < 600; step++) {
      assertSound(lab, 1);
      for (int slot = 0; slot < 100; slot++) {
        fastest = Math.max(fastest, (float) lab.speed(lab.bodies.at(slot)));
      }
    }
    assertTrue(fastest < 100, fastest + " m/s");
    assertTrue(lab.penetrationMeters() < 0.1f, lab.penetrationMeters() + " m deep");
    assertEquals(0, lab.momentumX(), 0.5);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void bodiesOfEveryShapeOnEachOtherComeApart(Shape shape) {
    Lab lab = Lab.fromAbove();
    for (Shape other : shapes()) {
      float x = 10 * lab.bodies.count();
      lab.add(shape, Lab.STONE, x, 0);
      lab.add(other, Lab.STONE, x, 0);
    }
    assertSound(lab, 300);
    assertTrue(lab.penetrationMeters() < 0.02f, lab.penetrationMeters() + " m deep");
  }

  @Test
  void boxesWithinBoxesComeOut() {
    Lab lab = Lab.fromAbove();
    for (int i = 1; i <= 10; i++) {
      lab.add(Shape.box(0.3f * i, 0.2f * i), Lab.STONE, 0, 0);
    }
    assertSound(lab, 900);
    assertTrue(lab.penetrationMeters() < 0.05f, lab.penetrationMeters() + " m deep");
  }

  @Test
  void aBodyInsideAWallComesOut() {
    Lab lab = Lab.fromTheSide();
    lab.bodies.create(Lab.fixed(Shape.box(5, 5), Lab.STONE), 0, 0);
    long inside = lab.crate(0, 0);
    long nearTheTop = lab.crate(1, 4.8f);
    assertSound(lab, 600);
    assertTrue(lab.bodies.y(nearTheTop) > 5.4f, lab.bodies.y(nearTheTop) + " m up");
    float x = lab.bodies.x(inside);
    float y = lab.bodies.y(inside);
    assertTrue(Math.max(Math.abs(x), Math.abs(y)) > 5, "still at " + x + ", " + y);
  }

  @Test
  void theTinyAndTheHugeMeet() {
    Lab lab = Lab.fromTheSide();
    lab.bodies.create(Lab.fixed(Shape.segment(-EDGE, 0, EDGE, 0), Lab.STONE), 0, 0);
    Material lead = new Material(1_000, 0.5f, 0);
    long grain = lab.add(Shape.box(0.005f, 0.005f), lead, 0, 0.1f);
    long mountain = lab.add(Shape.box(256, 256), lead, 1_000, 256.5f);
    long pebble = lab.add(Shape.circle(0.005f), lead, 1_000, 512.6f);
    long rod = lab.add(Shape.box(250, 0.005f), lead, -1_000, 0.1f);
    assertSound(lab, 600);
    assertEquals(0.005f, lab.bodies.y(grain), 0.005f);
    assertEquals(256, lab.bodies.y(mountain), 0.05f);
    assertEquals(512, lab.bodies.y(pebble), 0.05f);
    assertEquals(0.005f, lab.bodies.y(rod), 0.02f);
  }

  @Test
  void whatFliesOffTheWorldIsHeldAtItsEdge() {
    Lab lab = Lab.fromAbove();
    long[] flying = {
      lab.fly(Lab.moving(Shape.circle(0.5f), Lab.STONE), EDGE - 5, 0, 500, 0),
      lab.fly(Lab.moving(Shape.box(0.5f, 0.5f), Lab.STONE), 0, 5 - EDGE, 10, -400),
      lab.fly(Lab.moving(Shape.box(0.5f, 0.1f), Lab.STONE), EDGE, -EDGE, 300, -300)
    };
    assertSound(lab, 60);
    assertEquals(EDGE, lab.bodies.x(flying[0]));
    assertEquals(-EDGE, lab.bodies.y(flying[1]));
    assertEquals(0, lab.speed(flying[0]));
    lab.bodies.applyImpulse(flying[0], -10, 0);
    lab.seconds(1);
    assertTrue(lab.bodies.x(flying[0]) < EDGE - 5);
  }

  /** In the corner of the world, where a float's steps are two millimetres. */
  @Test
  void aPileInTheCornerOfTheWorldStands() {
    Lab lab = Lab.fromTheSide();
    lab.bodies.create(Lab.fixed(Shape.box(20, 1), Lab.STONE), EDGE - 20, EDGE - 20);
    long[] boxes = new long[5];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = lab.crate(EDGE - 20, EDGE - 18.5f + i);
    }
    assertSound(lab, 600);
    assertEquals(EDGE - 14.5f, lab.bodies.y(boxes[4]), 0.1f);
  }

  @ParameterizedTest
  @ValueSource(floats = {Limits.MIN_MASS_KILOGRAMS, 1, 1e6f, Limits.MAX_MASS_KILOGRAMS})
  void anyMassFallsAndRests(float kilograms) {
    Lab lab = Lab.fromTheSide();
    lab.floor();
    BodyKind kind =
        BodyKind.dynamic().part(Shape.box(0.5f, 0.5f), Lab.STONE).massKilograms(kilograms).build();
    long body = lab.add(kind, 0, 2);
    assertSound(lab, 300);
    assertEquals(0.5f, lab.bodies.y(body), 0.01f);
    assertEquals(0, lab.speed(body), 0.01);
  }

  @Test
  void theHeaviestFallsOnTheLightest() {
    Lab lab = Lab.fromTheSide();
    lab.floor();
    Shape shape = Shape.box(0.5f, 0.5f);
    BodyKind.Builder light = BodyKind.dynamic().part(shape, Lab.STONE);
    BodyKind.Builder heavy = BodyKind.dynamic().part(shape, Lab.STONE);
    long below = lab.add(light.massKilograms(Limits.MIN_MASS_KILOGRAMS).build(), 0, 0.5f);
    lab.add(heavy.massKilograms(Limits.MAX_MASS_KILOGRAMS).build(), 0, 3);
    assertSound(lab, 600);
    assertTrue(lab.bodies.y(below) > -1.5f, lab.bodies.y(below) + " m up");
  }

  @Test
  void aBodyOfNoFrictionAndOneOfTheMostRest() {
    Lab lab = Lab.fromTheSide();
    lab.floor(new Material(1, 100, 1));
    lab.add(Shape.box(0.5f, 0.5f), new Material(1e6f, 100, 0), 0, 0.5f);
    lab.add(Shape.box(0.5f, 0.5f), new Material(1e-2f, 0, 1), 3, 5);
    assertSound(lab, 600);
  }

  @Test
  void anEmptyWorldSteps() {
    Lab lab = Lab.withSleep();
    long hash = lab.world.hash();
    lab.steps(10);
    assertEquals(hash, lab.world.hash());
  }
}
