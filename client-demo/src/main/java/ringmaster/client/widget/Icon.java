package ringmaster.client.widget;

/** Small pictures, drawn by paths. */
public enum Icon {
  RAIL,
  ROCKET,
  BOOST,
  /** A blow to all sides. */
  SHOVE,
  /** The next shot is stronger. */
  CHARGED,
  /** A drum that went up. */
  BARREL,
  DEATH,
  SHIELD,
  BOT,
  /** A disc, to show a player's colour. */
  PLAYER,
  STAR,
  STAR_EMPTY,
  MUTED,
  WARNING,
  EXPANDED,
  COLLAPSED
}
