package ringmaster.shared.physics;

/**
 * Keeps two points of two bodies within a range of distances, with a spring and a motor along the
 * line between them if wanted: a rod, a rope, a spring, a winch or a piston. With the shortest
 * equal to the longest distance it is a rod, and spring and motor have no say.
 *
 * @param minMeters 0 for as near as they like
 * @param maxMeters {@link #ENDLESS_METERS} for as far as they like
 * @param restMeters what the spring seeks, in the range or not
 * @param hertz how fast the two swing on the spring if nothing else holds them; 0 for no spring
 * @param dampingRatio of the spring; 1 is critical
 * @param motorMetersPerSecond what the motor seeks; positive drives apart
 * @param maxMotorNewtons how hard it pushes at most; 0 for no motor
 * @param collideConnected whether the two bodies collide with each other
 */
public record DistanceJoint(
    float minMeters,
    float maxMeters,
    float restMeters,
    float hertz,
    float dampingRatio,
    float motorMetersPerSecond,
    float maxMotorNewtons,
    boolean collideConnected) {
  /** Further than any two points of a world lie apart. */
  public static final float ENDLESS_METERS = 4 * Limits.MAX_COORDINATE_METERS;

  public DistanceJoint {
    checkRange(minMeters, maxMeters);
    Limits.within(restMeters, 0, ENDLESS_METERS, "length at rest");
    Limits.spring(hertz, dampingRatio);
    checkMotorSpeed(motorMetersPerSecond);
    Limits.within(maxMotorNewtons, 0, Limits.MAX_PUSH, "motor force");
  }

  static void checkRange(float minMeters, float maxMeters) {
    Limits.within(maxMeters, Limits.MIN_SIZE_METERS, ENDLESS_METERS, "greatest length");
    Limits.within(minMeters, 0, maxMeters, "least length");
  }

  static void checkMotorSpeed(float metersPerSecond) {
    Limits.finite(metersPerSecond, Limits.MAX_SPEED_METERS_PER_SECOND, "motor speed");
  }

  /** Keeps one length. */
  public static DistanceJoint rod(float meters) {
    return new DistanceJoint(meters, meters, meters, 0, 0, 0, 0, false);
  }

  /** Holds when it is taut and not else. */
  public static DistanceJoint rope(float meters) {
    return new DistanceJoint(0, meters, meters, 0, 0, 0, 0, false);
  }

  public static DistanceJoint spring(float restMeters, float hertz, float dampingRatio) {
    return new DistanceJoint(0, ENDLESS_METERS, restMeters, hertz, dampingRatio, 0, 0, false);
  }

  /** The same within other lengths. */
  public DistanceJoint range(float newMinMeters, float newMaxMeters) {
    return new DistanceJoint(
        newMinMeters,
        newMaxMeters,
        restMeters,
        hertz,
        dampingRatio,
        motorMetersPerSecond,
        maxMotorNewtons,
        collideConnected);
  }

  /** The same with a motor. */
  public DistanceJoint motor(float metersPerSecond, float maxNewtons) {
    return new DistanceJoint(
        minMeters,
        maxMeters,
        restMeters,
        hertz,
        dampingRatio,
        metersPerSecond,
        maxNewtons,
        collideConnected);
  }

  /** The same between bodies that collide with each other. */
  public DistanceJoint colliding() {
    return new DistanceJoint(
        minMeters,
        maxMeters,
        restMeters,
        hertz,
        dampingRatio,
        motorMetersPerSecond,
        maxMotorNewtons,
        true);
  }
}
