package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ContinuousTest {
  private static final Material STONE = new Material(100, 0.5f, 0);
  private static final Shape THIN_WALL = Shape.box(0.005f, 5);

  private final World world = new World(WorldSettings.fromAbove(1f / 60, 8));
  private final Bodies bodies = world.bodies;
  private final Continuous continuous = new Continuous(bodies, world.broadPhase, world.joints);
  private final float[] stopped = new float[Continuous.ANSWER];

  private static BodyKind kind(Shape shape) {
    return BodyKind.dynamic().part(shape, STONE).build();
  }

  private static BodyKind bullet(Shape shape) {
    return BodyKind.dynamic().part(shape, STONE).bullet().build();
  }

  private static BodyKind fixed(Shape... shapes) {
    return BodyKind.fixed().chain(List.of(shapes), STONE, Filter.ALL).build();
  }

  /** The share of the way that a new body can go. */
  private float stop(BodyKind kind, float fromX, float fromY, float toX, float toY) {
    long body = bodies.create(kind, toX, toY);
    float[] before = {fromX, fromY, 1, 0};
    int slot = bodies.slot(body);
    return continuous.stop(slot, before, 0, bodies.pose, slot * Bodies.POSE, stopped, 0);
  }

  @Test
  void aBodyStopsAtAThinWall() {
    bodies.create(fixed(THIN_WALL), 0, 0);
    float fraction = stop(kind(Shape.circle(0.01f)), -2, 0, 3, 0);
    assertEquals((2 - 0.005f - 0.01f - Limits.SLOP_METERS) / 5, fraction, 1e-3f);
    assertEquals(-0.02f, stopped[0], 2e-3f);
  }

  @Test
  void aBodyStopsAtALineFromEitherSideAndAChainFromItsOpenSide() {
    bodies.create(fixed(Shape.segment(0, -5, 0, 5)), 0, 0);
    assertTrue(stop(kind(Shape.box(0.1f, 0.1f)), -2, 0, 3, 0) < 0.4f);
    assertTrue(stop(kind(Shape.box(0.1f, 0.1f)), 3, 0, -2, 0) < 0.6f);
    bodies.create(fixed(Shape.chain(false, 100, -5, 100, 5).get(0)), 0, 0);
    assertTrue(stop(kind(Shape.box(0.1f, 0.1f)), 103, 0, 98, 0) < 0.6f);
    assertEquals(1, stop(kind(Shape.box(0.1f, 0.1f)), 98, 0, 103, 0));
  }

  @Test
  void theEndOfALongRodStopsTooHoweverTheRestLies() {
    bodies.create(fixed(THIN_WALL), 0, 0);
    float fraction = stop(kind(Shape.box(1, 0.02f)), -1.5f, 0, -0.7f, 0);
    assertEquals(0.49f / 0.8f, fraction, 5e-3f);
  }

  @Test
  void whatSlidesOverTheJointsOfAFloorGoesOn() {
    Shape[] floor = new Shape[20];
    for (int i = 0; i < floor.length; i++) {
      floor[i] = Shape.segment(i, 0, i + 1, 0);
    }
    bodies.create(fixed(floor), 0, 0);
    for (float sunk : new float[] {-0.004f, -0.001f, 0, 0.001f, 0.004f}) {
      assertEquals(1, stop(kind(Shape.box(0.25f, 0.25f)), 1, 0.25f - sunk, 9, 0.25f - sunk));
    }
  }

  @Test
  void whatStartsInTouchIsStoppedOnlyWhereItSinksIn() {
    bodies.create(fixed(THIN_WALL), 0, 0);
    float fraction = stop(kind(Shape.box(0.25f, 0.25f)), -0.255f, 0, 5, 0);
    assertEquals(0.25f * 0.25f, stopped[0] + 0.255f, 3e-3f);
    assertTrue(fraction > 0 && fraction < 0.1f);
    assertEquals(1, stop(kind(Shape.box(0.25f, 0.25f)), -0.255f, 0, -5, 0));
  }

  @Test
  void onlyABulletIsStoppedByWhatMovesAndNotByAnotherBullet() {
    bodies.create(kind(THIN_WALL), 0, 0);
    bodies.create(bullet(THIN_WALL), 50, 0);
    bodies.create(BodyKind.kinematic().part(THIN_WALL, STONE).build(), 100, 0);
    assertEquals(1, stop(kind(Shape.circle(0.01f)), -2, 0, 3, 0));
    assertTrue(stop(bullet(Shape.circle(0.01f)), -2, 1, 3, 1) < 0.4f);
    assertEquals(1, stop(bullet(Shape.circle(0.01f)), 48, 0, 53, 0));
    assertTrue(stop(bullet(Shape.circle(0.01f)), 98, 0, 103, 0) < 0.4f);
  }

  @Test
  void sensorsAndWhatTheFilterLeavesOutStopNothing() {
    Filter walls = new Filter(2, 4, 0);
    bodies.create(BodyKind.fixed().sensor(THIN_WALL, Filter.ALL).build(), 0, 0);
    bodies.create(BodyKind.fixed().part(THIN_WALL, STONE, walls).build(), 1, 0);
    Shape ball = Shape.circle(0.01f);
    assertEquals(1, stop(kind(ball), -2, 0, 3, 0));
    BodyKind meets = BodyKind.dynamic().part(ball, STONE, new Filter(4, 2, 0)).build();
    assertTrue(stop(meets, -2, 0, 3, 0) < 0.65f);
    BodyKind probe =
        BodyKind.dynamic().part(ball, STONE, new Filter(8, 2, 0)).sensor(ball, walls).build();
    assertEquals(1, stop(probe, -2, 0, 3, 0));
  }

  @Test
  void theFirstOfSeveralStops() {
    for (int i = 5; i > 0; i--) {
      bodies.create(fixed(THIN_WALL), i, 0);
    }
    stop(kind(Shape.circle(0.1f)), 0, 0, 5, 0);
    assertEquals(1 - 0.005f - 0.1f - Limits.SLOP_METERS, stopped[0], 2e-3f);
  }

  @Test
  void halfATurnIsWatchedAllTheWay() {
    bodies.create(fixed(Shape.circle(0.05f)), 0, 1);
    long rod = bodies.create(kind(Shape.box(1.5f, 0.02f)), 0, 0, -1, 0);
    float[] before = {0, 0, 1, 0};
    int slot = bodies.slot(rod);
    float fraction = continuous.stop(slot, before, 0, bodies.pose, slot * Bodies.POSE, stopped, 0);
    assertTrue(fraction > 0.4f && fraction < 0.5f, "stopped after " + fraction);
  }
}
