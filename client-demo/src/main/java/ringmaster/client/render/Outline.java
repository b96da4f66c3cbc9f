package ringmaster.client.render;

import java.util.List;
import org.joml.Vector2f;
import ringmaster.shared.game.GameMap;

/** A wall's way over the floor. */
final class Outline {
  /** A corner so sharp that its tip would reach farther than this is cut, in half widths. */
  private static final float MAX_MITRE = 2.5f;

  private final Vector2f[] points;
  private final boolean closed;

  Outline(GameMap.Polyline wall) {
    List<Float> xy = wall.points();
    int count = xy.size() / 2;
    closed = wall.closed();
    points = new Vector2f[closed ? count - 1 : count];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Vector2f(xy.get(2 * i), xy.get(2 * i + 1));
    }
  }

  int size() {
    return points.length;
  }

  boolean closed() {
    return closed;
  }

  /** Whether it is closed and bends one way only, so that it can have a flat roof. */
  boolean convex() {
    int lefts = 0;
    for (int i = 0; i < points.length; i++) {
      lefts += bend(i) > 0 ? 1 : 0;
    }
    return closed && (lefts == 0 || lefts == points.length);
  }

  /** Positive where it bends to the left. */
  private float bend(int i) {
    Vector2f before = at(i + points.length - 1);
    Vector2f here = points[i];
    Vector2f after = at(i + 1);
    return (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x);
  }

  /** Whether a closed one goes counter-clockwise. */
  boolean counterClockwise() {
    float twiceArea = 0;
    for (int i = 0; i < points.length; i++) {
      Vector2f a = points[i];
      Vector2f b = at(i + 1);
      twiceArea += a.x * b.y - b.x * a.y;
    }
    return twiceArea > 0;
  }

  /** The point; of a closed one the points begin again after the last. */
  Vector2f at(int i) {
    return points[i % points.length];
  }

  /**
   * Where the corner is of a line that runs beside this one.
   *
   * @param left at which distance, m; negative: to the right
   */
  Vector2f beside(int i, float left) {
    int n = points.length;
    Vector2f in = direction(closed ? i + n - 1 : Math.max(i - 1, 0));
    Vector2f out = direction(closed ? i : Math.min(i, n - 2));
    Vector2f sum = new Vector2f(in).add(out);
    if (sum.lengthSquared() < 1e-6f) {
      sum.set(in.y, -in.x); // straight back: end it square
    }
    sum.normalize();
    float mitre = Math.min(1 / Math.max(sum.dot(out), 1e-3f), MAX_MITRE);
    return new Vector2f(-sum.y, sum.x).mul(left * mitre).add(at(i));
  }

  private Vector2f direction(int i) {
    return new Vector2f(at(i + 1)).sub(at(i)).normalize();
  }
}
