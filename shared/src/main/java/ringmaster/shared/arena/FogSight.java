package ringmaster.shared.arena;

import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Sight;
import ringmaster.shared.physics.Queries;

/**
 * Sight of skirmish with fog: walls hide opponents' tanks and rockets, and what happens behind
 * them. Who looks may drive on before the next snapshot comes, so it looks from where it will be by
 * then, too, and a little around each side of a hull.
 */
final class FogSight implements Sight {
  /** A round trip and a snapshot's interval, on most paths. */
  private static final float AHEAD_SECONDS = 0.2f;

  /** Beside a hull: a tank at full speed drives it in 50 ms. */
  private static final float MARGIN_METERS = 1;

  /** What explodes at a wall is seen from before it. */
  private static final float SHORT_OF_METERS = 1;

  private final SkirmishSlots slots;
  private final Queries walls;

  FogSight(SkirmishSlots slots, Queries walls) {
    this.slots = slots;
    this.walls = walls;
  }

  @Override
  public boolean sees(EntityFrame frame, int slot, int viewerSeat, float x, float y) {
    int type = frame.type(slot);
    boolean hides = type == ArenaSlots.TANK || type == SkirmishSlots.ROCKET;
    if (!hides || frame.access(slot, viewerSeat) != 0) {
      return true; // a mate's
    }
    float atX = frame.get(slot, BodyFields.X);
    float atY = frame.get(slot, BodyFields.Y);
    return seesHull(x, y, atX, atY) || seesAhead(frame, slots.tank(viewerSeat), x, y, atX, atY);
  }

  private boolean seesAhead(EntityFrame frame, int own, float x, float y, float atX, float atY) {
    if (frame.type(own) != ArenaSlots.TANK) {
      return false;
    }
    float aheadX = x + AHEAD_SECONDS * frame.get(own, BodyFields.VELOCITY_X);
    float aheadY = y + AHEAD_SECONDS * frame.get(own, BodyFields.VELOCITY_Y);
    return free(x, y, aheadX, aheadY) && seesHull(aheadX, aheadY, atX, atY);
  }

  private boolean seesHull(float x, float y, float atX, float atY) {
    float wayX = atX - x;
    float wayY = atY - y;
    float meters = (float) Math.sqrt(wayX * wayX + wayY * wayY);
    float share = (ArenaBodies.HULL_RADIUS_METERS + MARGIN_METERS) / Math.max(meters, 1e-3f);
    return free(x, y, atX, atY)
        || seesSide(x, y, atX, atY, -wayY * share, wayX * share)
        || seesSide(x, y, atX, atY, wayY * share, -wayX * share);
  }

  /** Whether one side of a hull is in sight, and is not itself behind the wall it stands at. */
  private boolean seesSide(float x, float y, float atX, float atY, float sideX, float sideY) {
    return free(atX, atY, atX + sideX, atY + sideY) && free(x, y, atX + sideX, atY + sideY);
  }

  private boolean free(float fromX, float fromY, float toX, float toY) {
    return walls.visible(fromX, fromY, toX, toY, MapWorld.CATEGORY_WALL);
  }

  @Override
  public boolean sees(float x, float y, float placeX, float placeY) {
    float wayX = placeX - x;
    float wayY = placeY - y;
    float meters = (float) Math.sqrt(wayX * wayX + wayY * wayY);
    float share = Math.max(0, 1 - SHORT_OF_METERS / Math.max(meters, 1e-3f));
    return free(x, y, x + wayX * share, y + wayY * share);
  }
}
