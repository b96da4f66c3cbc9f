package ringmaster.shared.circles;

/**
 * What bodies of one kind have in common: constants of a match, hence no state.
 *
 * @param radiusMeters of the circle; at most {@link Walls#MAX_RADIUS_METERS}
 * @param massKilograms spread evenly over the disc
 * @param linearDampingPerSecond share of velocity lost per second, in the limit of short steps
 * @param angularDampingPerSecond the same for turning
 * @param restitution 0 (stays in touch) to 1 (bounces back as fast as it came)
 * @param category one bit, matched against the masks of queries
 */
public record BodyKind(
    float radiusMeters,
    float massKilograms,
    float linearDampingPerSecond,
    float angularDampingPerSecond,
    float restitution,
    int category) {
  public BodyKind {
    if (!(radiusMeters > 0) || radiusMeters > Walls.MAX_RADIUS_METERS) {
      throw new IllegalArgumentException(
          "radius " + radiusMeters + " m is outside 0.." + Walls.MAX_RADIUS_METERS + " m");
    }
    if (!(massKilograms > 0)) {
      throw new IllegalArgumentException("mass " + massKilograms + " kg is not above 0");
    }
  }

  /** Moment of inertia of a uniform disc, kg m². */
  float inertia() {
    return 0.5f * massKilograms * radiusMeters * radiusMeters;
  }
}
