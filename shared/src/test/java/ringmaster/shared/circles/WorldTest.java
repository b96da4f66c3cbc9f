package ringmaster.shared.circles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldTest {
  private static final float STEP_SECONDS = 1f / 60;
  private static final int ROUND = 1;
  private static final int SQUARE = 2;
  private static final BodyKind BALL = new BodyKind(1, 100, 0, 0, 0.5f, ROUND);
  private static final BodyKind HEAVY = new BodyKind(1, 300, 0, 0, 0.5f, ROUND);
  private static final BodyKind SOFT = new BodyKind(0.8f, 180, 2, 1, 0, SQUARE);

  /** A wall along x = 10, from y = -20 to 20. */
  private static final Walls WALL = new Walls(64, new float[] {10, -20, 10, 20});

  private final CastHit hit = new CastHit();

  private static World world(BodyKind... kinds) {
    World world = new World(WALL, kinds.length, STEP_SECONDS);
    for (int body = 0; body < kinds.length; body++) {
      world.define(body, kinds[body]);
      world.place(body, -20 + 4 * body, 0, 1, 0);
    }
    return world;
  }

  private static void step(World world, int steps) {
    for (int i = 0; i < steps; i++) {
      world.step();
    }
  }

  @Test
  void aBodyReturnsFromAWallWithItsRestitution() {
    World world = world(BALL);
    world.setVelocity(0, 12, 3, 0);
    step(world, 180);
    assertEquals(-6, world.velocityX(0), 1e-4f);
    assertEquals(3, world.velocityY(0), 1e-4f);
  }

  @Test
  void twoBodiesKeepTheirMomentumAndPartWithTheirRestitution() {
    World world = world(BALL, HEAVY);
    world.setVelocity(0, 8, 0, 0);
    step(world, 60);
    assertEquals(800, 100 * world.velocityX(0) + 300 * world.velocityX(1), 0.01f);
    assertEquals(4, world.velocityX(1) - world.velocityX(0), 1e-3f);
  }

  @Test
  void aSlowImpactDoesNotBounce() {
    World world = world(BALL, HEAVY);
    world.place(1, -17.9f, 0, 1, 0);
    world.setVelocity(0, 0.8f, 0, 0);
    step(world, 60);
    assertEquals(0.2f, world.velocityX(0), 1e-3f);
    assertEquals(0.2f, world.velocityX(1), 1e-3f);
  }

  @Test
  void dampingLimitsTheSpeedToForceOverMassAndDamping() {
    World world = world(SOFT);
    world.place(0, -30, 0, 1, 0);
    for (int i = 0; i < 300; i++) {
      world.applyForce(0, 180 * 2 * 5, 0);
      world.step();
    }
    assertEquals(5, world.velocityX(0), 0.01f);
  }

  @Test
  void aTorqueTurnsCounterClockwiseAndKeepsTheFacingAUnitVector() {
    World world = world(BALL);
    world.applyTorque(0, 1000);
    world.step();
    assertEquals(1000 * STEP_SECONDS / 50, world.angularVelocity(0), 1e-5f);
    step(world, 600);
    assertTrue(world.facingSin(0) != 0);
    float length =
        world.facingCos(0) * world.facingCos(0) + world.facingSin(0) * world.facingSin(0);
    assertEquals(1, length, 1e-5f);
  }

  @Test
  void anUnpoweredBodyComesToRestAndThenKeepsItsBits() {
    World world = world(SOFT);
    world.setVelocity(0, 3, 1, 0);
    step(world, 300);
    float x = world.x(0);
    float y = world.y(0);
    assertEquals(0, world.velocityX(0));
    step(world, 300);
    assertEquals(x, world.x(0));
    assertEquals(y, world.y(0));
  }

  @Test
  void theFaintestForceMovesABodyAtRest() {
    World world = world(SOFT);
    for (int i = 0; i < 60; i++) {
      world.applyForce(0, 1, 0);
      world.step();
    }
    assertTrue(world.x(0) > -20);
  }

  @Test
  void aHeapPushedAgainstAWallStaysOutOfItAndBarelyOverlaps() {
    World world = world(HEAVY, SOFT, SOFT, SOFT);
    for (int i = 0; i < 600; i++) {
      world.applyForce(0, 300 * 20, 0);
      world.step();
    }
    assertTrue(world.x(3) <= 10 - 0.8f + 0.01f, "in the wall: " + world.x(3));
    for (int body = 1; body < 3; body++) {
      assertTrue(world.x(body + 1) - world.x(body) > 1.6f - 0.1f);
    }
    assertTrue(world.x(1) - world.x(0) > 1.8f - 0.1f);
  }

  @Test
  void bodiesInOnePlaceAreParted() {
    World world = world(BALL, BALL);
    world.place(1, -20, 0, 1, 0);
    step(world, 60);
    assertEquals(2, Math.abs(world.x(1) - world.x(0)), 0.02f);
  }

  @Test
  void contactAgeCountsFromTheLastTouch() {
    World world = world(BALL, HEAVY);
    assertEquals(World.MAX_CONTACT_AGE_STEPS, world.stepsSinceContact(0));
    world.place(1, -18.1f, 0, 1, 0);
    world.setVelocity(0, -4, 0, 0);
    world.step();
    assertEquals(0, world.stepsSinceContact(0));
    assertEquals(0, world.stepsSinceContact(1));
    step(world, 40);
    assertTrue(world.stepsSinceContact(0) > 30);
    world.applyImpulse(0, 100, 0);
    assertEquals(0, world.stepsSinceContact(0));
  }

  @Test
  void touchingAWallIsNoContact() {
    World world = world(BALL);
    world.setVelocity(0, 12, 0, 0);
    step(world, 300);
    assertEquals(World.MAX_CONTACT_AGE_STEPS, world.stepsSinceContact(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void nothingPassesThroughAWallAtTopSpeed(int hz) {
    for (int i = 0; i < 200; i++) {
      World world = new World(WALL, 1, 1f / hz);
      world.define(0, SOFT);
      world.place(0, -10 + i * 0.005f, 0, 1, 0);
      world.setVelocity(0, 1000, 0, 0);
      step(world, 2 * hz);
      assertTrue(world.x(0) < 10, "passed from " + (-10 + i * 0.005f));
    }
  }

  @Test
  void aRemovedBodyNeitherMovesNorIsFound() {
    World world = world(BALL, BALL);
    world.setVelocity(1, -5, 0, 0);
    world.remove(0);
    step(world, 60);
    assertFalse(world.present(0));
    assertEquals(-21, world.x(1), 1e-3f);
    assertEquals(0, world.overlap(-20, 0, 0.5f, SQUARE, new int[2]));
  }

  @Test
  void aRayMeetsTheNearestBodyOfItsMask() {
    World world = world(BALL, SOFT, BALL);
    world.cast(-25, 0, 20, 0, 0, ROUND | SQUARE, CastHit.NONE, hit);
    assertEquals(0, hit.body());
    assertEquals(4f / 20, hit.fraction(), 1e-6f);
    world.cast(-25, 0, 20, 0, 0, ROUND | SQUARE, 0, hit);
    assertEquals(1, hit.body());
    world.cast(-25, 0, 20, 0, 0, ROUND, 0, hit);
    assertEquals(2, hit.body());
  }

  @Test
  void ofBodiesAtOneDistanceTheLowerSlotIsMet() {
    World world = world(BALL, BALL);
    world.place(0, 0, 1, 1, 0);
    world.place(1, 0, -1, 1, 0);
    world.cast(-10, 0, 20, 0, 0.5f, ROUND, CastHit.NONE, hit);
    assertEquals(0, hit.body());
  }

  @Test
  void aWallStopsARayAndHidesTheBodyBehindIt() {
    World world = world(BALL);
    world.place(0, 14, 0, 1, 0);
    world.cast(-10, 0, 40, 0, 0, ROUND, CastHit.NONE, hit);
    assertEquals(0, hit.wall());
    assertEquals(CastHit.NONE, hit.body());
    assertEquals(0.5f, hit.fraction(), 1e-6f);
  }

  @Test
  void aCastCircleStopsItsRadiusBeforeAWallAndAtItsEnd() {
    World world = world(BALL);
    world.cast(0, 0, 20, 0, 0.5f, 0, CastHit.NONE, hit);
    assertEquals(9.5f / 20, hit.fraction(), 1e-6f);
    world.cast(0, 20.3f, 20, 0, 0.5f, 0, CastHit.NONE, hit);
    assertEquals((10 - 0.4f) / 20, hit.fraction(), 1e-5f);
    world.cast(0, 20.6f, 20, 0, 0.5f, 0, CastHit.NONE, hit);
    assertFalse(hit.hit());
    assertEquals(1, hit.fraction());
  }

  @Test
  void aCastThatBeginsInABodyMeetsItAtOnce() {
    World world = world(BALL);
    world.cast(-20.5f, 0, 3, 0, 0, ROUND, CastHit.NONE, hit);
    assertEquals(0, hit.body());
    assertEquals(0, hit.fraction());
  }

  @Test
  void overlapFindsBodiesInOrderAndNoMoreThanFit() {
    World world = world(BALL, SOFT, BALL);
    int[] found = new int[3];
    assertEquals(2, world.overlap(-18, 0, 2, ROUND | SQUARE, found));
    assertEquals(0, found[0]);
    assertEquals(1, found[1]);
    assertEquals(1, world.overlap(-18, 0, 9, ROUND | SQUARE, new int[1]));
  }

  @Test
  void aWallWithoutLengthIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Walls(64, new float[] {1, 1, 1, 1}));
  }

  @Test
  void aBodyTooLargeForTheGridIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BodyKind(1.6f, 1, 0, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new BodyKind(1, 0, 0, 0, 0, 1));
  }
}
