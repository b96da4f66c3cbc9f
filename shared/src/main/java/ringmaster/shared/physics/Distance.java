package ringmaster.shared.physics;

/**
 * How far two convex sets of points are apart, in the manner of Gilbert, Johnson and Keerthi ("A
 * fast procedure for computing the distance between complex objects in three-dimensional space",
 * 1988) as Catto explains it ("Computing Distance", GDC 2010). The points may come in any order,
 * repeat each other or lie on a line; radii are the caller's to subtract.
 *
 * <p>All is in the frame of A, and relative to it, so that a place far from the world's origin
 * costs no digits. Holds what it found last; one for each lane.
 */
final class Distance {
  /** Beyond as many rounds as there are pairs of points nothing new can come. */
  private static final int MAX_ITERATIONS = Shape.MAX_POINTS * Shape.MAX_POINTS;

  private final float[] b = new float[2 * Shape.MAX_POINTS];
  private float[] a = {};
  private int atA;
  private int countA;
  private int countB;

  /** Corners of the simplex: which points, their difference B - A, and their weights. */
  private final int[] indexA = new int[3];

  private final int[] indexB = new int[3];
  private final float[] dx = new float[3];
  private final float[] dy = new float[3];
  private final float[] weight = new float[3];
  private int corners;

  /** Between the sets; 0 where they overlap. */
  float meters;

  /** Unit vector from A to B; 0 where they overlap. */
  float normalX;

  float normalY;

  /** The point of A nearest to B. */
  float pointAx;

  float pointAy;

  /** The point of B nearest to A. */
  float pointBx;

  float pointBy;

  /**
   * Measures.
   *
   * @param newA x, y of each point of A from newAtA on, 1 to {@link Shape#MAX_POINTS} of them
   * @param x of B's frame in the frame of A, metres
   * @param cos of B's facing in A's frame
   * @return {@link #meters}
   */
  float between(
      float[] newA,
      int newAtA,
      int newCountA,
      float[] newB,
      int newAtB,
      int newCountB,
      float x,
      float y,
      float cos,
      float sin) {
    a = newA;
    atA = newAtA;
    countA = newCountA;
    countB = newCountB;
    for (int i = 0; i < countB; i++) {
      float pointX = newB[newAtB + 2 * i];
      float pointY = newB[newAtB + 2 * i + 1];
      b[2 * i] = x + cos * pointX - sin * pointY;
      b[2 * i + 1] = y + sin * pointX + cos * pointY;
    }
    search();
    return meters;
  }

