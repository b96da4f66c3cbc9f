package ringmaster.shared.physics;

/**
 * Contacts of a chain segment and a polygon or capsule; the segment is A.
 *
 * <p>A segment is met on its open side only, and only along its own normal or, at a joint that
 * sticks out, one between its own and the neighbour's. What a neighbour is nearer to is left to it.
 * So what slides along a chain is never pushed back at a joint (Catto: "Ghost Collisions", 2020).
 */
final class CollideChains {
  // Where the normals at the joints are, from the segment's own: the neighbour's if the joint
  // sticks out, else its own again.
  private static final int FIRST = 2;
  private static final int LAST = 4;

  private CollideChains() {}

  static void polygon(
      float[] geometry,
      int a,
      int b,
      int countB,
      float bodyX,
      float bodyY,
      float cos,
      float sin,
      Manifold out) {
    float x = bodyX - geometry[a] + (cos * geometry[b] - sin * geometry[b + 1]);
    float y = bodyY - geometry[a + 1] + (sin * geometry[b] + cos * geometry[b + 1]);
    float limit = geometry[b + PartTable.RADIUS] + Limits.SPECULATIVE_METERS;
    int normals = a + PartTable.NORMALS;
    float apart = separation(geometry, normals, b, countB, x, y, cos, sin);
    if (apart > limit || behind(geometry, a, b, x, y, cos, sin)) {
      return;
    }
    float backX = -cos * x - sin * y;
    float backY = sin * x - cos * y;
    float apartB = separationAlongB(geometry, a, b, countB, backX, backY, cos, sin, limit, out);
    if (apartB > limit) {
      return;
    }
    int side = out.side;
    float endX = x - (geometry[a + 2] - geometry[a]);
    float endY = y - (geometry[a + 3] - geometry[a + 1]);
    float neighbours =
        Math.max(
            separation(geometry, normals + FIRST, b, countB, x, y, cos, sin),
            separation(geometry, normals + LAST, b, countB, endX, endY, cos, sin));
    boolean coresApart = Math.max(apart, apartB) > Collide.TOUCHING_METERS;
    if (apartB <= Math.max(apart, neighbours)) {
      if (neighbours <= apart + Collide.TOUCHING_METERS) {
        meetSegment(geometry, a, b, countB, x, y, cos, sin, coresApart, out);
      }
    } else {
      out.sides.set(geometry, b, countB, side, a, 2, 0, backX, backY, cos, -sin);
      meetSide(geometry, a, bodyX, bodyY, cos, sin, coresApart, out);
    }
  }

  /**
   * How far B is out along a normal.
   *
   * @param x of B's first point from where the normal stands
   */
  private static float separation(
      float[] geometry, int normal, int b, int countB, float x, float y, float cos, float sin) {
    float normalX = geometry[normal];
    float normalY = geometry[normal + 1];
    float turnedX = cos * normalX + sin * normalY;
    float turnedY = cos * normalY - sin * normalX;
    float least = 0;
    for (int i = 2; i < 2 * countB; i += 2) {
      float fromX = geometry[b + i] - geometry[b];
      float fromY = geometry[b + i + 1] - geometry[b + 1];
      least = Math.min(least, turnedX * fromX + turnedY * fromY);
    }
    return normalX * x + normalY * y + least;
  }

  /** Whether the middle of B is on the solid side of the segment, and of its neighbours. */
  private static boolean behind(
      float[] geometry, int a, int b, float x, float y, float cos, float sin) {
    int normals = a + PartTable.NORMALS;
    float fromX = geometry[b + PartTable.CENTROID_X] - geometry[b];
    float fromY = geometry[b + PartTable.CENTROID_Y] - geometry[b + 1];
    float middleX = x + cos * fromX - sin * fromY;
    float middleY = y + sin * fromX + cos * fromY;
    float endX = middleX - (geometry[a + 2] - geometry[a]);
    float endY = middleY - (geometry[a + 3] - geometry[a + 1]);
    return geometry[normals] * middleX + geometry[normals + 1] * middleY < 0
        && geometry[normals + FIRST] * middleX + geometry[normals + FIRST + 1] * middleY < 0
        && geometry[normals + LAST] * endX + geometry[normals + LAST + 1] * endY < 0;
  }

  /**
   * How far the segment is out from B along the best of B's normals that it may be met along, which
   * becomes {@link Manifold#side}; or along any that shows more than the limit.
   *
   * @param x of the segment's start from B's first point, in B's frame
   */
  private static float separationAlongB(
      float[] geometry,
      int a,
      int b,
      int countB,
      float x,
      float y,
      float cos,
      float sin,
      float limit,
      Manifold out) {
    float edgeX = geometry[a + 2] - geometry[a];
    float edgeY = geometry[a + 3] - geometry[a + 1];
    float wayX = cos * edgeX + sin * edgeY;
    float wayY = cos * edgeY - sin * edgeX;
    float best = -Float.MAX_VALUE;
    for (int i = 0; i < countB; i++) {
      float normalX = geometry[b + PartTable.NORMALS + 2 * i];
      float normalY = geometry[b + PartTable.NORMALS + 2 * i + 1];
      float fromX = x - (geometry[b + 2 * i] - geometry[b]);
      float fromY = y - (geometry[b + 2 * i + 1] - geometry[b + 1]);
      float apart =
          normalX * fromX + normalY * fromY + Math.min(0, normalX * wayX + normalY * wayY);
      if (apart > limit) {
        return apart;
      }
      if (apart > best
          && admits(geometry, a, sin * normalY - cos * normalX, -sin * normalX - cos * normalY)) {
        best = apart;
        out.side = i;
      }
    }
    return best;
  }

  /**
   * Whether the segment may be met along a normal other than its own, given in its frame: one to
   * the side of a joint that sticks out.
   */
  private static boolean admits(float[] geometry, int a, float x, float y) {
    int own = a + PartTable.NORMALS;
    float ownX = geometry[own];
    float ownY = geometry[own + 1];
    boolean towardEnd = ownX * y - ownY * x > 0;
    int joint = own + (towardEnd ? LAST : FIRST);
    float jointX = geometry[joint];
    float jointY = geometry[joint + 1];
    if (jointX == ownX && jointY == ownY) {
      return false;
    }
    float beyond = jointX * y - jointY * x;
    return towardEnd ? beyond <= 0 : beyond >= 0;
  }

  /** A side of B is the reference; nothing if the normal is past that of a neighbour. */
  private static void meetSide(
      float[] geometry,
      int a,
      float bodyX,
      float bodyY,
      float cos,
      float sin,
      boolean coresApart,
      Manifold out) {
    if (coresApart && out.sides.meetCorners(out)) {
      out.flip(bodyX, bodyY, cos, sin);
      if (!admits(geometry, a, out.normalX, out.normalY)) {
        out.count = 0;
      }
    } else if (out.sides.overlaps()) {
      out.sides.clip(out);
      out.flip(bodyX, bodyY, cos, sin);
    }
  }

  private static void meetSegment(
      float[] geometry,
      int a,
      int b,
      int countB,
      float x,
      float y,
      float cos,
      float sin,
      boolean coresApart,
      Manifold out) {
    int other = CollidePolygons.opposite(geometry, a, 0, b, countB, cos, sin);
    out.sides.set(geometry, a, 2, 0, b, countB, other, x, y, cos, sin);
    if (coresApart && out.sides.meetCorners(out)) {
      if (out.count == 0 || admits(geometry, a, out.normalX, out.normalY)) {
        return;
      }
      out.count = 0;
    }
    if (out.sides.overlaps()) {
      out.sides.clip(out);
    }
  }
}
