package ringmaster.shared.physics;

/**
 * What a part of a body is made of. Of two parts in touch the geometric mean of the frictions and
 * the larger restitution count.
 *
 * @param densityKilogramsPerSquareMeter 0 or more; parts of no density add no mass
 * @param friction 0 (ice) or more; coefficient of Coulomb friction
 * @param restitution 0 (stays in touch) to 1 (bounces back as fast as it came)
 */
public record Material(float densityKilogramsPerSquareMeter, float friction, float restitution) {
  private static final float MAX_DENSITY = 1e6f;
  private static final float MAX_FRICTION = 100;

  public Material {
    Limits.within(densityKilogramsPerSquareMeter, 0, MAX_DENSITY, "density");
    Limits.within(friction, 0, MAX_FRICTION, "friction");
    Limits.within(restitution, 0, 1, "restitution");
  }
}
