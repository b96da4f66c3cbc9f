package ringmaster.shared.body;

import java.util.Arrays;
import java.util.List;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Surroundings;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.physics.World;
import ringmaster.shared.time.TickRate;

/**
 * The client's own body among the map's walls, and among what moves near it as far as it has been
 * shown: exact until it meets something of which it has not been told all. A game says how a
 * command drives the body, by the code that its simulation uses.
 */
public abstract class BodyPrediction implements Prediction {
  /** Index of the only body in whatever columns a game keeps for its drive. */
  protected static final int SELF = 0;

  private final World world;
  private final Bodies bodies;
  private final long body;
  private final float massKilograms;
  private final WallTouches wallTouches;
  private final MoverTouches moverTouches;
  private final NearBodies near;
  private final int touchedOffset;
  private final int[] copied;
  private final int[] copiedNear;
  private boolean alive;
  private int contactAgeTicks = BodyWords.MAX_CONTACT_AGE_TICKS;
  private int life;

  /**
   * @param kind as in the simulation
   * @param ownWords {@link BodyWords#COUNT} and the game's own; the simulation's {@code ownerWords}
   *     are {@link BodyWords#TOUCHED_COUNT} more
   * @param neighbours what is simulated along with the body while it is near, in the order in which
   *     the simulation makes them
   */
  protected BodyPrediction(
      GameMap map, TickRate rate, BodyKind kind, int ownWords, List<Neighbour> neighbours) {
    world = MapWorld.of(map, rate, 1 + Surroundings.MAX_BODIES);
    bodies = world.bodies();
    near = new NearBodies(world, neighbours);
    body = bodies.create(kind, 0, 0);
    bodies.setTag(body, SELF);
    near.begin(body);
    massKilograms = kind.massKilograms();
    long[] players = {body};
    wallTouches = new WallTouches(world.contacts(), players);
    moverTouches = new MoverTouches(world, near::slotOf, players);
    touchedOffset = ownWords;
    copied = new int[ownWords + BodyWords.TOUCHED_COUNT];
    copiedNear = new int[near.words()];
  }

  /** Questions about the walls. */
  protected final Queries newQueries() {
    return world.newQueries();
  }

  /** Does what the simulation does with a command before its world steps. */
  protected abstract void drive(Bodies bodies, long body, long command);

  /** Reads the game's own words, from {@code offset} on; they may come from a hostile server. */
  protected void loadRest(int[] words, int offset) {}

  /** Writes the game's own words, from {@code offset} on. */
  protected void writeRest(int[] words, int offset) {}

  @Override
  public final void load(int[] ownerWords, int offset) {
    alive =
        BodyWords.alive(ownerWords, offset)
            && BodyWords.plausible(ownerWords, offset, massKilograms);
    if (alive) {
      read(ownerWords, offset);
    }
  }

  private void read(int[] words, int offset) {
    life = BodyWords.life(words, offset);
    contactAgeTicks = BodyWords.contactAgeTicks(words, offset);
    BodyWords.read(words, offset, world, body);
    loadRest(words, offset + BodyWords.COUNT);
    near.touch(words, offset + touchedOffset);
  }

  @Override
  public final void copyFrom(Prediction other) {
    BodyPrediction source = (BodyPrediction) other;
    alive = source.alive;
    if (alive) {
      source.near.write(copiedNear, 0);
      near.load(copiedNear, 0);
      source.write(copied, 0);
      read(copied, 0);
    }
  }

  @Override
  public final void write(int[] ownerWords, int offset) {
    if (!alive) {
      Arrays.fill(ownerWords, offset, offset + copied.length, 0);
      return;
    }
    wallTouches.read();
    BodyWords.write(bodies, body, contactAgeTicks, life, wallTouches, SELF, ownerWords, offset);
    writeRest(ownerWords, offset + BodyWords.COUNT);
    moverTouches.read();
    moverTouches.write(SELF, ownerWords, offset + touchedOffset);
  }

  @Override
  public final void step(long command) {
    if (alive) {
      drive(bodies, body, command);
      world.step();
      contactAgeTicks = bodies.touchesMoving(body) ? 0 : BodyWords.older(contactAgeTicks);
      near.afterStep();
    }
  }

  @Override
  public final Surroundings surroundings() {
    return near;
  }

  @Override
  public final boolean alive() {
    return alive;
  }

  @Override
  public final int life() {
    return life;
  }

  @Override
  public final boolean inContact() {
    return alive && contactAgeTicks < BodyWords.MAX_CONTACT_AGE_TICKS;
  }

  @Override
  public final float x() {
    return bodies.x(body);
  }

  @Override
  public final float y() {
    return bodies.y(body);
  }

  @Override
  public final float facingCos() {
    return bodies.cos(body);
  }

  @Override
  public final float facingSin() {
    return bodies.sin(body);
  }

  @Override
  public final float velocityX() {
    return bodies.velocityX(body);
  }

  @Override
  public final float velocityY() {
    return bodies.velocityY(body);
  }
}
