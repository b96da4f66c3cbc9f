package ringmaster.client.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joml.Vector3f;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Queries;

/** A body anywhere in an arena, wherever it looks. */
final class FollowCameraProperties {
  private static final float FRAME_SECONDS = 1f / 60;
  private static final float BODY_RADIUS_METERS = 1;
  private static final float DECK_METERS = 0.75f;
  private static final float HORIZON_METERS = 400;
  private static final int PLACES = 400;

  private final GameMap map = new GameMaps().load(new Skirmish(), "yard");
  private final Queries walls = MapWorld.walls(map);
  private final FollowCamera follow = new FollowCamera(new Walls(map));
  private final Camera camera = new Camera();
  private final Vector3f out = new Vector3f();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noWallStandsBetweenTheEyeAndABodyAtRest(long seed) {
    Rng rng = new Rng(seed);
    for (int place = 0; place < PLACES; place++) {
      float x = anywhere(rng);
      float y = anywhere(rng);
      float aim = rng.nextInt(628) * 0.01f;
      if (stands(x, y)) {
        String where = "seed " + seed + ": (" + x + ", " + y + ") looking " + aim;
        follow.reset();
        follow.follow(camera, x, y, aim, 0, FRAME_SECONDS);
        assertTrue(sightHeight(x, y) >= Walls.HEIGHT_METERS, "behind a wall, " + where);
        assertTrue(onScreen(x, y, DECK_METERS), "not in the picture, " + where);
        float farX = x + HORIZON_METERS * (float) Math.cos(aim);
        float farY = y + HORIZON_METERS * (float) Math.sin(aim);
        assertTrue(onScreen(farX, farY, 0), "no horizon, " + where);
      }
    }
  }

  private float anywhere(Rng rng) {
    return (rng.nextInt(6_400) - 3_200) * 0.01f;
  }

  private boolean stands(float x, float y) {
    int mask = MapWorld.CATEGORY_WALL;
    return walls.overlapCircle(x, y, BODY_RADIUS_METERS, mask, Bodies.NONE, new long[1]) == 0;
  }

  private boolean onScreen(float x, float y, float z) {
    return camera.project(x, y, z, out) && out.x > 0 && out.x < 1 && out.y > 0 && out.y < 1;
  }

  /** How high the line from the eye to a body's deck passes over the lowest it meets of walls. */
  private float sightHeight(float x, float y) {
    float lowest = Float.POSITIVE_INFINITY;
    Vector3f eye = camera.eye();
    for (GameMap.Polyline wall : map.walls()) {
      List<Float> points = wall.points();
      for (int i = 0; i + 3 < points.size(); i += 2) {
        float share = crossing(x, y, eye.x, eye.y, points.subList(i, i + 4));
        lowest = Math.min(lowest, DECK_METERS + share * (eye.z - DECK_METERS));
      }
    }
    return lowest;
  }

  /** Where on the way a line meets a segment, as a share of the way; infinite if it does not. */
  private static float crossing(float x, float y, float toX, float toY, List<Float> segment) {
    float wayX = toX - x;
    float wayY = toY - y;
    float alongX = segment.get(2) - segment.get(0);
    float alongY = segment.get(3) - segment.get(1);
    float cross = wayX * alongY - wayY * alongX;
    float startX = segment.get(0) - x;
    float startY = segment.get(1) - y;
    float onWay = (startX * alongY - startY * alongX) / cross;
    float onSegment = (startX * wayY - startY * wayX) / cross;
    boolean meets = onWay >= 0 && onWay <= 1 && onSegment >= 0 && onSegment <= 1;
    return meets ? onWay : Float.POSITIVE_INFINITY;
  }
}
