package ringmaster.shared.physics;

import ringmaster.shared.math.Rng;

/** Shapes to collide. */
final class RandomShapes {
  private RandomShapes() {}

  static PartPair pair(Rng rng) {
    return new PartPair(any(rng), any(rng));
  }

  /** Of every type but chains, a few centimetres to a few metres large. */
  static Shape any(Rng rng) {
    return switch (rng.nextInt(5)) {
      case 0 -> Shape.circle(near(rng), near(rng), radius(rng));
      case 1 -> Shape.capsule(near(rng), near(rng), far(rng), near(rng), radius(rng));
      case 2 -> Shape.segment(near(rng), near(rng), far(rng), near(rng));
      case 3 -> Shape.box(radius(rng), radius(rng), rng.nextBoolean(0.5f) ? 0 : radius(rng));
      default -> polygon(rng, rng.nextBoolean(0.5f) ? 0 : radius(rng));
    };
  }

  /** Three to eight corners on an ellipse. */
  static Shape polygon(Rng rng, float radiusMeters) {
    int count = 3 + rng.nextInt(6);
    float[] points = new float[2 * count];
    float width = rng.nextFloat(0.1f, 1);
    float height = rng.nextFloat(0.1f, 1);
    float first = rng.nextFloat();
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * (i + first + rng.nextFloat(0, 0.5f)) / count;
      points[2 * i] = (float) (width * Math.cos(angle));
      points[2 * i + 1] = (float) (height * Math.sin(angle));
    }
    return Shape.polygon(radiusMeters, points);
  }

  /** Of every type, with coordinates that repeat, tiny and huge. */
  static Shape odd(Rng rng) {
    return switch (rng.nextInt(7)) {
      case 0 -> Shape.circle(oddPlace(rng), oddPlace(rng), oddSize(rng));
      case 1 -> Shape.capsule(0, 0, oddSize(rng), oddPlace(rng), oddSize(rng));
      case 2 -> Shape.segment(oddPlace(rng), 0, oddPlace(rng), oddSize(rng));
      case 3 -> Shape.chain(true, 0, 0, 1, 0, 0, oddSize(rng)).get(rng.nextInt(3));
      case 4 ->
          Shape.chain(false, 1, 0, 0, oddPlace(rng), -16_000, oddPlace(rng)).get(rng.nextInt(2));
      case 5 -> Shape.polygon(oddSize(rng), 0, 0, oddSize(rng), 0, 0, oddSize(rng));
      default -> Shape.box(oddSize(rng), oddSize(rng), oddSize(rng));
    };
  }

  private static float oddPlace(Rng rng) {
    float[] odd = {0, -0f, 0.5f, -0.5f, 1, -1, 1e-30f};
    return odd[rng.nextInt(odd.length)];
  }

  private static float oddSize(Rng rng) {
    float[] odd = {Limits.MIN_SIZE_METERS, 0.5f, 1, 2, Limits.MAX_SIZE_METERS / 2};
    return odd[rng.nextInt(odd.length)];
  }

  private static float near(Rng rng) {
    return rng.nextFloat(-0.5f, 0.5f);
  }

  private static float far(Rng rng) {
    return rng.nextFloat(0.6f, 2);
  }

  private static float radius(Rng rng) {
    return rng.nextFloat(0.02f, 0.6f);
  }
}