  private void search() {
    corners = 0;
    add(0, 0);
    weight[0] = 1;
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      if (!aim()) {
        overlap();
        return;
      }
      int farA = farthest(a, atA, countA, normalX, normalY);
      int farB = farthest(b, 0, countB, -normalX, -normalY);
      if (known(farA, farB) || !nearer(farA, farB)) {
        break;
      }
      add(farA, farB);
      reduce();
    }
    finish();
  }

  /**
   * Turns the normal from the simplex' nearest point to B, away from A.
   *
   * @return whether there is such a direction: the origin is outside
   */
  private boolean aim() {
    if (corners == 3) {
      return false;
    }
    float x = dx[0];
    float y = dy[0];
    if (corners == 2) {
      // Square to the line: the direction of its nearest point would be lost in rounding.
      float lineX = dx[1] - dx[0];
      float lineY = dy[1] - dy[0];
      float turn = lineX * y - lineY * x;
      x = turn > 0 ? -lineY : lineY;
      y = turn > 0 ? lineX : -lineX;
      if (turn == 0) {
        return false;
      }
    }
    float length = (float) Math.sqrt(x * x + y * y);
    if (!(length > 0)) {
      return false;
    }
    normalX = x / length;
    normalY = y / length;
    return true;
  }

  private static int farthest(float[] points, int at, int count, float x, float y) {
    int best = 0;
    float most = points[at] * x + points[at + 1] * y;
    for (int i = 1; i < count; i++) {
      float far = points[at + 2 * i] * x + points[at + 2 * i + 1] * y;
      if (far > most) {
        most = far;
        best = i;
      }
    }
    return best;
  }

  private boolean known(int pointA, int pointB) {
    for (int i = 0; i < corners; i++) {
      if (indexA[i] == pointA && indexB[i] == pointB) {
        return true;
      }
    }
    return false;
  }

  /** Whether a corner would bring the simplex nearer to the origin, by its own arithmetic. */
  private boolean nearer(int pointA, int pointB) {
    float x = b[2 * pointB] - a[atA + 2 * pointA];
    float y = b[2 * pointB + 1] - a[atA + 2 * pointA + 1];
    return (x - dx[0]) * normalX + (y - dy[0]) * normalY < 0;
  }

  private void add(int pointA, int pointB) {
    indexA[corners] = pointA;
    indexB[corners] = pointB;
    dx[corners] = b[2 * pointB] - a[atA + 2 * pointA];
    dy[corners] = b[2 * pointB + 1] - a[atA + 2 * pointA + 1];
    corners++;
  }

  /** Leaves the corners that span the point nearest to the origin, with its weights. */
  private void reduce() {
    if (corners == 2) {
      reduceLine();
    } else {
      reduceTriangle();
    }
  }

  private void reduceLine() {
    float toFirst = beyond(0, 1);
    float toSecond = beyond(1, 0);
    if (toFirst <= 0) {
      keep(0);
    } else if (toSecond <= 0) {
      keep(1);
    } else {
      weigh(toSecond, toFirst);
    }
  }

  /** By which outer region of the triangle the origin lies in. */
  private void reduceTriangle() {
    float w01 = beyond(0, 1);
    float w10 = beyond(1, 0);
    float w02 = beyond(0, 2);
    float w20 = beyond(2, 0);
    float w12 = beyond(1, 2);
    float w21 = beyond(2, 1);
    float whole = cross(0, 1) + cross(1, 2) + cross(2, 0);
    float at0 = whole * cross(1, 2);
    float at1 = whole * cross(2, 0);
    float at2 = whole * cross(0, 1);
    if (w01 <= 0 && w02 <= 0) {
      keep(0);
    } else if (w10 <= 0 && w12 <= 0) {
      keep(1);
    } else if (w20 <= 0 && w21 <= 0) {
      keep(2);
    } else if (w01 > 0 && w10 > 0 && at2 <= 0) {
      weigh(w10, w01);
    } else if (w12 > 0 && w21 > 0 && at0 <= 0) {
      move(1, 0);
      move(2, 1);
      weigh(w21, w12);
    } else if (w02 > 0 && w20 > 0 && at1 <= 0) {
      move(2, 1);
      weigh(w20, w02);
    } else {
      weighAll(at0, at1, at2);
    }
  }

  /** How far the origin is from a corner on, in the direction of another; times their distance. */
  private float beyond(int from, int to) {
    return -dx[from] * (dx[to] - dx[from]) - dy[from] * (dy[to] - dy[from]);
  }

  private float cross(int i, int j) {
    return dx[i] * dy[j] - dy[i] * dx[j];
  }

  private void keep(int corner) {
    move(corner, 0);
    corners = 1;
    weight[0] = 1;
  }

  private void move(int from, int to) {
    indexA[to] = indexA[from];
    indexB[to] = indexB[from];
    dx[to] = dx[from];
    dy[to] = dy[from];
  }

  private void weigh(float first, float second) {
    corners = 2;
    weight[0] = first / (first + second);
    weight[1] = 1 - weight[0];
  }

  /** The origin is inside: the weights are those at which both sets have one point. */
  private void weighAll(float at0, float at1, float at2) {
    float sum = at0 + at1 + at2;
    weight[0] = sum > 0 ? at0 / sum : 1;
    weight[1] = sum > 0 ? at1 / sum : 0;
    weight[2] = 1 - weight[0] - weight[1];
  }

  private void overlap() {
    meters = 0;
    normalX = 0;
    normalY = 0;
    setPoints();
    pointBx = pointAx;
    pointBy = pointAy;
  }

  private void finish() {
    meters = Math.max(dx[0] * normalX + dy[0] * normalY, 0);
    setPoints();
  }

  private void setPoints() {
    pointAx = 0;
    pointAy = 0;
    pointBx = 0;
    pointBy = 0;
    for (int i = 0; i < corners; i++) {
      pointAx += weight[i] * a[atA + 2 * indexA[i]];
      pointAy += weight[i] * a[atA + 2 * indexA[i] + 1];
      pointBx += weight[i] * b[2 * indexB[i]];
      pointBy += weight[i] * b[2 * indexB[i] + 1];
    }
  }
}
