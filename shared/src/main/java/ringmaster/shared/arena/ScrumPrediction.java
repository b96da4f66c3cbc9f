package ringmaster.shared.arena;

import ringmaster.shared.body.BodyPrediction;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.time.TickRate;

/**
 * A client's own tank, with its boost and its shove.
 *
 * <pre>
 * words behind the body's
 * 0     boost charge   units, see {@link TankDrive}
 * 1     shove wait     ticks
 * </pre>
 */
final class ScrumPrediction extends BodyPrediction {
  /** Words a player's own state takes. */
  static final int WORDS = BodyWords.COUNT + 2;

  private final TankDrive drive;
  private final ShoveDrive shove;

  ScrumPrediction(GameMap map, TickRate rate) {
    super(map, rate, ArenaBodies.TANK, WORDS);
    drive = new TankDrive(1, rate);
    shove = new ShoveDrive(1, rate);
  }

  /** Writes the words behind the body's. */
  static void write(TankDrive drive, ShoveDrive shove, int tank, int[] words, int offset) {
    words[offset] = drive.chargeUnits(tank);
    words[offset + 1] = shove.ticksLeft(tank);
  }

  @Override
  protected void writeRest(int[] words, int offset) {
    write(drive, shove, SELF, words, offset);
  }

  @Override
  protected void loadRest(int[] words, int offset) {
    drive.setChargeUnits(SELF, words[offset]);
    shove.setTicksLeft(SELF, words[offset + 1]);
  }

  @Override
  protected void drive(Bodies bodies, long hull, long command) {
    shove.apply(bodies, hull, SELF, command);
    drive.apply(bodies, hull, SELF, command);
  }

  @Override
  public float gauge(int index) {
    return switch (index) {
      case Scrum.GAUGE_BOOST -> drive.chargeShare(SELF);
      case Scrum.GAUGE_SHOVE -> shove.share(SELF);
      default -> throw new IndexOutOfBoundsException("scrum has no gauge " + index);
    };
  }
}
