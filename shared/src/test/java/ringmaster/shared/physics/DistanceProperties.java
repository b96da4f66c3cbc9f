package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class DistanceProperties {
  private static final int CASES = 3_000;

  private final Distance distance = new Distance();

  private static float[] points(Rng rng, float size) {
    float[] points = new float[2 * (1 + rng.nextInt(Shape.MAX_POINTS))];
    boolean onLine = rng.nextBoolean(0.2f);
    for (int i = 0; i < points.length; i += 2) {
      boolean again = i > 0 && rng.nextBoolean(0.2f);
      points[i] = again ? points[i - 2] : rng.nextFloat(-size, size);
      points[i + 1] = onLine ? 0.5f * points[i] : rng.nextFloat(-size, size);
      points[i + 1] = again ? points[i - 1] : points[i + 1];
    }
    return points;
  }

  private static double[] placed(float[] points, float x, float y, float[] facing) {
    double[] placed = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      placed[i] = x + (double) facing[0] * points[i] - (double) facing[1] * points[i + 1];
      placed[i + 1] = y + (double) facing[1] * points[i] + (double) facing[0] * points[i + 1];
    }
    return placed;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isThatOfAllLinesBetweenPoints(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < CASES; i++) {
      float size = rng.nextBoolean(0.3f) ? 0.01f : 2;
      float[] a = points(rng, size);
      float[] b = points(rng, rng.nextBoolean(0.3f) ? 0.01f : 2);
      float x = rng.nextFloat(-3, 3);
      float y = rng.nextFloat(-3, 3);
      float[] facing = RandomConvex.facing(rng);
      double wanted =
          ExactGeometry.distance(placed(a, 0, 0, new float[] {1, 0}), placed(b, x, y, facing));
      measure(a, b, x, y, facing);
      String what = "seed " + seed + " case " + i + Arrays.toString(a) + Arrays.toString(b);
      assertEquals(wanted, distance.meters, 3e-6, what);
      checkPoints(what);
    }
  }

  private void measure(float[] a, float[] b, float x, float y, float[] facing) {
    distance.between(a, 0, a.length / 2, b, 0, b.length / 2, x, y, facing[0], facing[1]);
  }

  /** The nearest points are as far apart as the sets, in the direction of the normal. */
  private void checkPoints(String what) {
    float acrossX = distance.pointBx - distance.pointAx;
    float acrossY = distance.pointBy - distance.pointAy;
    assertEquals(distance.normalX * distance.meters, acrossX, 5e-6, what);
    assertEquals(distance.normalY * distance.meters, acrossY, 5e-6, what);
    float length = distance.normalX * distance.normalX + distance.normalY * distance.normalY;
    assertTrue(distance.meters == 0 || Math.abs(length - 1) < 1e-6f, what);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void takesNoNoticeOfTheOrderOfPoints(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < CASES; i++) {
      float[] a = points(rng, 2);
      float[] b = points(rng, 2);
      float[] turned = new float[a.length];
      for (int k = 0; k < a.length; k += 2) {
        turned[k] = a[a.length - 2 - k];
        turned[k + 1] = a[a.length - 1 - k];
      }
      measure(a, b, 2.5f, 0.5f, new float[] {1, 0});
      float meters = distance.meters;
      measure(turned, b, 2.5f, 0.5f, new float[] {1, 0});
      assertEquals(meters, distance.meters, 2e-6f, "seed " + seed + " case " + i);
    }
  }

  @Test
  void touchingSetsAreNoDistanceApart() {
    float[] square = {0, 0, 1, 0, 1, 1, 0, 1};
    measure(square, square, 1, 0, new float[] {1, 0});
    assertEquals(0, distance.meters);
    measure(square, square, 0, 0, new float[] {1, 0});
    assertEquals(0, distance.meters);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDifferenceTellsTheSameAndHowDeep(long seed) {
    Rng rng = new Rng(seed);
    Difference difference = new Difference();
    Outline outline = new Outline();
    float[] a = new float[PartTable.STRIDE];
    float[] b = new float[PartTable.STRIDE];
    for (int i = 0; i < CASES; i++) {
      Shape first = RandomConvex.any(rng);
      Shape second = RandomConvex.any(rng);
      float[] facing = RandomConvex.facing(rng);
      float x = rng.nextFloat(-3, 3);
      float y = rng.nextFloat(-3, 3);
      PartTable.write(a, 0, first);
      PartTable.write(b, 0, second);
      difference.set(
          a, 0, first.pointCount(), b, 0, second.pointCount(), x, y, facing[0], facing[1]);
      difference.select(outline, 0);
      double[] fixed = ExactGeometry.placed(first, 0, 0, 1, 0);
      double[] placed = ExactGeometry.placed(second, x, y, facing[0], facing[1]);
      float separation = outline.separation(0, 0);
      String what = "seed " + seed + " case " + i + " " + first.type() + " " + second.type();
      assertEquals(ExactGeometry.distance(fixed, placed), Math.max(separation, 0), 3e-6, what);
      // Out of an overlap one gets by going its depth along the normal, and by no less.
      double depth = Math.max(-separation, 0);
      double nearly = depth - 1e-4;
      double left = ExactGeometry.distance(fixed, out(placed, outline, depth));
      assertEquals(Math.max(separation, 0), left, 2e-5, what);
      assertTrue(
          nearly <= 0 || ExactGeometry.distance(fixed, out(placed, outline, nearly)) == 0, what);
      assertTrue(
          depth == 0 || ExactGeometry.distance(fixed, out(placed, outline, depth + 1e-4)) > 0,
          what);
    }
  }

  private static double[] out(double[] points, Outline outline, double meters) {
    return ExactGeometry.moved(points, outline.normalX * meters, outline.normalY * meters);
  }
}
