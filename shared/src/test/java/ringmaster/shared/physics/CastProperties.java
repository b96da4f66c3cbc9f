package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Casts against a part, compared with creeping up to it in double precision. */
final class CastProperties {
  private static final int CASES = 2_000;
  private static final double NEAR_METERS = 1e-4;

  private final PartTable parts = new PartTable();
  private final ShapeCast cast = new ShapeCast();

  private void setPart(Shape shape) {
    parts.set(0, new BodyKind.Part(shape, new Material(1, 0, 0), Filter.ALL, false));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shapesStopWhereTheyFirstTouch(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < CASES; i++) {
      Shape target = RandomConvex.any(rng);
      Shape caster = caster(rng);
      float[] facing = RandomConvex.facing(rng);
      float[] casterFacing = RandomConvex.facing(rng);
      float[] direction = RandomConvex.facing(rng);
      float length = rng.nextBoolean(0.1f) ? 0 : rng.nextFloat(0.1f, 80);
      float[] pose = {100, -50, facing[0], facing[1]};
      // Toward the target, mostly, and grazing it now and then.
      float aside = rng.nextFloat(-3, 3);
      float back = rng.nextFloat(-1, length + 1);
      float x = pose[0] - direction[0] * back - direction[1] * aside;
      float y = pose[1] - direction[1] * back + direction[0] * aside;
      float wayX = direction[0] * length;
      float wayY = direction[1] * length;
      setPart(target);
      cast.take(caster, casterFacing[0], casterFacing[1], 0);
      cast.aim(x, y, wayX, wayY);
      float fraction = cast.cast(parts, 0, pose, 0);
      String what = "seed " + seed + " case " + i + " " + caster.type() + " at " + target.type();
      double[] fixed = ExactGeometry.placed(target, pose[0], pose[1], pose[2], pose[3]);
      double[] moving = ExactGeometry.placed(caster, x, y, casterFacing[0], casterFacing[1]);
      double radius = target.radiusMeters() + caster.radiusMeters();
      check(fixed, moving, radius, wayX, wayY, fraction, what);
    }
  }

  /** Without lines, whose thickness is another. */
  private static Shape caster(Rng rng) {
    Shape shape = RandomConvex.any(rng);
    return shape.type() == Shape.Type.SEGMENT ? Shape.circle(0.05f) : shape;
  }

  private void check(
      double[] fixed,
      double[] moving,
      double radius,
      float wayX,
      float wayY,
      float fraction,
      String what) {
    assertTrue(fraction == Outline.MISS || (fraction >= 0 && fraction <= 1), what);
    boolean met = fraction != Outline.MISS;
    double end = met ? fraction : 1;
    // Nothing is touched before.
    double length = Math.sqrt((double) wayX * wayX + (double) wayY * wayY);
    double share = 0;
    while (share < end) {
      double gap =
          ExactGeometry.distance(fixed, ExactGeometry.moved(moving, wayX * share, wayY * share))
              - radius;
      assertTrue(gap > -NEAR_METERS, what + ": passed " + gap + " at " + share + " of " + end);
      share += length > 0 ? Math.max(gap, NEAR_METERS) / length : 1;
    }
    if (met) {
      double[] there = ExactGeometry.moved(moving, wayX * fraction, wayY * fraction);
      double gap = ExactGeometry.distance(fixed, there) - radius;
      assertTrue(gap < NEAR_METERS && (fraction == 0 || gap > -NEAR_METERS), what + ": " + gap);
      cast.resolve(fraction);
      checkSurface(fixed, there, radius, fraction, what);
    }
  }

