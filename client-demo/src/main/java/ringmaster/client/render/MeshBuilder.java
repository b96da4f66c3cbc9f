package ringmaster.client.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Vector3f;

/**
 * Builds a mesh out of flat faces. Solids are lofted: rings of corners, one after the other along
 * some way, joined by sides. A ring goes counter-clockwise for someone whom the way leads to.
 */
final class MeshBuilder {
  /** Corners nearer than this are one; it lets rings shrink to a line or a point. */
  private static final float SAME_METERS = 1e-5f;

  /** Of what a side of a loft is made. */
  interface Sides {
    /**
     * @param span between which rings, from 0
     * @param side between which corners, from 0
     */
    Material at(int span, int side);
  }

  private float[] vertices = new float[256 * Mesh.FLOATS];
  private int floats;
  private int[] indices = new int[512];
  private int indexCount;

  Mesh build() {
    return new Mesh(Arrays.copyOf(vertices, floats), Arrays.copyOf(indices, indexCount));
  }

  /** A convex flat face, its corners counter-clockwise from outside. */
  void face(Material material, Vector3f... corners) {
    List<Vector3f> distinct = distinct(corners);
    if (distinct.size() < 3) {
      return;
    }
    Vector3f normal = normal(distinct);
    int first = floats / Mesh.FLOATS;
    for (Vector3f corner : distinct) {
      vertex(corner, normal, material);
    }
    if (distinct.size() <= 4) {
      for (int i = 2; i < distinct.size(); i++) {
        triangle(first, first + i - 1, first + i);
      }
    } else {
      fan(first, distinct, normal, material);
    }
  }

  /** Around the middle: seen from a corner others may lie in one line, and enclose nothing. */
  private void fan(int first, List<Vector3f> corners, Vector3f normal, Material material) {
    int n = corners.size();
    Vector3f middle = new Vector3f();
    corners.forEach(middle::add);
    vertex(middle.div(n), normal, material);
    for (int i = 0; i < n; i++) {
      triangle(first + n, first + i, first + (i + 1) % n);
    }
  }

  private static List<Vector3f> distinct(Vector3f... corners) {
    List<Vector3f> distinct = new ArrayList<>();
    Vector3f previous = corners[corners.length - 1];
    for (Vector3f corner : corners) {
      if (corner.distance(previous) > SAME_METERS) {
        distinct.add(corner);
      }
      previous = corner;
    }
    return distinct;
  }

  /** Newell's: that of the plane which fits all corners best. */
  private static Vector3f normal(List<Vector3f> corners) {
    Vector3f sum = new Vector3f();
    Vector3f a = corners.getLast();
    for (Vector3f b : corners) {
      sum.add((a.y - b.y) * (a.z + b.z), (a.z - b.z) * (a.x + b.x), (a.x - b.x) * (a.y + b.y));
      a = b;
    }
    return sum.normalize();
  }

  /** A solid through rings of equally many corners, closed at both ends. */
  void loft(Material firstCap, Material lastCap, Sides sides, Vector3f[]... rings) {
    Vector3f[] first = rings[0].clone();
    for (int i = 0; i < first.length; i++) {
      first[i] = rings[0][first.length - 1 - i];
    }
    face(firstCap, first);
    tube(sides, rings);
    face(lastCap, rings[rings.length - 1]);
  }

  /** The sides of a loft alone. */
  void tube(Sides sides, Vector3f[]... rings) {
    for (int span = 0; span + 1 < rings.length; span++) {
      Vector3f[] from = rings[span];
      Vector3f[] to = rings[span + 1];
      for (int side = 0; side < from.length; side++) {
        int next = (side + 1) % from.length;
        face(sides.at(span, side), from[side], from[next], to[next], to[side]);
      }
    }
  }

  /** A solid of one material. */
  void solid(Material material, Vector3f[]... rings) {
    loft(material, material, (span, side) -> material, rings);
  }

