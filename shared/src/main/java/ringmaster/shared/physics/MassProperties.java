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
      double density = part.material().densityKilogramsPerSquareMeter();
      mass += density * area.area();
      momentX += density * area.firstX();
      momentY += density * area.firstY();
      inertia += density * area.second();
    }
    if (!(mass > 0)) {
      throw new IllegalArgumentException(
          "a dynamic body of no mass; it needs a part that has area and density");
    }
    double wanted = massKilograms > 0 ? massKilograms : mass;
    if (!(wanted >= Limits.MIN_MASS_KILOGRAMS && wanted <= Limits.MAX_MASS_KILOGRAMS)) {
      throw new IllegalArgumentException("a dynamic body of " + wanted + " kg");
    }
    double centerX = momentX / mass;
    double centerY = momentY / mass;
    inertia -= mass * (centerX * centerX + centerY * centerY);
    return new MassProperties(
        (float) wanted,
        (float) centerX,
        (float) centerY,
        turns ? (float) (inertia * wanted / mass) : 0);
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
