package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Manifolds of random pairs against slow arithmetic in double precision. */
final class CollideProperties {
  /** What single precision costs at a few metres. */
  private static final double ROUNDING_METERS = 5e-5;

  private static final int SHAPES = 400;
  private static final int POSES = 50;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theNormalIsTheBestThereIsAndTheSeparationIsAlongIt(long seed) {
    Rng rng = new Rng(seed);
    int touching = 0;
    for (int i = 0; i < SHAPES; i++) {
      PartPair pair = RandomShapes.pair(rng);
      for (int k = 0; k < POSES; k++) {
        Placed placed = Placed.near(rng, pair);
        Manifold found = placed.collide();
        assertFoundIfNear(placed, found);
        if (found.count > 0) {
          assertBestNormal(placed, found);
          assertPoints(placed, found);
          touching++;
        }
      }
    }
    assertTrue(touching > SHAPES * POSES / 4, "only " + touching + " touched");
  }

  private static void assertFoundIfNear(Placed placed, Manifold found) {
    if (segments(placed.pair())) {
      assertEquals(0, found.count);
    } else if (found.count == 0) {
      assertTrue(placed.gap() > Limits.SPECULATIVE_METERS - ROUNDING_METERS, placed::toString);
    } else {
      assertTrue(placed.gap() < Limits.SPECULATIVE_METERS + ROUNDING_METERS, placed::toString);
    }
  }

  private static boolean segments(PartPair pair) {
    return pair.a.type() == Shape.Type.SEGMENT && pair.b.type() == Shape.Type.SEGMENT;
  }

  private static void assertBestNormal(Placed placed, Manifold found) {
    double core = placed.coreA().distance(placed.coreB());
    double along = placed.coreA().separation(placed.coreB(), found.normalX, found.normalY);
    assertEquals(1, Math.hypot(found.normalX, found.normalY), 1e-5, placed::toString);
    // Cores that all but touch are measured as if they overlapped.
    double tolerance = Math.abs(core) > Collide.TOUCHING_METERS ? 0 : Collide.TOUCHING_METERS;
    assertEquals(core, along, tolerance + ROUNDING_METERS, placed::toString);
  }

  private static void assertPoints(Placed placed, Manifold found) {
    assertPoint(placed, found, found.x0, found.y0, found.separation0);
    double least = found.separation0;
    if (found.count == 2) {
      assertPoint(placed, found, found.x1, found.y1, found.separation1);
      assertNotEquals(found.id0, found.id1, placed::toString);
      least = Math.min(least, found.separation1);
    }
    double core = placed.coreA().distance(placed.coreB());
    if (core > Collide.TOUCHING_METERS) {
      assertEquals(placed.gap(), least, ROUNDING_METERS, placed::toString);
    } else {
      // The deepest corner may lie beside the reference; it is then cut off.
      double tolerance = ROUNDING_METERS + Collide.TOUCHING_METERS;
      assertTrue(least > placed.gap() - tolerance, placed::toString);
    }
  }

