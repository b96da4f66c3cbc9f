package ringmaster.client.scene;

import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Hit;
import ringmaster.shared.physics.Queries;

/** A map's walls, as they stand in the way of an eye. */
public final class Walls {
  public static final float HEIGHT_METERS = 1.6f;

  /** A wall is a line to the physics; this much of it shows on each side. */
  public static final float HALF_METERS = 0.15f;

  /** Of a body, what is to be seen past the end of a wall; less than a body's radius. */
  private static final float SEEN_RADIUS_METERS = 0.6f;

  private final Queries queries;
  private final Hit hit = new Hit();

  public Walls(GameMap map) {
    queries = MapWorld.walls(map);
  }

  /**
   * How far a body at (x, y) is from the nearest wall in a direction, in metres; at most {@code
   * reachMeters}.
   *
   * @param cos of the direction; with sin a unit vector
   */
  float clearMeters(float x, float y, float cos, float sin, float reachMeters) {
    float wayX = cos * reachMeters;
    float wayY = sin * reachMeters;
    int mask = MapWorld.CATEGORY_WALL;
    boolean met = queries.castCircle(x, y, SEEN_RADIUS_METERS, wayX, wayY, mask, Bodies.NONE, hit);
    float roundMeters = hit.fraction() * reachMeters + SEEN_RADIUS_METERS - HALF_METERS;
    return met ? Math.min(roundMeters, reachMeters) : reachMeters;
  }
}
