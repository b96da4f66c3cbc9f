package ringmaster.shared.physics;

import ringmaster.shared.math.Rng;

/** Shapes of every kind, by a seed. */
final class RandomConvex {
  private RandomConvex() {}

  static Shape any(Rng rng) {
    float size = rng.nextBoolean(0.2f) ? 0.03f : rng.nextFloat(0.2f, 2);
    return switch (rng.nextInt(5)) {
      case 0 -> Shape.circle(rng.nextFloat(-1, 1), rng.nextFloat(-1, 1), size);
      case 1 -> Shape.capsule(-size, rng.nextFloat(-1, 1), size, 0.2f, 0.4f * size);
      case 2 -> Shape.segment(-size, rng.nextFloat(-1, 1), 2 * size, rng.nextFloat(-1, 1));
      case 3 -> Shape.box(size, 0.5f * size, rng.nextBoolean(0.5f) ? 0 : 0.3f * size);
      default -> polygon(rng, size);
    };
  }

  /** Points about a circle, so that none is within the others' hull. */
  static Shape polygon(Rng rng, float size) {
    int count = 3 + rng.nextInt(6);
    float[] points = new float[2 * count];
    float start = rng.nextFloat(0, 6.28f);
    for (int i = 0; i < count; i++) {
      double angle = start + 6.283 * (i + rng.nextFloat(-0.2f, 0.2f)) / count;
      points[2 * i] = size * (float) StrictMath.cos(angle);
      points[2 * i + 1] = 1.4f * size * (float) StrictMath.sin(angle);
    }
    return Shape.polygon(rng.nextBoolean(0.5f) ? 0 : 0.2f * size, points);
  }

  /** A random unit vector; along an axis now and then. */
  static float[] facing(Rng rng) {
    if (rng.nextBoolean(0.25f)) {
      float sign = rng.nextBoolean(0.5f) ? 1 : -1;
      return rng.nextBoolean(0.5f) ? new float[] {sign, 0} : new float[] {0, sign};
    }
    double angle = rng.nextFloat(0, 6.283f);
    return new float[] {(float) StrictMath.cos(angle), (float) StrictMath.sin(angle)};
  }
}
