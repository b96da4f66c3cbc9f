package ringmaster.client.render;

/**
 * Triangles in memory, counter-clockwise from outside. A vertex is made of {@link #FLOATS} floats:
 *
 * <pre>
 * float  content
 * 0..2   position, m
 * 3..5   normal, unit vector
 * 6..8   its own colour, linear
 * 9      share of the instance's colour, 0..1
 * 10     how much it shines by itself, 0..1
 * </pre>
 *
 * @param vertices not to be changed
 * @param indices three for each triangle; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Mesh(float[] vertices, int[] indices) {
  static final int FLOATS = 11;

  /** Distance of the farthest vertex from the origin, m. */
  float radiusMeters() {
    double farthest = 0;
    for (int at = 0; at < vertices.length; at += FLOATS) {
      double x = vertices[at];
      double y = vertices[at + 1];
      double z = vertices[at + 2];
      farthest = Math.max(farthest, x * x + y * y + z * z);
    }
    return (float) Math.sqrt(farthest);
  }
}
