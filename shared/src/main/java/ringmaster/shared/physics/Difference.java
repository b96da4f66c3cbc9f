package ringmaster.shared.physics;

/**
 * The Minkowski difference of two parts: every point of A less every point of B, a convex polygon
 * of up to sixteen points. Where the origin lies to it is how the parts lie to each other, however
 * deep they overlap; and B moving against A is the origin moving against it. So one polygon answers
 * exactly, without iterating, what would else be several searches.
 *
 * <p>The sides of the difference are those of both polygons, sorted by direction, so it is made by
 * merging them (de Berg et al.: "Computational Geometry", chapter 13). All is in the frame of A,
 * and relative to it, so that a place far from the world's origin costs no digits.
 */
final class Difference {
  private static final int MAX_POINTS = 2 * Shape.MAX_POINTS;
  private static final int NORMALS = 2 * MAX_POINTS;

  private final float[] geometry = new float[2 * NORMALS];
  private final byte[] cornerOfA = new byte[MAX_POINTS];
  private final byte[] cornerOfB = new byte[MAX_POINTS];
  private final boolean[] sideOfA = new boolean[MAX_POINTS];
  private int count;

  /** B in the frame of A: x, y of its points, then of its normals. */
  private final float[] other = new float[2 * PartTable.NORMALS];

  private float[] a = {};
  private int atA;
  private int countA;
  private int countB;

  /**
   * Makes the difference of two parts laid out as in {@link PartTable}.
   *
   * @param x of B's body in the frame of A's, metres
   * @param cos of B's facing in A's frame
   */
  void set(
      float[] newA,
      int newAtA,
      int newCountA,
      float[] b,
      int atB,
      int newCountB,
      float x,
      float y,
      float cos,
      float sin) {
    a = newA;
    atA = newAtA;
    countA = newCountA;
    countB = newCountB;
    place(b, atB, x, y, cos, sin);
    merge();
  }

  private void place(float[] b, int atB, float x, float y, float cos, float sin) {
    for (int i = 0; i < countB; i++) {
      float pointX = b[atB + 2 * i];
      float pointY = b[atB + 2 * i + 1];
      other[2 * i] = x + cos * pointX - sin * pointY;
      other[2 * i + 1] = y + sin * pointX + cos * pointY;
      int normal = atB + PartTable.NORMALS + 2 * i;
      other[PartTable.NORMALS + 2 * i] = cos * b[normal] - sin * b[normal + 1];
      other[PartTable.NORMALS + 2 * i + 1] = sin * b[normal] + cos * b[normal + 1];
    }
  }

  private void merge() {
    int i = lowestOfA();
    int j = highestOfB();
    int leftA = countA == 1 ? 0 : countA;
    int leftB = countB == 1 ? 0 : countB;
    count = 0;
    if (leftA + leftB == 0) {
      add(i, j, false, 0, 0);
    }
    while (leftA + leftB > 0) {
      float ax = leftA > 0 ? normalOfA(i, 0) : 0;
      float ay = leftA > 0 ? normalOfA(i, 1) : 0;
      float bx = leftB > 0 ? -normalOfB(j, 0) : 0;
      float by = leftB > 0 ? -normalOfB(j, 1) : 0;
      if (leftB == 0 || (leftA > 0 && before(ax, ay, bx, by))) {
        add(i, j, true, ax, ay);
        i = i + 1 == countA ? 0 : i + 1;
        leftA--;
      } else {
        add(i, j, false, bx, by);
        j = j + 1 == countB ? 0 : j + 1;
        leftB--;
      }
    }
  }

  /** Opposite directions: then the one that lags by half a turn is B, for A goes first if equal. */
  private static boolean before(float ax, float ay, float bx, float by) {
    float cross = ax * by - ay * bx;
    return cross > 0 || (cross == 0 && ax * bx + ay * by > 0);
  }

  private void add(int i, int j, boolean ofA, float sideX, float sideY) {
    geometry[2 * count] = a[atA + 2 * i] - other[2 * j];
    geometry[2 * count + 1] = a[atA + 2 * i + 1] - other[2 * j + 1];
    geometry[NORMALS + 2 * count] = sideX;
    geometry[NORMALS + 2 * count + 1] = sideY;
    cornerOfA[count] = (byte) i;
    cornerOfB[count] = (byte) j;
    sideOfA[count] = ofA;
    count++;
  }

  private int lowestOfA() {
    int lowest = 0;
    for (int i = 1; i < countA; i++) {
      float dy = a[atA + 2 * i + 1] - a[atA + 2 * lowest + 1];
      if (dy < 0 || (dy == 0 && a[atA + 2 * i] < a[atA + 2 * lowest])) {
        lowest = i;
      }
    }
    return lowest;
  }

  private int highestOfB() {
    int highest = 0;
    for (int j = 1; j < countB; j++) {
      float dy = other[2 * j + 1] - other[2 * highest + 1];
      if (dy > 0 || (dy == 0 && other[2 * j] > other[2 * highest])) {
        highest = j;
      }
    }
    return highest;
  }

  /** A line's other side has no normal of its own where only one side is solid. */
  private float normalOfA(int i, int axis) {
    return countA == 2 && i == 1
        ? -a[atA + PartTable.NORMALS + axis]
        : a[atA + PartTable.NORMALS + 2 * i + axis];
  }

  private float normalOfB(int j, int axis) {
    return countB == 2 && j == 1
        ? -other[PartTable.NORMALS + axis]
        : other[PartTable.NORMALS + 2 * j + axis];
  }

  /** Lets an outline be asked about the difference, grown by a radius. */
  void select(Outline outline, float radius) {
    outline.select(geometry, 0, NORMALS, count, radius);
  }

  /** Whether the outline's feature is a point of A: on a side of the difference that is B's. */
  boolean meetsCornerOfA(Outline outline) {
    return !(outline.side && sideOfA[outline.feature]);
  }

  /** The point of A that a feature of the difference comes from, in A's frame. */
  float pointOfA(int feature, int axis) {
    return a[atA + 2 * cornerOfA[feature] + axis];
  }

  /** The point of B that a feature of the difference comes from, in A's frame. */
  float pointOfB(int feature, int axis) {
    return other[2 * cornerOfB[feature] + axis];
  }

  /** How far point i of B is in a direction, in A's frame. */
  float reachOfB(int i, float x, float y) {
    return other[2 * i] * x + other[2 * i + 1] * y;
  }
}
