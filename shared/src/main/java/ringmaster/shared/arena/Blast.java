package ringmaster.shared.arena;

/**
 * An explosion of one kind; all of it is less the further away.
 *
 * @param radiusMeters how far it reaches, to a body's rim
 * @param damage points of health it takes where it is
 * @param impulseNewtonSeconds how hard it pushes there
 * @param weapon {@link SkirmishEvents#BY_ROCKET} or {@link SkirmishEvents#BY_BARREL}
 */
record Blast(float radiusMeters, int damage, float impulseNewtonSeconds, int weapon) {}