  /** Half the separation to either side there must be a surface, or the inside. */
  private static void assertPoint(
      Placed placed, Manifold found, float pointX, float pointY, float separation) {
    double stepX = 0.5 * separation * found.normalX;
    double stepY = 0.5 * separation * found.normalY;
    double toA = placed.coreA().distance(pointX - stepX, pointY - stepY);
    double toB = placed.coreB().distance(pointX + stepX, pointY + stepY);
    assertTrue(toA <= placed.pair().a.radiusMeters() + ROUNDING_METERS, placed::toString);
    assertTrue(toB <= placed.pair().b.radiusMeters() + ROUNDING_METERS, placed::toString);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void exchangingThePartsTurnsTheNormalAndLeavesThePoints(long seed) {
    Rng rng = new Rng(seed);
    int ties = 0;
    for (int i = 0; i < SHAPES; i++) {
      PartPair pair = RandomShapes.pair(rng);
      for (int k = 0; k < POSES; k++) {
        Placed placed = Placed.near(rng, pair);
        ties += assertSameOrTie(placed, placed.collide(), placed.exchanged()) ? 0 : 1;
      }
    }
    assertTrue(ties < SHAPES * POSES / 100, ties + " ties");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whereTheBodiesHaveTheirOriginsDoesNotMatter(long seed) {
    Rng rng = new Rng(seed);
    int ties = 0;
    for (int i = 0; i < SHAPES; i++) {
      PartPair pair = RandomShapes.pair(rng);
      float ax = rng.nextFloat(-8, 8);
      float ay = rng.nextFloat(-8, 8);
      float bx = rng.nextFloat(-8, 8);
      float by = rng.nextFloat(-8, 8);
      PartPair moved = new PartPair(pair.a.movedBy(ax, ay), pair.b.movedBy(bx, by));
      for (int k = 0; k < POSES; k++) {
        Placed placed = Placed.near(rng, pair);
        Manifold found =
            moved.collide(
                placed.x() + ax - (placed.cos() * bx - placed.sin() * by),
                placed.y() + ay - (placed.sin() * bx + placed.cos() * by),
                placed.cos(),
                placed.sin());
        found.x0 -= ax;
        found.y0 -= ay;
        found.x1 -= ax;
        found.y1 -= ay;
        ties += assertSameOrTie(placed, placed.collide(), found) ? 0 : 1;
      }
    }
    assertTrue(ties < SHAPES * POSES / 100, ties + " ties");
  }

  /** Two sides may be equally good, or a point just within the limit; each may then be picked. */
  private static boolean assertSameOrTie(Placed placed, Manifold one, Manifold other) {
    if (one.count == 0 || other.count == 0) {
      assertEquals(0, Math.max(one.count, other.count) * tieAtLimit(placed), placed::toString);
      return one.count == other.count;
    }
    if (one.normalX * other.normalX + one.normalY * other.normalY < 0.9999f) {
      SlowCore coreA = placed.coreA();
      SlowCore coreB = placed.coreB();
      assertEquals(
          coreA.separation(coreB, one.normalX, one.normalY),
          coreA.separation(coreB, other.normalX, other.normalY),
          ROUNDING_METERS,
          placed::toString);
      return false;
    }
    assertSamePoints(placed, one, other);
    return true;
  }

  /** 0 for a gap right at the limit. */
  private static double tieAtLimit(Placed placed) {
    double off = Math.abs(placed.gap() - Limits.SPECULATIVE_METERS);
    return off < ROUNDING_METERS ? 0 : off;
  }

  private static void assertSamePoints(Placed placed, Manifold one, Manifold other) {
    boolean swapped = one.count == 2 && one.id0 != other.id0;
    assertEquals(one.count, other.count, placed::toString);
    assertSamePoint(
        placed,
        new double[] {one.id0, one.x0, one.y0, one.separation0},
        swapped
            ? new double[] {other.id1, other.x1, other.y1, other.separation1}
            : new double[] {other.id0, other.x0, other.y0, other.separation0});
    if (one.count == 2) {
      assertSamePoint(
          placed,
          new double[] {one.id1, one.x1, one.y1, one.separation1},
          swapped
              ? new double[] {other.id0, other.x0, other.y0, other.separation0}
              : new double[] {other.id1, other.x1, other.y1, other.separation1});
    }
  }

  private static void assertSamePoint(Placed placed, double[] one, double[] other) {
    assertEquals(one[0], other[0], placed::toString);
    for (int i = 1; i < one.length; i++) {
      assertEquals(one[i], other[i], 10 * ROUNDING_METERS, placed::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nothingButNumbersComesOutOfAnyPlacement(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < 10_000; i++) {
      PartPair pair = new PartPair(RandomShapes.odd(rng), RandomShapes.odd(rng));
      for (int k = 0; k < POSES; k++) {
        Placed placed = oddPlace(rng, pair);
        Manifold found = placed.collide();
        if (found.count > 0) {
          assertNumbers(placed, found);
        }
      }
    }
  }

  private static void assertNumbers(Placed placed, Manifold found) {
    float length = found.normalX * found.normalX + found.normalY * found.normalY;
    float sum = found.x0 + found.y0 + found.separation0;
    if (found.count == 2) {
      sum += found.x1 + found.y1 + found.separation1;
    }
    assertEquals(1, length, 1e-4, placed::toString);
    assertTrue(Float.isFinite(sum), placed::toString);
  }

  /** One body on the other, at right angles, a hair off, or far from anything. */
  private static Placed oddPlace(Rng rng, PartPair pair) {
    float[] offsets = {0, 0, 0.5f, -0.5f, 1, -1, 1e-7f, -1e-20f, 0.25f, 20_000};
    float[][] turns = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1e-7f}, {0.6f, 0.8f}};
    float[] turn = turns[rng.nextInt(turns.length)];
    return new Placed(
        pair,
        offsets[rng.nextInt(offsets.length)],
        offsets[rng.nextInt(offsets.length)],
        turn[0],
        turn[1]);
  }
}
