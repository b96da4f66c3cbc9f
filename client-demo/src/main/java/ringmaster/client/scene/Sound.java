package ringmaster.client.scene;

/** What can be heard once. The hum of engines is apart: see {@link SoundCues#engine}. */
public enum Sound {
  RAIL,
  ROCKET,
  EXPLOSION,
  /** Somebody's hull was hit. */
  HIT,
  /** The player's own shot hit: confirms it, in both ears. */
  HIT_CONFIRMED,
  /** The player's own hull was hit. */
  HURT,
  DEATH,
  SPAWN,
  BOOST,
  SHIELD_GONE,
  PICKUP,
  /** A point was made. */
  GOAL,
  /** Play begins anew. */
  KICKOFF,
  SHOVE,
  /** The last seconds of a match, one each. */
  COUNTDOWN,
  MATCH_OVER,
  CHAT,
  /** A button in a menu. */
  CLICK
}
