package ringmaster.shared.physics;

import java.util.List;

/**
 * Mass, where its centre lies and how hard it is to turn.
 *
 * @param centerX of mass, metres from the origin of the parts
 * @param inertia about the centre, kg m²; 0 for what does not turn
 */
record MassProperties(float massKilograms, float centerX, float centerY, float inertia) {
  /** Of what no force moves. */
  static final MassProperties NONE = new MassProperties(0, 0, 0, 0);

  /**
   * @param massKilograms of the whole, or 0 to go by the densities
   * @throws IllegalArgumentException if there is no mass, or too much or too little
   */
  static MassProperties of(List<BodyKind.Part> parts, float massKilograms, boolean turns) {
    double mass = 0;
    double momentX = 0;
    double momentY = 0;
    double inertia = 0;
    for (BodyKind.Part part : parts) {
      AreaMoments area = AreaMoments.of(part.shape());
      double partMass = area.area() * part.material().densityKilogramsPerSquareMeter();
      mass += partMass;
      momentX += partMass * area.centerX();
      momentY += partMass * area.centerY();
      inertia += part.material().densityKilogramsPerSquareMeter() * area.secondMoment();
    }
    if (!(mass >= Limits.MIN_MASS_KILOGRAMS && mass <= Limits.MAX_MASS_KILOGRAMS)) {
      throw new IllegalArgumentException(
          "a dynamic body of " + mass + " kg; it needs a part that has area and density");
    }
    double centerX = momentX / mass;
    double centerY = momentY / mass;
    inertia -= mass * (centerX * centerX + centerY * centerY);
    double scale = massKilograms > 0 ? massKilograms / mass : 1;
    return new MassProperties(
        (float) (mass * scale),
        (float) centerX,
        (float) centerY,
        turns ? (float) (inertia * scale) : 0);
  }

  /** Refuses what no dynamic body has. */
  void check() {
    Limits.within(massKilograms, Limits.MIN_MASS_KILOGRAMS, Limits.MAX_MASS_KILOGRAMS, "mass");
    Limits.finite(centerX, Limits.MAX_COORDINATE_METERS, "centre of mass");
    Limits.finite(centerY, Limits.MAX_COORDINATE_METERS, "centre of mass");
    Limits.within(inertia, 0, Float.MAX_VALUE, "inertia");
  }

  /** The parts about the centre of mass. */
  List<BodyKind.Part> centered(List<BodyKind.Part> parts) {
    if (centerX == 0 && centerY == 0) {
      return List.copyOf(parts);
    }
    return parts.stream()
        .map(part ->
            new BodyKind.Part(
                part.shape().movedBy(-centerX, -centerY),
                part.material(),
                part.filter(),
                part.sensor()))
        .toList();
  }
}
