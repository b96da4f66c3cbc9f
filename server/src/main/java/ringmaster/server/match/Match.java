package ringmaster.server.match;

import org.jspecify.annotations.Nullable;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.WaitingCommands;
import ringmaster.shared.install.GameError;
import ringmaster.shared.interest.InterestRules;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.SnapshotCodec;
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

  private static final int FREE = 0;
  private static final int TAKEN = 1;

  /** Taken, and the game is told with the next tick. */
  private static final int JOINING = 2;

  /** Free, and the game is told with the next tick. */
  private static final int LEAVING = 3;

  /** Free and taken again, and the game is told both with the next tick. */
  private static final int CHANGING = 4;

  private final int id;
  private final MatchSettings settings;
  private final SnapshotCodec codec;
  private final InterestRules interest;
  private final Simulation simulation;
  private final WaitingCommands commands;

  /** By seat, one of the five above. */
  private final int[] seats;

  private final int ownerWords;

  /** Of each taken seat, after the newest tick. */
  private final int[] captured;

  /** Of each seat: the newest tick after which its words were none that a player can foretell. */
  private final int[] surpriseTick;

  private final int[] missedBefore;
  private int missedInTick;
  private final StateHash hasher = new StateHash();
  private int tick;
  private long hash;
  private Simulation.Phase phase;
  private volatile @Nullable MatchFault failure;

  /** Builds the match in its state before tick 0: slow, and it allocates. */
  public Match(int id, Game game, MatchSettings settings, GameMap map) {
    this.id = id;
    this.settings = settings;
    codec = SnapshotCodec.of(game, settings, map);
    interest = InterestRules.of(game, settings, map);
    simulation = game.newSimulation(settings, map);
    phase = simulation.phase();
    commands = new WaitingCommands(settings.maxPlayers(), settings.rate().hz());
    seats = new int[settings.maxPlayers()];
    ownerWords = simulation.ownerWords();
    captured = new int[seats.length * ownerWords];
    surpriseTick = new int[seats.length];
    missedBefore = new int[seats.length];
    for (int seat = 0; seat < seats.length; seat++) {
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
    return codec.schema();
  }

  /** What its snapshots are coded with. */
  public SnapshotCodec codec() {
    return codec;
  }

  /** Whom what it shows concerns. */
  public InterestRules interest() {
    return interest;
  }

  /** The tick to be stepped next; 0 before the first. */
  public int tick() {
    return tick;
  }

  /** Why the match has ended, once it has; null in a sound match. */
  public @Nullable MatchFault failure() {
    return failure;
  }

  /** The match met an error. The thread that caught it; the first counts. */
  public void fail(FailureCause cause, Throwable error) {
    keep(new MatchFault(cause, GameError.of(error)));
  }

  /** A guard's thread may come here late, when the tick thread has long given it up. */
  private synchronized void keep(MatchFault fault) {
    if (failure == null) {
      failure = fault;
    }
  }

  /** The match is ended, though its game threw nothing. */
  public void fail(MatchStoppedException error) {
    fail(error.why(), error);
  }

  /** What stage the match had reached after the newest tick. */
  public Simulation.Phase phase() {
    return phase;
  }

  /**
   * Seats a player; the game is told as the next tick begins. Returns false, with nothing done, if
   * there is no such free seat.
   */
  public boolean join(int seat) {
    if (seat >= seats.length || isTaken(seat) || failure != null) {
      return false;
    }
    seats[seat] = seats[seat] == LEAVING ? CHANGING : JOINING;
    commands.clear(seat);
    return true;
  }

  /**
   * Frees a seat; the game is told as the next tick begins, unless it never knew. Returns false,
   * with nothing done, if nobody sits there.
   */
  public boolean leave(int seat) {
    if (!isTaken(seat) || failure != null) {
      return false;
    }
    seats[seat] = seats[seat] == JOINING ? FREE : LEAVING;
    commands.clear(seat);
    return true;
  }

  public boolean isTaken(int seat) {
    return seat < seats.length && seats[seat] != FREE && seats[seat] != LEAVING;
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
    if (failure != null || !isTaken(seat) || forTick < tick) {
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
      tellWhoCameAndWent();
      commands.take(tick);
      simulation.tick(commands, workers);
      phase = simulation.phase();
      tick++;
      hasher.reset();
      visit(hasher);
      hash = hasher.value();
    } catch (Throwable t) {
      fail(FailureCause.TICK, t);
    }
  }

  /** Here and not at once: what a game does happens on the thread that steps it. */
  private void tellWhoCameAndWent() {
    for (int seat = 0; seat < seats.length; seat++) {
      int change = seats[seat];
      if (change > TAKEN) {
        if (change != JOINING) {
          simulation.leave(seat);
        }
        if (change != LEAVING) {
          simulation.join(seat);
        }
        seats[seat] = change == LEAVING ? FREE : TAKEN;
      }
    }
  }

  /** Hash of all state after the newest tick. */
  public long hash() {
    return hash;
  }

  /**
   * Writes what there is to see after the newest tick, and keeps what each player may know of its
   * own. Throws whatever the game throws.
   */
  public void capture(EntityFrame frame) {
    simulation.capture(frame);
    missedInTick = 0;
    for (int seat = 0; seat < seats.length; seat++) {
      if (isTaken(seat)) {
        captureOwner(seat);
      }
    }
  }

  /** A player foretells from its own commands, so a tick that took another is a surprise. */
  private void captureOwner(int seat) {
    simulation.captureOwner(seat, captured, seat * ownerWords);
    int missed = commands.missed(seat);
    if (missed != missedBefore[seat] || !simulation.ownerForeseen(seat)) {
      surpriseTick[seat] = tick - 1;
    }
    missedInTick += Math.max(0, missed - missedBefore[seat]); // a new player counts from 0
    missedBefore[seat] = missed;
  }

  /** Seats that the newest tick captured had no command for. */
  public int missedInTick() {
    return missedInTick;
  }

  /** How many words {@link #copyOwnerWords} writes. */
  public int ownerWords() {
    return ownerWords;
  }

  /** What {@link Simulation#captureOwner} wrote for a seat after the newest tick. */
  public void copyOwnerWords(int seat, int[] words) {
    System.arraycopy(captured, seat * ownerWords, words, 0, ownerWords);
  }

  /** The newest tick after which a seat's words were none that its player can have foretold. */
  public int ownerSurpriseTick(int seat) {
    return surpriseTick[seat];
  }

  private void visit(StateVisitor visitor) {
    tick = visitor.int32(tick);
    visitor.ints(seats, seats.length);
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
