package ringmaster.server.match;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.WaitingCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.state.StateWriter;

/**
 * A running match: a pure function of its state and the commands of each tick.
 *
 * <p>Seats are given out by whoever publishes JOIN; the match only checks. What the game throws is
 * kept here: the match is then failed, is never stepped again, and no other match notices.
 */
public final class Match implements MatchTable.Entry {
  /** Of the layout that {@link #save} writes. */
  private static final int STATE_VERSION = 1;

  private final int id;
  private final MatchSettings settings;
  private final EntitySchema schema;
  private final Simulation simulation;
  private final WaitingCommands commands;
  private final int[] taken;
  private final int ownerWords;
  private final StateHash hasher = new StateHash();
  private int tick;
  private long hash;
  private Simulation.Phase phase;
  private volatile @Nullable Throwable failure;

  /** Builds the match in its state before tick 0: slow, and it allocates. */
  public Match(int id, Game game, MatchSettings settings, GameMap map) {
    this.id = id;
    this.settings = settings;
    schema = game.schema(settings, map);
    simulation = game.newSimulation(settings, map);
    phase = simulation.phase();
    commands = new WaitingCommands(settings.maxPlayers(), settings.rate().hz());
    taken = new int[settings.maxPlayers()];
    ownerWords = simulation.ownerWords();
    for (int seat = 0; seat < taken.length; seat++) {
      commands.clear(seat);
    }
  }

  @Override
  public Match match() {
    return this;
  }

  public int id() {
    return id;
  }

  public MatchSettings settings() {
    return settings;
  }

  public EntitySchema schema() {
    return schema;
  }

  /** The tick to be stepped next; 0 before the first. */
  public int tick() {
    return tick;
  }

  /** What the game threw, once it has; null in a sound match. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** The match met an error outside its step: in what it shows, or to whom. */
  public void fail(Throwable error) {
    failure = error;
  }

  /** What stage the match had reached after the newest tick. */
  public Simulation.Phase phase() {
    return phase;
  }

  /** Seats a player. Returns false, with nothing done, if there is no such free seat. */
  public boolean join(int seat) {
    if (seat >= taken.length || taken[seat] != 0 || failure != null) {
      return false;
    }
    taken[seat] = 1;
    commands.clear(seat);
    try {
      simulation.join(seat);
    } catch (Throwable t) {
      failure = t;
    }
    return true;
  }

  /** Frees a seat. Returns false, with nothing done, if nobody sits there. */
  public boolean leave(int seat) {
    if (!isTaken(seat) || failure != null) {
      return false;
    }
    taken[seat] = 0;
    commands.clear(seat);
    try {
      simulation.leave(seat);
    } catch (Throwable t) {
      failure = t;
    }
    return true;
  }

  public boolean isTaken(int seat) {
    return seat < taken.length && taken[seat] != 0;
  }

  /** What became of a command that was offered. */
  public enum Acceptance {
    TAKEN,
    /** Too many were waiting: this one, or one for an earlier tick, was dropped. */
    SURPLUS,
    /** Its tick has begun, or nobody sits there. */
    REFUSED
  }

  /** Keeps a command until its tick. */
  public Acceptance accept(int seat, int forTick, int rewindSixteenths, long command) {
    if (!isTaken(seat) || forTick < tick) {
      return Acceptance.REFUSED;
    }
    boolean room = commands.offer(seat, forTick, rewindSixteenths, command);
    return room ? Acceptance.TAKEN : Acceptance.SURPLUS;
  }

  /** Ticks so far for which the seat had no command of its own. */
  public int missedCommands(int seat) {
    return commands.missed(seat);
  }

  /**
   * Advances by one tick and hashes the state after it.
   *
   * @param workers whom the game may share the work with
   */
  public void step(Workers workers) {
    if (failure != null) {
      return;
    }
    try {
      commands.take(tick);
      simulation.tick(commands, workers);
      phase = simulation.phase();
      tick++;
      hasher.reset();
      visit(hasher);
      hash = hasher.value();
    } catch (Throwable t) {
      failure = t;
    }
  }

  /** Hash of all state after the newest tick. */
  public long hash() {
    return hash;
  }

  /** Writes what there is to see after the newest tick. Throws whatever the game throws. */
  public void capture(EntityFrame frame) {
    simulation.capture(frame);
  }

  /** How many words {@link #captureOwner} writes. */
  public int ownerWords() {
    return ownerWords;
  }

  /** See {@link Simulation#captureOwner}. Throws whatever the game throws. */
  public void captureOwner(int seat, int[] words, int offset) {
    simulation.captureOwner(seat, words, offset);
  }

  private void visit(StateVisitor visitor) {
    tick = visitor.int32(tick);
    visitor.ints(taken, taken.length);
    commands.visit(visitor);
    simulation.visit(visitor);
  }

  /** Saves all state. */
  public void save(StateWriter writer) {
    writer.int32(STATE_VERSION);
    visit(writer);
  }

  /** Restores a state saved by a match of the same settings and map. */
  public void restore(StateReader reader) {
    int version = reader.int32(STATE_VERSION);
    if (version != STATE_VERSION) {
      throw new StateFormatException(
          "state of version " + version + "; this build reads " + STATE_VERSION);
    }
    visit(reader);
    reader.end();
    phase = simulation.phase();
  }
}
