package ringmaster.shared.arena;

import ringmaster.shared.body.BodyPrediction;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.time.TickRate;

/**
 * A client's own tank, with what its boost and weapons allow.
 *
 * <pre>
 * words behind the body's
 * 0     boost charge   units, see {@link TankDrive}
 * 1     waits          see {@link Cooldowns#word}
 * </pre>
 */
final class SkirmishPrediction extends BodyPrediction {
  /** Words a player's own state takes. */
  static final int WORDS = BodyWords.COUNT + 2;

  private final TankDrive drive;
  private final Cooldowns cooldowns;

  SkirmishPrediction(GameMap map, TickRate rate) {
    super(map, rate, ArenaBodies.TANK, WORDS);
    drive = new TankDrive(1, rate);
    cooldowns = new Cooldowns(1, rate);
  }

  /** Writes the words behind the body's. */
  static void write(TankDrive drive, Cooldowns cooldowns, int tank, int[] words, int offset) {
    words[offset] = drive.chargeUnits(tank);
    words[offset + 1] = cooldowns.word(tank);
  }

  @Override
  protected void writeRest(int[] words, int offset) {
    write(drive, cooldowns, SELF, words, offset);
  }

  @Override
  protected void loadRest(int[] words, int offset) {
    drive.setChargeUnits(SELF, words[offset]);
    cooldowns.setWord(SELF, words[offset + 1]);
  }

  @Override
  protected void drive(Bodies bodies, long hull, long command) {
    cooldowns.advance(SELF);
    cooldowns.use(SELF, command);
    drive.apply(bodies, hull, SELF, command);
  }

  @Override
  public float gauge(int index) {
    return switch (index) {
      case Skirmish.GAUGE_BOOST -> drive.chargeShare(SELF);
      case Skirmish.GAUGE_RAIL -> cooldowns.railShare(SELF);
      case Skirmish.GAUGE_ROCKET -> cooldowns.rocketShare(SELF);
      default -> throw new IndexOutOfBoundsException("skirmish has no gauge " + index);
    };
  }
}
