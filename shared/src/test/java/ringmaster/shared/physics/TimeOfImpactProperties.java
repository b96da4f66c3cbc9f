package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class TimeOfImpactProperties {
  private static final int CASES = 1_000;
  private static final int SAMPLES = 400;

  /** Of floats, at the sizes of these tests. */
  private static final double ROUNDING_METERS = 2e-5;

  private final PartTable parts = new PartTable();
  private final TimeOfImpact impact = new TimeOfImpact();
  private final SweptPose a = new SweptPose();
  private final SweptPose b = new SweptPose();
  private Shape shapeA = Shape.circle(1);
  private Shape shapeB = Shape.circle(1);

  private void setShapes(Shape first, Shape second) {
    shapeA = first;
    shapeB = second;
    parts.reserve(2);
    parts.set(0, new BodyKind.Part(first, new Material(1, 0, 0), Filter.ALL, false));
    parts.set(1, new BodyKind.Part(second, new Material(1, 0, 0), Filter.ALL, false));
  }

  private double gap(double fraction) {
    a.at((float) fraction);
    b.at((float) fraction);
    double distance =
        ExactGeometry.distance(
            ExactGeometry.placed(shapeA, a.x, a.y, a.cos, a.sin),
            ExactGeometry.placed(shapeB, b.x, b.y, b.cos, b.sin));
    return distance - shapeA.radiusMeters() - shapeB.radiusMeters();
  }

  private static float[] pose(float x, float y, float[] facing) {
    return new float[] {x, y, facing[0], facing[1]};
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingComesNearerBeforeTheImpact(long seed) {
    Rng rng = new Rng(seed);
    int hits = 0;
    int undecided = 0;
    for (int i = 0; i < CASES; i++) {
      setShapes(RandomConvex.any(rng), RandomConvex.any(rng));
      float[] facingA = RandomConvex.facing(rng);
      float[] fromA = pose(300, 200, facingA);
      float[] toA = fromA;
      if (rng.nextBoolean(0.5f)) {
        toA = pose(300 + rng.nextFloat(-2, 2), 200, RandomConvex.facing(rng));
      }
      float[] fromB =
          pose(rng.nextFloat(295, 305), rng.nextFloat(195, 205), RandomConvex.facing(rng));
      float[] facingB =
          rng.nextBoolean(0.5f) ? new float[] {fromB[2], fromB[3]} : RandomConvex.facing(rng);
      float[] toB = pose(rng.nextFloat(292, 308), rng.nextFloat(192, 208), facingB);
      a.set(fromA, 0, toA, 0, 300, 200);
      b.set(fromB, 0, toB, 0, 300, 200);
      TimeOfImpact.State state = impact.between(parts, 0, a, 1, b, Limits.SLOP_METERS, 1);
      String what = "seed " + seed + " case " + i + " " + state + " at " + impact.fraction;
      checkBefore(state, impact.fraction, what);
      hits += state == TimeOfImpact.State.HIT ? 1 : 0;
      undecided += state == TimeOfImpact.State.UNDECIDED ? 1 : 0;
    }
    assertTrue(hits > CASES / 10, hits + " hits");
    assertTrue(undecided < CASES / 50, undecided + " undecided");
  }

  private void checkBefore(TimeOfImpact.State state, float fraction, String what) {
    if (state == TimeOfImpact.State.TOUCHING) {
      double limit = Limits.SLOP_METERS + TimeOfImpact.TOLERANCE_METERS + ROUNDING_METERS;
      assertTrue(gap(0) <= limit, what);
      return;
    }
    for (int sample = 1; sample <= SAMPLES; sample++) {
      double gap = gap((double) fraction * sample / SAMPLES);
      // One that starts too near and leaves at once is SEPARATED.
      boolean leaves = gap > gap(0) - ROUNDING_METERS;
      assertTrue(gap > Limits.SLOP_METERS - ROUNDING_METERS || leaves, what + ": " + gap);
    }
    if (state == TimeOfImpact.State.HIT) {
      double gap = gap(fraction);
      double most = Limits.SLOP_METERS + TimeOfImpact.TOLERANCE_METERS + ROUNDING_METERS;
      assertTrue(gap <= most, what + ": " + gap);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aThinWallIsNeverPassed(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < CASES; i++) {
      Shape wall = rng.nextBoolean(0.5f) ? Shape.box(0.005f, 20) : Shape.segment(0, -20, 0, 20);
      Shape bullet = rng.nextBoolean(0.5f) ? Shape.circle(0.01f) : Shape.box(0.2f, 0.005f);
      setShapes(wall, bullet);
      float speed = rng.nextFloat(50, 300);
      float way = speed / 60;
      float[] rest = {1000, 0, 1, 0};
      float start = rng.nextFloat(0.25f, way - 0.25f);
      float[] from = pose(1000 - start, rng.nextFloat(-5, 5), RandomConvex.facing(rng));
      float[] to = pose(from[0] + way, rng.nextFloat(-5, 5), RandomConvex.facing(rng));
      a.rest(rest, 0, 1000, 0);
      b.set(from, 0, to, 0, 1000, 0);
      TimeOfImpact.State state = impact.between(parts, 0, a, 1, b, Limits.SLOP_METERS, 1);
      b.at(impact.fraction);
      String what = "seed " + seed + " case " + i + " " + state + " at x " + b.x;
      assertTrue(state == TimeOfImpact.State.HIT && b.x < 0, what);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void isNoLaterForALimit(long seed) {
    Rng rng = new Rng(seed);
    setShapes(Shape.box(1, 1), Shape.capsule(-1, 0, 1, 0, 0.2f));
    for (int i = 0; i < CASES; i++) {
      float[] from = pose(rng.nextFloat(-9, -3), 0, RandomConvex.facing(rng));
      float[] to = pose(rng.nextFloat(-2, 4), 0, RandomConvex.facing(rng));
      float[] rest = {0, 0, 1, 0};
      a.rest(rest, 0, 0, 0);
      b.set(from, 0, to, 0, 0, 0);
      TimeOfImpact.State whole = impact.between(parts, 0, a, 1, b, Limits.SLOP_METERS, 1);
      float fraction = impact.fraction;
      float limit = rng.nextFloat(0, 1);
      TimeOfImpact.State part = impact.between(parts, 0, a, 1, b, Limits.SLOP_METERS, limit);
      boolean beyond = fraction >= limit || whole == TimeOfImpact.State.SEPARATED;
      assertTrue(
          beyond
              ? part == TimeOfImpact.State.SEPARATED && impact.fraction == limit
              : part == whole && impact.fraction == fraction,
          "seed " + seed + " case " + i);
    }
  }
}
