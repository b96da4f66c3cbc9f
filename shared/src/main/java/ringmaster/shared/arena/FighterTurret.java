package ringmaster.shared.arena;

import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

/**
 * A {@link FighterBrain}'s aim, with a person's limits: it turns at a finite rate and wavers. Rail
 * first, and a rocket while the rail cools.
 */
final class FighterTurret {
  private static final float ROCKET_METERS_PER_SECOND = 28;
  private static final float ROCKET_RANGE_METERS = 35;

  /** Nearer, its own splash would hurt as much as the opponent. */
  private static final float ROCKET_MIN_METERS = 8;

  /** Steps of aim per metre across at a metre's distance. */
  private static final float STEPS_PER_RADIAN = (float) (AimTable.ANGLES / (2 * StrictMath.PI));

  private final FighterSkill skill;
  private final Rng rng;
  private final int hz;
  private final int waverSteps;
  private float aimSteps;
  private float waver;
  private float waverGoal;
  private int waverTick;
  private int railTick;
  private int rocketTick;

  FighterTurret(FighterSkill skill, TickRate rate, Rng rng) {
    this.skill = skill;
    this.rng = rng;
    hz = rate.hz();
    waverSteps = skill.minWaverSteps() + rng.nextInt(skill.maxWaverSteps() - skill.minWaverSteps());
  }

  /** Where it points, for a command. */
  int aim() {
    return Math.round(aimSteps) & (AimTable.ANGLES - 1);
  }

  /** Looks along a direction. */
  void lookAlong(float dx, float dy) {
    turn(AimTable.of(dx, dy));
  }

  /**
   * Aims at what is (dx, dy) away and shoots when it would hit.
   *
   * @param velocityX of the target, m/s
   * @param velocityY of the target, m/s
   * @param radiusMeters of the target
   * @param hold only aims
   * @return the buttons to press
   */
  int engage(
      float dx,
      float dy,
      float velocityX,
      float velocityY,
      float radiusMeters,
      boolean hold,
      int tick) {
    float distance = Math.max((float) Math.sqrt(dx * dx + dy * dy), radiusMeters);
    boolean rail = tick >= railTick;
    float leadSeconds = rail ? 0 : skill.lead() * distance / ROCKET_METERS_PER_SECOND;
    updateWaver(tick);
    int wanted = AimTable.of(dx + velocityX * leadSeconds, dy + velocityY * leadSeconds);
    float error = turn(wanted + waver);
    if (hold || Math.abs(error) > STEPS_PER_RADIAN * radiusMeters / distance) {
      return 0;
    }
    return rail ? fireRail(tick) : fireRocket(tick, distance);
  }

  private int fireRail(int tick) {
    railTick = tick + hz + pauseTicks();
    return Skirmish.BUTTON_RAIL;
  }

  private int fireRocket(int tick, float distance) {
    if (tick < rocketTick || distance > ROCKET_RANGE_METERS || distance < ROCKET_MIN_METERS) {
      return 0;
    }
    rocketTick = tick + hz + 2 * pauseTicks();
    return Skirmish.BUTTON_ROCKET;
  }

  private int pauseTicks() {
    return rng.nextInt((int) (skill.pauseSeconds() * hz) + 1);
  }

  private void updateWaver(int tick) {
    if (tick >= waverTick) {
      waverTick = tick + hz / 4 + rng.nextInt(hz / 2);
      waverGoal = rng.nextFloat(-waverSteps, waverSteps);
    }
    waver += (waverGoal - waver) * 6 / hz;
  }

  /** Turns as far as it gets in a tick; returns what is then left. */
  private float turn(float wantedSteps) {
    float difference = (wantedSteps - aimSteps) % AimTable.ANGLES;
    if (difference > AimTable.ANGLES / 2) {
      difference -= AimTable.ANGLES;
    } else if (difference < -AimTable.ANGLES / 2) {
      difference += AimTable.ANGLES;
    }
    float most = skill.turretTurnsPerSecond() * AimTable.ANGLES / hz;
    float step = Math.clamp(difference, -most, most);
    aimSteps = (aimSteps + step) % AimTable.ANGLES;
    return difference - step;
  }
}
