package ringmaster.client.scene;

/**
 * The shapes there are. Each is made by program in a space of its own: x forward, y left, z up, in
 * metres at scale 1, standing on z = 0.
 */
public enum Model {
  /** A hover tank's hull: about 2.4 m long, 2 m wide and 0.7 m high; radius 1.2 m. */
  TANK_HULL,
  /**
   * Its turret and barrel, turning about the origin; sits on the hull, {@link #DECK_METERS} above
   * the hull's own origin.
   */
  TANK_TURRET,
  /** A cube of side 2: a crate's half side is its scale. */
  CRATE,
  /** A slender body of length 2 along x, centred on the origin. */
  ROCKET,
  /** A translucent sphere of radius 1 around the origin. */
  SHIELD,
  /** A drum of radius 1, 2.6 high. */
  BARREL,
  /** A ball of radius 1 around the origin; its pattern goes round the x axis. */
  BALL,
  /** What a pick-up hovers over: a disc of radius 1, 0.2 high. */
  PAD,
  /** A pick-up that mends: six arms, each 1 long, from the origin along the axes. */
  CROSS,
  /** A pick-up that hastens: chevrons pointing up in a cube of half side 1 around the origin. */
  CHEVRONS,
  /** A pick-up that charges: rings about a core along z, radius 0.6, half height 1. */
  COIL,
  /** For entities without a model of their own: a disc of radius 1, 0.5 high. */
  ROUND,
  /** The same: a box of half side 1, 1 high. */
  BOX,
  /** Says where either faces: an arrowhead as long as its radius, on the top of {@link #ROUND}. */
  NOSE;

  /** Height of a hull's deck, where its turret stands. */
  public static final float DECK_METERS = 0.66f;
}
