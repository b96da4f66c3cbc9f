package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class MoverTest {
  private static final Material STONE = new Material(1, 0.5f, 0);
  private static final float GAP = Limits.SLOP_METERS;
  private static final float RADIUS = 0.4f;

  private final World world = new World(WorldSettings.fromAbove(1f / 60, 8));
  private final Mover circle = world.newMover(Shape.circle(RADIUS));
  private final Mover capsule = world.newMover(Shape.capsule(0, -0.5f, 0, 0.5f, RADIUS));

  private long fixed(float x, float y, Shape... shapes) {
    BodyKind kind = BodyKind.fixed().chain(List.of(shapes), STONE, Filter.ALL).build();
    return world.bodies().create(kind, x, y);
  }

  private static void go(Mover mover, float x, float y, float wayX, float wayY) {
    mover.move(x, y, wayX, wayY, -1, Bodies.NONE);
  }

  private static void goOn(Mover mover, float wayX, float wayY) {
    go(mover, mover.x(), mover.y(), wayX, wayY);
  }

  @Test
  void inTheOpenItGoesAllTheWay() {
    go(circle, 1, 2, 3, -4);
    assertEquals(4, circle.x());
    assertEquals(-2, circle.y());
    assertEquals(3, circle.clippedX());
    assertEquals(-4, circle.clippedY());
  }

  @Test
  void itSlidesAlongAWall() {
    fixed(0, 0, Shape.segment(-50, 0, 50, 0));
    for (Mover mover : new Mover[] {circle, capsule}) {
      float rest = RADIUS + GAP + (mover == capsule ? 0.5f : 0);
      go(mover, 0, 2, 3, -3);
      assertEquals(3, mover.x(), 1e-4f);
      assertEquals(rest, mover.y(), 2e-4f);
      assertEquals(3, mover.clippedX(), 1e-4f);
      assertEquals(0, mover.clippedY(), 1e-4f);
    }
  }

  @Test
  void theJointsOfAWallDoNotHoldIt() {
    Shape[] walls = new Shape[60];
    for (int i = 0; i < walls.length; i++) {
      walls[i] = Shape.segment(0.5f * i, 0, 0.5f * i + 0.5f, 0);
    }
    fixed(0, 0, walls);
    go(circle, 1, RADIUS + GAP, 0, 0);
    for (int tick = 1; tick <= 200; tick++) {
      goOn(circle, 0.1f, -0.1f);
      assertEquals(1 + 0.1f * tick, circle.x(), 0.01f);
      assertEquals(RADIUS + GAP, circle.y(), 2.5e-3f);
    }
  }

  @Test
  void itStopsInACornerAndStaysThereToTheBit() {
    fixed(0, 0, Shape.segment(0, 0, 50, 0), Shape.segment(0, 0, 20, 20));
    go(circle, 5, 2, -10, -10);
    float x = circle.x();
    float y = circle.y();
    assertEquals(RADIUS + GAP, y, 3e-4f);
    assertEquals(0, circle.clippedX(), 1e-4f);
    assertEquals(0, circle.clippedY(), 1e-4f);
    for (int tick = 0; tick < 50; tick++) {
      goOn(circle, -0.2f, -0.05f);
    }
    assertEquals(x, circle.x(), 3e-4f);
    assertEquals(y, circle.y(), 3e-4f);
    float restX = circle.x();
    float restY = circle.y();
    goOn(circle, -0.2f, -0.05f);
    assertEquals(restX, circle.x());
    assertEquals(restY, circle.y());
  }

  @Test
  void aThinWallHoldsItHoweverFast() {
    fixed(0, 0, Shape.box(0.005f, 50));
    go(circle, -1, 0, 100f / 60, 0);
    assertEquals(-0.005f - RADIUS - GAP, circle.x(), 2e-3f);
    go(circle, -60, 0, 100, 0.5f);
    assertEquals(-0.005f - RADIUS - GAP, circle.x(), 2e-3f);
    assertEquals(0.5f, circle.y(), 1e-3f);
  }

  @Test
  void itGoesThroughAGapThatIsWideEnoughAndThroughNoOther() {
    float wide = RADIUS + 2 * GAP;
    fixed(0, 0, Shape.segment(0, wide, 0, 50), Shape.segment(0, -wide, 0, -50));
    go(circle, -3, 0, 6, 0);
    assertEquals(3, circle.x(), 1e-4f);
    float narrow = RADIUS - 0.01f;
    fixed(20, 0, Shape.segment(0, narrow, 0, 50), Shape.segment(0, -narrow, 0, -50));
    go(circle, 17, 0, 6, 0);
    assertTrue(circle.x() < 20, "got to " + circle.x());
  }

  @Test
  void itIsPushedOutOfWhatHasComeOverIt() {
    fixed(0, 0, Shape.box(1, 1));
    go(circle, 1.1f, 0.3f, 0, 0);
    assertEquals(1 + RADIUS + GAP, circle.x(), 2e-4f);
    assertEquals(0.3f, circle.y(), 1e-4f);
  }

  @Test
  void squeezedBetweenTwoWallsItStillGoesAlongThem() {
    float half = RADIUS + 0.001f;
    fixed(0, 0, Shape.segment(-9, half, 9, half), Shape.segment(-9, -half, 9, -half));
    go(circle, 0, 0, 2, 0.5f);
    assertEquals(2, circle.x(), 1e-3f);
    assertEquals(0, circle.y(), 1.2e-3f);
  }

  @Test
  void itPassesSensorsAndWhatItIsToldTo() {
    world.bodies().create(BodyKind.fixed().sensor(Shape.box(1, 1), Filter.ALL).build(), 5, 0);
    long door = fixed(10, 0, Shape.box(1, 1));
    circle.move(0, 0, 20, 0, -1, door);
    assertEquals(20, circle.x());
    circle.move(0, 0, 20, 0, 2, Bodies.NONE);
    assertEquals(20, circle.x());
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> go(circle, Float.NaN, 0, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> go(circle, 0, 0, Float.POSITIVE_INFINITY, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void itNeverEndsInAWall(long seed) {
    Rng rng = new Rng(seed);
    fixed(0, 0, Shape.chain(true, -15, -15, -15, 15, 15, 15, 15, -15).toArray(Shape[]::new));
    for (int i = 0; i < 40; i++) {
      float[] facing = RandomConvex.facing(rng);
      Shape shape = RandomConvex.any(rng);
      BodyKind kind = BodyKind.fixed().part(shape, STONE).build();
      float x = rng.nextFloat(3, 14) * (rng.nextBoolean(0.5f) ? 1 : -1);
      float y = rng.nextFloat(-14, 14);
      world.bodies().create(kind, x, y, facing[0], facing[1]);
    }
    ShapeCast feeler = new ShapeCast();
    for (Mover mover : new Mover[] {circle, capsule}) {
      feeler.take(
          mover == circle ? Shape.circle(RADIUS) : Shape.capsule(0, -0.5f, 0, 0.5f, RADIUS),
          1,
          0,
          0);
      go(mover, 0, 0, 0, 0);
      for (int tick = 0; tick < 1_000; tick++) {
        float[] direction = RandomConvex.facing(rng);
        float length = rng.nextBoolean(0.1f) ? 30 : rng.nextFloat(0, 0.5f);
        goOn(mover, direction[0] * length, direction[1] * length);
        feeler.aim(mover.x(), mover.y(), 0, 0);
        String what = "seed " + seed + " tick " + tick;
        assertTrue(Math.abs(mover.x()) < 15 && Math.abs(mover.y()) < 15, what);
        assertTrue(least(feeler) > GAP / 2, what + ": " + least(feeler));
      }
    }
  }

  private float least(ShapeCast feeler) {
    Bodies bodies = world.bodies();
    float least = Float.POSITIVE_INFINITY;
    for (int shape = 0; shape < bodies.shapes.end; shape++) {
      int poseAt = bodies.shapes.body[shape] * Bodies.POSE;
      int part = bodies.shapes.part[shape];
      least = Math.min(least, feeler.separation(bodies.parts, part, bodies.pose, poseAt));
    }
    return least;
  }
}