  /** The point met is on both surfaces and the normal leads out. */
  private void checkSurface(
      double[] fixed, double[] there, double radius, float fraction, String what) {
    double length = Math.hypot(cast.normalX, cast.normalY);
    assertEquals(1, length, 1e-5, what);
    if (fraction > 0) {
      double[] point = {cast.x, cast.y};
      double toFixed = ExactGeometry.distance(fixed, point);
      double toMoving = ExactGeometry.distance(there, point);
      assertEquals(radius, toFixed + toMoving, 5e-4, what);
      double[] apart = ExactGeometry.moved(there, cast.normalX * 0.01, cast.normalY * 0.01);
      assertEquals(radius + 0.01, ExactGeometry.distance(fixed, apart), 5e-4, what);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void raysEndWhereTheyFirstTouch(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < CASES; i++) {
      Shape target = RandomConvex.any(rng);
      float[] facing = RandomConvex.facing(rng);
      float[] direction = RandomConvex.facing(rng);
      float length = rng.nextBoolean(0.1f) ? 0 : rng.nextFloat(0.1f, 80);
      float radius = rng.nextBoolean(0.5f) ? 0 : rng.nextFloat(0.01f, 1);
      float back = rng.nextFloat(-1, length + 1);
      float aside = rng.nextFloat(-2, 2);
      float x = -direction[0] * back - direction[1] * aside;
      float y = -direction[1] * back + direction[0] * aside;
      setPart(target);
      cast.take(radius);
      cast.aim(x, y, direction[0] * length, direction[1] * length);
      float[] pose = {0, 0, facing[0], facing[1]};
      float fraction = cast.cast(parts, 0, pose, 0);
      check(
          ExactGeometry.placed(target, 0, 0, facing[0], facing[1]),
          new double[] {x, y},
          (double) radius + target.radiusMeters(),
          direction[0] * length,
          direction[1] * length,
          fraction,
          "seed " + seed + " case " + i + " " + target.type() + " radius " + radius);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noRaySlipsBetweenTwoWallsThatShareAnEnd(long seed) {
    Rng rng = new Rng(seed);
    float[] pose = {0, 0, 1, 0};
    parts.reserve(2);
    for (int i = 0; i < 20_000; i++) {
      float jointX = rng.nextFloat(-50, 50);
      float jointY = rng.nextFloat(-50, 50);
      Shape left = Shape.segment(jointX - 5, jointY + 1, jointX, jointY);
      Shape right = Shape.segment(jointX, jointY, jointX + 4, jointY + 2);
      float x = jointX + rng.nextFloat(-2, 2);
      float y = jointY - 20;
      float share = rng.nextFloat(0.3f, 0.9f);
      cast.take(0);
      cast.aim(x, y, (jointX - x) / share, (jointY - y) / share);
      setPart(left);
      float first = cast.cast(parts, 0, pose, 0);
      setPart(right);
      float second = cast.cast(parts, 0, pose, 0);
      assertEquals(share, Math.min(first, second), 1e-4f, "seed " + seed + " case " + i);
    }
  }

  @Test
  void aChainIsMetFromItsOpenSideOnly() {
    setPart(Shape.chain(false, 0, 0, 2, 0, 4, 0).get(0));
    float[] pose = {0, 0, 1, 0};
    cast.take(0);
    cast.aim(1, -1, 0, 2);
    assertEquals(0.5f, cast.cast(parts, 0, pose, 0));
    cast.aim(1, 1, 0, -2);
    assertEquals(Outline.MISS, cast.cast(parts, 0, pose, 0));
    cast.take(0.25f);
    cast.aim(1, -1, 0, 2);
    assertEquals(0.375f, cast.cast(parts, 0, pose, 0));
    cast.aim(1, 0.125f, 0, -2);
    assertEquals(Outline.MISS, cast.cast(parts, 0, pose, 0));
    cast.take(Shape.box(0.5f, 0.25f), 1, 0, 0);
    cast.aim(1, -1, 0, 2);
    assertEquals(0.375f, cast.cast(parts, 0, pose, 0));
    cast.aim(1, 0.125f, 0, -2);
    assertEquals(Outline.MISS, cast.cast(parts, 0, pose, 0));
  }

  @Test
  void aLineCastSquareAtALineStopsBeforeIt() {
    setPart(Shape.segment(-1, 0, 1, 0));
    cast.take(Shape.segment(-1, 0, 1, 0), 1, 0, 0);
    for (int i = 1; i < 100; i++) {
      cast.aim(0.013f * i, -0.37f * i, 0, 0.8f * i);
      assertEquals(0.4625f, cast.cast(parts, 0, new float[] {0, 0, 1, 0}, 0), 2e-3f);
    }
  }
}
