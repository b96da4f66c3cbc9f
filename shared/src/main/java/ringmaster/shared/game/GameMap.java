package ringmaster.shared.game;

import java.util.List;

/**
 * A map as read from {@code maps/NAME.json}. The origin is its centre.
 *
 * @param name file name without ending
 * @param sizeMeters side of the square
 * @param walls open or closed polylines; the outer wall is among them
 * @param spawns where players appear
 * @param goals where a ball counts
 * @param props things placed at the start
 * @param sha256 of the file's bytes, lower-case hexadecimal
 */
public record GameMap(
    String name,
    float sizeMeters,
    List<Polyline> walls,
    List<Spawn> spawns,
    List<Goal> goals,
    List<Prop> props,
    String sha256) {

  /** Points x0, y0, x1, y1, ... in metres, joined in order. */
  public record Polyline(List<Float> points) {
    public Polyline {
      points = List.copyOf(points);
    }

    /** Whether it ends where it began. */
    public boolean closed() {
      int last = points.size() - 2;
      return last > 4
          && points.get(0).equals(points.get(last))
          && points.get(1).equals(points.get(last + 1));
    }

    /** Whether it goes around a place; only if it is closed. */
    public boolean surrounds(float x, float y) {
      boolean inside = false;
      for (int i = 0; closed() && i + 3 < points.size(); i += 2) {
        float x0 = points.get(i);
        float y0 = points.get(i + 1);
        float x1 = points.get(i + 2);
        float y1 = points.get(i + 3);
        if (y0 > y != y1 > y && x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)) {
          inside = !inside;
        }
      }
      return inside;
    }
  }

  /** Metres, radians; team 0 is everybody. */
  public record Spawn(float x, float y, float angle, int team) {}

  /** A line from (x0, y0) to (x1, y1); a ball that crosses it counts against the team. */
  public record Goal(float x0, float y0, float x1, float y1, int team) {}

  /** A thing of a kind that the game knows, for example {@code crate}. */
  public record Prop(String kind, float x, float y, float angle) {}

  /** What a game says that cannot be played here; names the file and the field. */
  public MapFormatException wrong(String field, String complaint) {
    return new MapFormatException("maps/" + name + ".json: " + field + " " + complaint);
  }

  public GameMap {
    walls = List.copyOf(walls);
    spawns = List.copyOf(spawns);
    goals = List.copyOf(goals);
    props = List.copyOf(props);
  }
}
