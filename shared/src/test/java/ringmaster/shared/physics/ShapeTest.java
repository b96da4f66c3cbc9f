package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class ShapeTest {
  private static void assertRefused(float... points) {
    assertThrows(IllegalArgumentException.class, () -> Shape.polygon(0, points));
  }

  private static float[] circle(int count, double radius) {
    float[] points = new float[2 * count];
    for (int i = 0; i < count; i++) {
      points[2 * i] = (float) (radius * Math.cos(2 * Math.PI * i / count));
      points[2 * i + 1] = (float) (radius * Math.sin(2 * Math.PI * i / count));
    }
    return points;
  }

  @Test
  void aPolygonRunsCounterClockwiseFromItsLeftmostPoint() {
    float[] square = {-1, -1, 1, -1, 1, 1, -1, 1};
    assertArrayEquals(square, Shape.box(1, 1).coordinates());
    assertArrayEquals(square, Shape.polygon(0, 1, 1, 1, -1, -1, -1, -1, 1).coordinates());
    assertEquals(Shape.box(1, 1), Shape.polygon(0, 1, 1, -1, -1, -1, 1, 1, -1));
  }

  @Test
  void pointsInsideAPolygonOrOnItsSidesGo() {
    float[] points = {-1, -1, 0, -1, 1, -1, 0.2f, 0.3f, 1, 1, 1, 0, -1, 1, -1, 0};
    assertEquals(Shape.box(1, 1), Shape.polygon(0, points));
  }

  @Test
  void pointsAsNearAsTheSlopAreOne() {
    float[] points = {0, 0, 1, 0, 1.001f, 0.001f, 1, 1, 0, 1, -0.001f, 0.999f};
    assertEquals(4, Shape.polygon(0, points).pointCount());
  }

  @Test
  void cornersFlatterThanTheSlopAreNone() {
    assertEquals(4, Shape.polygon(0, 0, 0, 0.5f, -0.002f, 1, 0, 1, 1, 0, 1).pointCount());
    assertEquals(5, Shape.polygon(0, 0, 0, 0.5f, -0.003f, 1, 0, 1, 1, 0, 1).pointCount());
  }

  @Test
  void pointsOnALineOrInOnePlaceAreNoPolygon() {
    assertRefused();
    assertRefused(1, 1);
    assertRefused(0, 0, 1, 0);
    assertRefused(0, 0, 1, 1, 2, 2, 3, 3);
    assertRefused(1, 1, 1, 1, 1, 1, 1, 1);
    assertRefused(0, 0, 1, 0, 2, 0.001f);
  }

  @Test
  void aSliverIsRefusedUnlessItsRadiusMakesUpForIt() {
    assertRefused(0, 0, 5, 0, 5, 0.009f, 0, 0.009f);
    assertRefused(0, 0, 0.005f, 0, 0, 0.005f);
    assertEquals(4, Shape.polygon(0.01f, 0, 0, 5, 0, 5, 0.009f, 0, 0.009f).pointCount());
    assertEquals(4, Shape.box(0.005f, 5).pointCount());
  }

  @Test
  void eightCornersAreTheMost() {
    assertEquals(8, Shape.polygon(0, circle(8, 1)).pointCount());
    assertThrows(IllegalArgumentException.class, () -> Shape.polygon(0, circle(9, 1)));
  }

  @Test
  void manyFlatCornersAreNotRoundedOff() {
    // Each is within the tolerance of its neighbours' line; all together they are a disc.
    assertThrows(IllegalArgumentException.class, () -> Shape.polygon(0, circle(1000, 1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noPointStandsOutOfItsHull(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < 500; i++) {
      float[] points = new float[2 * (3 + rng.nextInt(40))];
      for (int k = 0; k < points.length; k++) {
        points[k] = rng.nextFloat(-1, 1);
      }
      float[] hull = Hull.of(points, 0.0025f);
      for (int from = 0; from < hull.length; from += 2) {
        int to = (from + 2) % hull.length;
        double x = hull[to] - hull[from];
        double y = hull[to + 1] - hull[from + 1];
        for (int k = 0; k < points.length; k += 2) {
          double out = (points[k] - hull[from]) * y - (points[k + 1] - hull[from + 1]) * x;
          assertEquals(0, Math.max(0, out / Math.hypot(x, y)), 0.005, "seed " + seed);
        }
      }
    }
  }

  @Test
  void tinyAndHugeShapesAreMadeAsLongAsTheyAreWithinTheLimits() {
    float least = Limits.MIN_SIZE_METERS / 2;
    assertEquals(least, Shape.circle(least).radiusMeters());
    assertEquals(4, Shape.box(least, least).pointCount());
    assertEquals(4, Shape.box(10_000, 10_000).pointCount());
    assertThrows(IllegalArgumentException.class, () -> Shape.circle(0.004f));
    assertThrows(IllegalArgumentException.class, () -> Shape.circle(257));
    assertThrows(IllegalArgumentException.class, () -> Shape.circle(-1));
    assertThrows(IllegalArgumentException.class, () -> Shape.box(20_000, 1));
    assertThrows(IllegalArgumentException.class, () -> Shape.segment(0, 0, 0.005f, 0));
    assertThrows(IllegalArgumentException.class, () -> Shape.capsule(1, 1, 1, 1, 1));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Shape.circle(bad));
      assertThrows(IllegalArgumentException.class, () -> Shape.circle(0, bad, 1));
      assertThrows(IllegalArgumentException.class, () -> Shape.segment(0, 0, 1, bad));
      assertThrows(IllegalArgumentException.class, () -> Shape.box(1, 1, bad));
      assertThrows(IllegalArgumentException.class, () -> Shape.chain(false, 0, 0, 1, bad));
      assertRefused(0, 0, 1, 0, bad, 1);
    }
    assertRefused(0, 0, 1, 0, 1);
  }

  @Test
  void aChainKnowsItsNeighbours() {
    List<Shape> open = Shape.chain(false, 0, 0, 1, 0, 1, 1);
    assertEquals(2, open.size());
    assertArrayEquals(new float[] {0, 0, 1, 0, -1, 0, 1, 1}, open.get(0).coordinates());
    assertArrayEquals(new float[] {1, 0, 1, 1, 0, 0, 1, 2}, open.get(1).coordinates());
    List<Shape> closed = Shape.chain(true, 0, 0, 1, 0, 1, 1);
    assertEquals(3, closed.size());
    assertArrayEquals(new float[] {1, 1, 0, 0, 1, 0, 1, 0}, closed.get(2).coordinates());
    assertThrows(IllegalArgumentException.class, () -> Shape.chain(true, 0, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Shape.chain(false, 0, 0, 0, 0, 1, 1));
  }

  @Test
  void shapesAreComparedByContent() {
    assertEquals(Shape.capsule(0, 0, 1, 0, 0.5f), Shape.capsule(0, 0, 1, 0, 0.5f));
    assertEquals(
        Shape.capsule(0, 0, 1, 0, 0.5f).hashCode(), Shape.capsule(0, 0, 1, 0, 0.5f).hashCode());
    assertNotEquals(Shape.capsule(0, 0, 1, 0, 0.5f), Shape.capsule(0, 0, 1, 0, 0.6f));
    assertNotEquals(Shape.segment(0, 0, 1, 0), Shape.chain(false, 0, 0, 1, 0).get(0));
  }

  @Test
  void aShapeReachesToItsFurthestPoint() {
    assertEquals(5.5f, Shape.capsule(0, 1, 3, 4, 0.5f).reachMeters(), 1e-6f);
    assertEquals(1.25f, Shape.circle(0, 1, 0.25f).reachMeters());
    assertEquals(5, Shape.box(3, 4).reachMeters());
  }
}
