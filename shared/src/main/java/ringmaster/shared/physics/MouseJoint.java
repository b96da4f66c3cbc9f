package ringmaster.shared.physics;

/**
 * Pulls a point of a body towards a point of the world, no harder than it may: a hand, a tractor
 * beam, a crane's hook.
 *
 * @param hertz how fast the body would swing about the target
 * @param dampingRatio 1 is critical
 * @param maxNewtons of the pull
 */
public record MouseJoint(float hertz, float dampingRatio, float maxNewtons) {
  public MouseJoint {
    Limits.within(hertz, Limits.MIN_HERTZ, Limits.MAX_HERTZ, "hertz");
    Limits.within(dampingRatio, 0, Limits.MAX_DAMPING_RATIO, "damping ratio");
    Limits.within(maxNewtons, 0, Limits.MAX_PUSH, "greatest force");
  }
}
