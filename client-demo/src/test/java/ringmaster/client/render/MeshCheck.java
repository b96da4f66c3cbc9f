package ringmaster.client.render;

import java.util.HashMap;
import java.util.Map;
import org.joml.Vector3f;

/** Looks at a mesh from outside. */
final class MeshCheck {
  /** Corners are one if they differ by less than half of this. */
  private static final float GRAIN_METERS = 1e-4f;

  private record Corner(int x, int y, int z) {}

  private record Edge(Corner from, Corner to) {}

  private final Mesh mesh;

  MeshCheck(Mesh mesh) {
    this.mesh = mesh;
  }

  int triangles() {
    return mesh.indices().length / 3;
  }

  /** Corner 0, 1 or 2 of a triangle. */
  Vector3f corner(int triangle, int which) {
    return vector(mesh.indices()[3 * triangle + which], 0);
  }

  /** The normal stored with that corner. */
  Vector3f normal(int triangle, int which) {
    return vector(mesh.indices()[3 * triangle + which], 3);
  }

  private Vector3f vector(int vertex, int offset) {
    int at = vertex * Mesh.FLOATS + offset;
    float[] floats = mesh.vertices();
    return new Vector3f(floats[at], floats[at + 1], floats[at + 2]);
  }

  /** Perpendicular to a triangle, as its winding has it; as long as twice its area. */
  Vector3f winding(int triangle) {
    Vector3f a = corner(triangle, 0);
    Vector3f ab = corner(triangle, 1).sub(a);
    return ab.cross(corner(triangle, 2).sub(a));
  }

  /** Edges whose way back belongs to no triangle: there the mesh is open. */
  long openEdges() {
    Map<Edge, Integer> balance = new HashMap<>();
    for (int triangle = 0; triangle < triangles(); triangle++) {
      for (int i = 0; i < 3; i++) {
        Corner from = rounded(corner(triangle, i));
        Corner to = rounded(corner(triangle, (i + 1) % 3));
        balance.merge(new Edge(from, to), 1, Integer::sum);
        balance.merge(new Edge(to, from), -1, Integer::sum);
      }
    }
    return balance.values().stream().filter(count -> count != 0).count();
  }

  private static Corner rounded(Vector3f at) {
    return new Corner(
        Math.round(at.x / GRAIN_METERS),
        Math.round(at.y / GRAIN_METERS),
        Math.round(at.z / GRAIN_METERS));
  }

  /** What it encloses, m³; negative if it is inside out. */
  double volume() {
    double volume = 0;
    for (int triangle = 0; triangle < triangles(); triangle++) {
      volume += corner(triangle, 0).dot(corner(triangle, 1).cross(corner(triangle, 2))) / 6;
    }
    return volume;
  }

  Vector3f smallest() {
    Vector3f smallest = new Vector3f(Float.MAX_VALUE);
    for (int i = 0; i < mesh.vertices().length / Mesh.FLOATS; i++) {
      smallest.min(vector(i, 0));
    }
    return smallest;
  }

  Vector3f largest() {
    Vector3f largest = new Vector3f(-Float.MAX_VALUE);
    for (int i = 0; i < mesh.vertices().length / Mesh.FLOATS; i++) {
      largest.max(vector(i, 0));
    }
    return largest;
  }

  /** Height of the highest face above a place, or NaN if there is none. */
  float roofAbove(float x, float y) {
    float highest = Float.NaN;
    for (int triangle = 0; triangle < triangles(); triangle++) {
      if (winding(triangle).z > 1e-6 && covers(triangle, x, y)) {
        highest = Math.max(Float.isNaN(highest) ? 0 : highest, corner(triangle, 0).z);
      }
    }
    return highest;
  }

  private boolean covers(int triangle, float x, float y) {
    for (int i = 0; i < 3; i++) {
      Vector3f from = corner(triangle, i);
      Vector3f to = corner(triangle, (i + 1) % 3);
      if ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) < 0) {
        return false;
      }
    }
    return true;
  }
}
