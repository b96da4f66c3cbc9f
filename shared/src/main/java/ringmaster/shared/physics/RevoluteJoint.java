package ringmaster.shared.physics;

/**
 * Pins a point of one body to a point of another and lets them turn: a hinge or an axle. Angles are
 * those of body B as seen from body A, counter-clockwise from how the two stood when they were
 * joined.
 *
 * @param limited whether the angle has limits
 * @param lowRadians at least -{@link #MAX_LIMIT_RADIANS}
 * @param highRadians at most {@link #MAX_LIMIT_RADIANS}
 * @param hertz of a spring that seeks angle 0: how fast the two swing on it if nothing else holds
 *     them; 0 for no spring
 * @param dampingRatio of the spring; 1 is critical
 * @param motorRadiansPerSecond what the motor seeks
 * @param maxMotorNewtonMeters how hard it turns at most; 0 for no motor
 * @param collideConnected whether the two bodies collide with each other
 */
public record RevoluteJoint(
    boolean limited,
    float lowRadians,
    float highRadians,
    float hertz,
    float dampingRatio,
    float motorRadiansPerSecond,
    float maxMotorNewtonMeters,
    boolean collideConnected) {
  /**
   * Of a limit. Nearer to half a turn, a body a little beyond one limit would seem beyond the other
   * and be thrown round.
   */
  public static final float MAX_LIMIT_RADIANS = 3;

  /** Turns as it likes. */
  public static final RevoluteJoint FREE = new RevoluteJoint(false, 0, 0, 0, 0, 0, 0, false);

  public RevoluteJoint {
    checkRange(lowRadians, highRadians);
    Limits.spring(hertz, dampingRatio);
    checkMotorSpeed(motorRadiansPerSecond);
    Limits.within(maxMotorNewtonMeters, 0, Limits.MAX_PUSH, "motor torque");
  }

  static void checkRange(float lowRadians, float highRadians) {
    Limits.finite(highRadians, MAX_LIMIT_RADIANS, "greatest angle");
    Limits.within(lowRadians, -MAX_LIMIT_RADIANS, highRadians, "least angle");
  }

  static void checkMotorSpeed(float radiansPerSecond) {
    Limits.finite(radiansPerSecond, Limits.MAX_SPIN_RADIANS_PER_SECOND, "motor speed");
  }

  /** The same between two angles. */
  public RevoluteJoint limits(float newLowRadians, float newHighRadians) {
    return new RevoluteJoint(
        true,
        newLowRadians,
        newHighRadians,
        hertz,
        dampingRatio,
        motorRadiansPerSecond,
        maxMotorNewtonMeters,
        collideConnected);
  }

  /** The same with a spring towards angle 0. */
  public RevoluteJoint spring(float newHertz, float newDampingRatio) {
    return new RevoluteJoint(
        limited,
        lowRadians,
        highRadians,
        newHertz,
        newDampingRatio,
        motorRadiansPerSecond,
        maxMotorNewtonMeters,
        collideConnected);
  }

  /** The same with a motor; one of speed 0 is a brake. */
  public RevoluteJoint motor(float radiansPerSecond, float maxNewtonMeters) {
    return new RevoluteJoint(
        limited,
        lowRadians,
        highRadians,
        hertz,
        dampingRatio,
        radiansPerSecond,
        maxNewtonMeters,
        collideConnected);
  }

  /** The same between bodies that collide with each other. */
  public RevoluteJoint colliding() {
    return new RevoluteJoint(
        limited,
        lowRadians,
        highRadians,
        hertz,
        dampingRatio,
        motorRadiansPerSecond,
        maxMotorNewtonMeters,
        true);
  }
}
