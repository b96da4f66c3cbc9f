package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * The parts of all kinds in a world, flat, so that a narrow phase function reads one array.
 *
 * <pre>
 * floats of a part, STRIDE apart
 *  0..15  x, y of up to 8 points, counter-clockwise, about the body's position; fewer than four
 *         are filled up with the first
 *         (chain segment: its two ends, then the neighbours before and after)
 * 16..31  x, y of the outward normal of the side from point i to point i + 1
 *         (segment, capsule: the right-hand side, then the left; circle: none;
 *         chain segment: the right-hand side, where it is open, then the first and the last
 *         normal it may be met along: the neighbour's where the joint sticks out, else its own)
 * 32      radius
 * 33, 34  mean of the points
 * 35      how far the furthest point of the part, radius included, is from the body's position
 * </pre>
 */
final class PartTable {
  static final int STRIDE = 36;
  static final int NORMALS = 16;
  static final int RADIUS = 32;
  static final int CENTROID_X = 33;
  static final int CENTROID_Y = 34;
  static final int REACH = 35;

  static final byte CIRCLE = (byte) Shape.Type.CIRCLE.ordinal();
  static final byte CAPSULE = (byte) Shape.Type.CAPSULE.ordinal();
  static final byte SEGMENT = (byte) Shape.Type.SEGMENT.ordinal();
  static final byte CHAIN_SEGMENT = (byte) Shape.Type.CHAIN_SEGMENT.ordinal();
  static final byte POLYGON = (byte) Shape.Type.POLYGON.ordinal();

  /** A part that has fewer points repeats its first, so that loops may take so many at once. */
  static final int LEAST_POINTS = 4;

  /** A joint of a chain that turns by less than this sine does not stick out. */
  private static final float STRAIGHT_SINE = 0.01f;

  private static final int FIRST_CAPACITY = 16;

  float[] geometry = new float[FIRST_CAPACITY * STRIDE];
  byte[] type = new byte[FIRST_CAPACITY];
  byte[] pointCount = new byte[FIRST_CAPACITY];
  boolean[] sensor = new boolean[FIRST_CAPACITY];
  float[] friction = new float[FIRST_CAPACITY];
  float[] restitution = new float[FIRST_CAPACITY];
  int[] category = new int[FIRST_CAPACITY];
  int[] mask = new int[FIRST_CAPACITY];
  int[] group = new int[FIRST_CAPACITY];

  void reserve(int parts) {
    if (parts > type.length) {
      int capacity = Math.max(parts, 2 * type.length);
      geometry = Arrays.copyOf(geometry, capacity * STRIDE);
      type = Arrays.copyOf(type, capacity);
      pointCount = Arrays.copyOf(pointCount, capacity);
      sensor = Arrays.copyOf(sensor, capacity);
      friction = Arrays.copyOf(friction, capacity);
      restitution = Arrays.copyOf(restitution, capacity);
      category = Arrays.copyOf(category, capacity);
      mask = Arrays.copyOf(mask, capacity);
      group = Arrays.copyOf(group, capacity);
    }
  }

  /** Writes a part, over whatever was there; the table must have room for it. */
  void set(int part, BodyKind.Part source) {
    Shape shape = source.shape();
    type[part] = (byte) shape.type().ordinal();
    pointCount[part] = (byte) shape.pointCount();
    sensor[part] = source.sensor();
    friction[part] = source.material().friction();
    restitution[part] = source.material().restitution();
    category[part] = source.filter().category();
    mask[part] = source.filter().mask();
    group[part] = source.filter().group();
    write(geometry, part * STRIDE, shape);
  }

  /** Writes the floats of a part. */
  static void write(float[] geometry, int at, Shape shape) {
    Arrays.fill(geometry, at, at + STRIDE, 0);
    writePoints(geometry, at, shape.coordinates());
    geometry[at + RADIUS] = shape.radiusMeters();
    int count = shape.pointCount();
    float sumX = 0;
    float sumY = 0;
    for (int i = 0; i < count; i++) {
      sumX += shape.pointX(i);
      sumY += shape.pointY(i);
    }
    geometry[at + CENTROID_X] = sumX / count;
    geometry[at + CENTROID_Y] = sumY / count;
    geometry[at + REACH] = shape.reachMeters();
    if (shape.type() == Shape.Type.CHAIN_SEGMENT) {
      writeChainNormals(geometry, at, shape);
    } else if (count > 1) {
      for (int i = 0; i < count; i++) {
        writeNormal(geometry, at + NORMALS + 2 * i, shape, i, (i + 1) % count);
      }
    }
  }

  private static void writePoints(float[] geometry, int at, float[] coordinates) {
    System.arraycopy(coordinates, 0, geometry, at, coordinates.length);
    for (int i = coordinates.length; i < 2 * LEAST_POINTS; i += 2) {
      geometry[at + i] = coordinates[0];
      geometry[at + i + 1] = coordinates[1];
    }
  }

  private static void writeChainNormals(float[] geometry, int at, Shape shape) {
    int own = at + NORMALS;
    int first = own + 2;
    int last = own + 4;
    writeNormal(geometry, own, shape, 0, 1);
    writeNormal(geometry, first, shape, 2, 0);
    writeNormal(geometry, last, shape, 1, 3);
    if (turn(geometry, first, own) < STRAIGHT_SINE) {
      System.arraycopy(geometry, own, geometry, first, 2);
    }
    if (turn(geometry, own, last) < STRAIGHT_SINE) {
      System.arraycopy(geometry, own, geometry, last, 2);
    }
  }

  /** Sine of the turn to the left from one normal to another. */
  private static float turn(float[] geometry, int from, int to) {
    return geometry[from] * geometry[to + 1] - geometry[from + 1] * geometry[to];
  }

  /** The least distance from the middle of a part to its outline, metres; 0 for a line. */
  float thickness(int part) {
    int at = part * STRIDE;
    int count = pointCount[part];
    if (count < 3) {
      return geometry[at + RADIUS];
    }
    float least = Limits.MAX_SIZE_METERS;
    for (int i = 0; i < count; i++) {
      float x = geometry[at + 2 * i] - geometry[at + CENTROID_X];
      float y = geometry[at + 2 * i + 1] - geometry[at + CENTROID_Y];
      float normalX = geometry[at + NORMALS + 2 * i];
      float normalY = geometry[at + NORMALS + 2 * i + 1];
      least = Math.min(least, x * normalX + y * normalY);
    }
    return least + geometry[at + RADIUS];
  }

  private static void writeNormal(float[] geometry, int at, Shape shape, int from, int to) {
    float dx = shape.pointX(to) - shape.pointX(from);
    float dy = shape.pointY(to) - shape.pointY(from);
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    geometry[at] = dy / length;
    geometry[at + 1] = -dx / length;
  }
}
