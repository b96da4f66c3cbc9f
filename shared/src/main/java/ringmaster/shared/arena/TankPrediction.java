package ringmaster.shared.arena;

import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.body.BodyPrediction;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.body.Neighbour;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.time.TickRate;

/**
 * A client's own tank among what it can push, with what its boost and its game's gear allow.
 *
 * <pre>
 * words behind the body's
 * 0     boost charge   units, see {@link TankDrive}
 * 1     waits          see {@link Gear#word}
 * </pre>
 */
abstract sealed class TankPrediction extends BodyPrediction
    permits ScrumPrediction, SkirmishPrediction {
  /** Words a player's own state takes. */
  static final int WORDS = BodyWords.COUNT + 2 + BodyWords.TOUCHED_COUNT;

  /** Index of the words of what is touched. */
  static final int TOUCHED = WORDS - BodyWords.TOUCHED_COUNT;

  /** From how near props and tanks are simulated along with the own: half a second away. */
  static final float REACH_METERS = 8;

  /** The first of every game's gauges; the gear's follow. */
  static final int GAUGE_BOOST = 0;

  private final TankDrive drive;
  private final Gear gear;

  /**
   * @param gear of one tank
   * @param props what lies about, in the order in which the simulation makes it
   */
  TankPrediction(GameMap map, TickRate rate, Gear gear, Neighbour... props) {
    super(map, rate, ArenaBodies.TANK, TOUCHED, neighbours(props));
    drive = new TankDrive(1, rate);
    this.gear = gear;
  }

  private static List<Neighbour> neighbours(Neighbour... props) {
    List<Neighbour> neighbours = new ArrayList<>(List.of(props));
    neighbours.add(new Neighbour(ArenaSlots.TANK, ArenaBodies.TANK, REACH_METERS, true));
    return List.copyOf(neighbours);
  }

  /** Writes the words behind the body's. */
  static void write(TankDrive drive, Gear gear, int tank, int[] words, int offset) {
    words[offset] = drive.chargeUnits(tank);
    words[offset + 1] = gear.word(tank);
  }

  @Override
  protected void writeRest(int[] words, int offset) {
    write(drive, gear, SELF, words, offset);
  }

  @Override
  protected void loadRest(int[] words, int offset) {
    drive.setChargeUnits(SELF, words[offset]);
    gear.setWord(SELF, words[offset + 1]);
  }

  @Override
  protected void drive(Bodies bodies, long hull, long command) {
    gear.apply(bodies, hull, SELF, command);
    drive.apply(bodies, hull, SELF, command);
  }

  @Override
  public float gauge(int index) {
    return index == GAUGE_BOOST ? drive.chargeShare(SELF) : gear.share(SELF, index);
  }
}
