package ringmaster.shared.physics;

import ringmaster.shared.math.Rng;

/** A pair at a pose of its second part in the first one's frame. */
record Placed(PartPair pair, float x, float y, float cos, float sin) {
  static Placed at(PartPair pair, double x, double y, double angle) {
    return new Placed(pair, (float) x, (float) y, (float) Math.cos(angle), (float) Math.sin(angle));
  }

  /** Of any angle, from half a metre deep to a little too far away to touch. */
  static Placed near(Rng rng, PartPair pair) {
    double angle = 2 * Math.PI * rng.nextFloat();
    double direction = 2 * Math.PI * rng.nextFloat();
    double gap = rng.nextBoolean(0.5f) ? rng.nextFloat(-0.03f, 0.03f) : rng.nextFloat(-0.5f, 0);
    return inDirection(pair, direction, angle, gap);
  }

  /** Moved out until there is a gap, or minus that of an overlap. */
  static Placed inDirection(PartPair pair, double direction, double angle, double gap) {
    double low = 0;
    double high = 10;
    for (int step = 0; step < 30; step++) {
      double middle = 0.5 * (low + high);
      double found = onRay(pair, direction, angle, middle).gap();
      low = found < gap ? middle : low;
      high = found < gap ? high : middle;
    }
    return onRay(pair, direction, angle, low);
  }

  private static Placed onRay(PartPair pair, double direction, double angle, double way) {
    return at(pair, way * Math.cos(direction), way * Math.sin(direction), angle);
  }

  Manifold collide() {
    return pair.collide(x, y, cos, sin);
  }

  /** Asked for b against a, and turned back into a's frame. */
  Manifold exchanged() {
    Manifold out =
        new PartPair(pair.b, pair.a).collide(-cos * x - sin * y, sin * x - cos * y, cos, -sin);
    out.flip(x, y, cos, sin);
    return out;
  }

  SlowCore coreA() {
    return SlowCore.of(pair.a, 0, 0, 1, 0);
  }

  SlowCore coreB() {
    return SlowCore.of(pair.b, x, y, cos, sin);
  }

  /** From surface to surface. */
  double gap() {
    return coreA().distance(coreB()) - pair.a.radiusMeters() - pair.b.radiusMeters();
  }
}
