package ringmaster.shared.physics;

/** Two parts to collide. */
final class PartPair {
  private static final Material MATERIAL = new Material(1, 0.5f, 0);

  final Shape a;
  final Shape b;
  private final PartTable parts = new PartTable();

  PartPair(Shape a, Shape b) {
    this.a = a;
    this.b = b;
    parts.set(0, new BodyKind.Part(a, MATERIAL, Filter.ALL, false));
    parts.set(1, new BodyKind.Part(b, MATERIAL, Filter.ALL, false));
  }

  /** At a pose of b in a's frame. */
  Manifold collide(float x, float y, float cos, float sin) {
    Manifold out = new Manifold();
    Collide.collide(parts, 0, 1, x, y, cos, sin, out);
    return out;
  }

  /** With b not turned. */
  Manifold collide(float x, float y) {
    return collide(x, y, 1, 0);
  }

  @Override
  public String toString() {
    return a.type() + " of " + a.pointCount() + ", " + b.type() + " of " + b.pointCount();
  }
}