  /** An upright block between two corners. */
  void block(Material material, float x0, float y0, float z0, float x1, float y1, float z1) {
    solid(
        material,
        Rings.section(x0, (y0 + y1) / 2, (y1 - y0) / 2, z0, z1, 0),
        Rings.section(x1, (y0 + y1) / 2, (y1 - y0) / 2, z0, z1, 0));
  }

  /** Of what a sphere is made, in bands from pole to pole. */
  interface Bands {
    /**
     * @param share of the way from one pole to the other, 0..1
     */
    Material at(float share);
  }

  /** A smooth sphere of radius 1 in bands about the x axis, of so many corners all round. */
  void globe(Bands bands, int corners, int bandCount) {
    for (int band = 0; band < bandCount; band++) {
      Material material = bands.at((band + 0.5f) / bandCount);
      Vector3f[] from = parallel(corners, (float) band / bandCount);
      Vector3f[] to = parallel(corners, (band + 1f) / bandCount);
      for (int i = 0; i < corners; i++) {
        int next = (i + 1) % corners;
        int first = floats / Mesh.FLOATS;
        vertex(from[i], from[i], material);
        vertex(from[next], from[next], material);
        vertex(to[next], to[next], material);
        vertex(to[i], to[i], material);
        if (band > 0) {
          triangle(first, first + 1, first + 2);
        }
        if (band + 1 < bandCount) {
          triangle(first, first + 2, first + 3);
        }
      }
    }
  }

  /** The corners of a globe at a share of the way between its poles, which are points. */
  private static Vector3f[] parallel(int corners, float share) {
    boolean pole = share == 0 || share == 1;
    double angle = Math.PI * share;
    float radius = pole ? 0 : (float) Math.sin(angle);
    return Rings.acrossX(corners, -(float) Math.cos(angle), 0, 0, radius);
  }

  /**
   * A smooth sphere of radius 1: an octahedron whose triangles are split into four again and again.
   */
  void sphere(Material material, int splits) {
    for (int octant = 0; octant < 8; octant++) {
      Vector3f x = new Vector3f((octant & 1) == 0 ? 1 : -1, 0, 0);
      Vector3f y = new Vector3f(0, (octant & 2) == 0 ? 1 : -1, 0);
      Vector3f z = new Vector3f(0, 0, (octant & 4) == 0 ? 1 : -1);
      boolean mirrored = Integer.bitCount(octant) % 2 == 1;
      spherePatch(material, splits, x, mirrored ? z : y, mirrored ? y : z);
    }
  }

  private void spherePatch(Material material, int splits, Vector3f a, Vector3f b, Vector3f c) {
    if (splits == 0) {
      int first = floats / Mesh.FLOATS;
      vertex(a, a, material);
      vertex(b, b, material);
      vertex(c, c, material);
      triangle(first, first + 1, first + 2);
      return;
    }
    Vector3f ab = new Vector3f(a).add(b).normalize();
    Vector3f bc = new Vector3f(b).add(c).normalize();
    Vector3f ca = new Vector3f(c).add(a).normalize();
    spherePatch(material, splits - 1, a, ab, ca);
    spherePatch(material, splits - 1, ab, b, bc);
    spherePatch(material, splits - 1, ca, bc, c);
    spherePatch(material, splits - 1, ab, bc, ca);
  }

  private void vertex(Vector3f position, Vector3f normal, Material material) {
    if (floats == vertices.length) {
      vertices = Arrays.copyOf(vertices, floats * 2);
    }
    put(position.x, position.y, position.z);
    put(normal.x, normal.y, normal.z);
    put(material.red, material.green, material.blue);
    vertices[floats++] = material.weight;
    vertices[floats++] = material.shine;
  }

  private void put(float a, float b, float c) {
    vertices[floats++] = a;
    vertices[floats++] = b;
    vertices[floats++] = c;
  }

  private void triangle(int a, int b, int c) {
    if (indexCount + 3 > indices.length) {
      indices = Arrays.copyOf(indices, indices.length * 2);
    }
    indices[indexCount++] = a;
    indices[indexCount++] = b;
    indices[indexCount++] = c;
  }
}
