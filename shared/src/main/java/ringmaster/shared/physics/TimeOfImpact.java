package ringmaster.shared.physics;

/**
 * When two moving parts come as near as a target for the first time, by conservative advancement
 * (Mirtich: "Impulse-based Dynamic Simulation", 1996): as long as each point of B cannot have
 * crossed the gap to A along the normal, nothing can have happened. So nothing is ever missed,
 * however thin or fast.
 *
 * <p>The gap may be asked for to be negative: so one learns when the overlap first becomes deep.
 */
final class TimeOfImpact {
  /** What was found. */
  enum State {
    /** They do not come so near. */
    SEPARATED,
    /** They are as near as the target after {@link #fraction}, give or take the tolerance. */
    HIT,
    /** They start nearer and do not part at once. */
    TOUCHING,
    /** They come near so slowly that it took too long: not met before {@link #fraction}. */
    UNDECIDED
  }

  static final float TOLERANCE_METERS = Limits.SLOP_METERS / 4;

  /** A glancing approach takes some ten. */
  private static final int MAX_ITERATIONS = 48;

  private final Difference difference = new Difference();
  private final Outline outline = new Outline();
  private final float[] reach = new float[Shape.MAX_POINTS];

  /** Share of the way. */
  float fraction;

  /** Unit vector from A to B where they met. */
  float normalX;

  float normalY;

  /** How far apart they were after {@link #fraction}, negative where they overlapped, metres. */
  float separation;

  // What was asked, for the loop.
  private int countB;
  private float reachOfA;

  /**
   * Looks at two parts on their ways.
   *
   * @param targetMeters between the parts, radii included
   * @param limit share of the way beyond which nothing is wanted
   */
  State between(
      PartTable parts,
      int partA,
      SweptPose a,
      int partB,
      SweptPose b,
      float targetMeters,
      float limit) {
    float[] geometry = parts.geometry;
    int atA = partA * PartTable.STRIDE;
    int atB = partB * PartTable.STRIDE;
    float radius = geometry[atA + PartTable.RADIUS] + geometry[atB + PartTable.RADIUS];
    countB = parts.pointCount[partB];
    findReach(geometry, atB);
    reachOfA = geometry[atA + PartTable.REACH];
    fraction = 0;
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      a.at(fraction);
      b.at(fraction);
      relate(geometry, atA, parts.pointCount[partA], a, atB, b);
      difference.select(outline, radius);
      separation = outline.separation(0, 0);
      float gap = separation - targetMeters;
      float next = fraction + advance(gap, a, b);
      if (next >= limit) {
        fraction = limit;
        return State.SEPARATED;
      }
      if (gap <= TOLERANCE_METERS) {
        setNormal(a);
        return fraction == 0 ? State.TOUCHING : State.HIT;
      }
      fraction = next;
    }
    setNormal(a);
    return State.UNDECIDED;
  }

  private void findReach(float[] geometry, int atB) {
    for (int i = 0; i < countB; i++) {
      float x = geometry[atB + 2 * i];
      float y = geometry[atB + 2 * i + 1];
      reach[i] = (float) Math.sqrt(x * x + y * y);
    }
  }

  private void relate(float[] geometry, int atA, int countA, SweptPose a, int atB, SweptPose b) {
    float dx = b.x - a.x;
    float dy = b.y - a.y;
    difference.set(
        geometry,
        atA,
        countA,
        geometry,
        atB,
        countB,
        a.cos * dx + a.sin * dy,
        a.cos * dy - a.sin * dx,
        a.cos * b.cos + a.sin * b.sin,
        a.cos * b.sin - a.sin * b.cos);
  }

  private void setNormal(SweptPose a) {
    normalX = a.cos * outline.normalX - a.sin * outline.normalY;
    normalY = a.sin * outline.normalX + a.cos * outline.normalY;
  }

  /**
   * The share of the way during which no point of B can come nearer than the target along the
   * present normal. The radius of A's turning counts for all of A.
   */
  private float advance(float gap, SweptPose a, SweptPose b) {
    float wayX = b.wayX() - a.wayX();
    float wayY = b.wayY() - a.wayY();
    setNormal(a);
    float closing = reachOfA * a.turnBound() - (normalX * wayX + normalY * wayY);
    float nearest = Float.POSITIVE_INFINITY;
    for (int i = 0; i < countB; i++) {
      nearest = Math.min(nearest, difference.reachOfB(i, outline.normalX, outline.normalY));
    }
    float least = 2;
    for (int i = 0; i < countB; i++) {
      float speed = closing + reach[i] * b.turnBound();
      if (speed > 0) {
        float further = difference.reachOfB(i, outline.normalX, outline.normalY) - nearest;
        float room = Math.max(gap + further, 0);
        // Told by the product, so that a tiny divisor does no harm.
        least = room < least * speed ? room / speed : least;
      }
    }
    return least;
  }
}
