package ringmaster.shared.physics;

/**
 * Holds two bodies together as they stood when they were joined, stiffly or springily.
 *
 * @param linearHertz how fast the two swing apart and back if nothing else holds them; 0 for stiff
 * @param linearDampingRatio 1 is critical
 * @param angularHertz how fast they twist and untwist; 0 for stiff
 * @param angularDampingRatio 1 is critical
 * @param collideConnected whether the two bodies collide with each other
 */
public record WeldJoint(
    float linearHertz,
    float linearDampingRatio,
    float angularHertz,
    float angularDampingRatio,
    boolean collideConnected) {
  /** As stiff as can be. */
  public static final WeldJoint RIGID = new WeldJoint(0, 0, 0, 0, false);

  public WeldJoint {
    Limits.spring(linearHertz, linearDampingRatio);
    Limits.spring(angularHertz, angularDampingRatio);
  }

  /** Bends and does not come apart. */
  public static WeldJoint bending(float hertz, float dampingRatio) {
    return new WeldJoint(0, 0, hertz, dampingRatio, false);
  }

  /** The same between bodies that collide with each other. */
  public WeldJoint colliding() {
    return new WeldJoint(linearHertz, linearDampingRatio, angularHertz, angularDampingRatio, true);
  }
}
