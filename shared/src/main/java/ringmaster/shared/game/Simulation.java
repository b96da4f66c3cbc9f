package ringmaster.shared.game;

import ringmaster.shared.physics.Workers;
import ringmaster.shared.state.StateVisitor;

/**
 * One running match's rules and state. Everything here is deterministic: the same calls in the same
 * order give the same bits on every machine. After construction nothing may allocate.
 */
public interface Simulation {
  /** What stage a match is in; it only ever moves on. */
  enum Phase {
    /** Players may try things; nothing counts yet. */
    WARM_UP,
    PLAYING,
    /** Time is up and it was undecided: the next point may end it. */
    OVERTIME,
    /** The result is on screen; the server prepares the next match. */
    RESULTS,
    /** Results have been shown: the players move on. */
    OVER;

    private static final Phase[] ALL = values();

    /** The phase of an ordinal. */
    public static Phase of(int ordinal) {
      return ALL[ordinal];
    }
  }

  /** A player takes a free seat, 0 .. maxPlayers - 1, before the next tick. */
  void join(int seat);

  /** The player of a taken seat goes. */
  void leave(int seat);

  /**
   * Advances by exactly one step.
   *
   * @param workers whom a large world may share the work with; nothing depends on them
   */
  void tick(TickCommands commands, Workers workers);

  Phase phase();

  /**
   * Writes everything players may see after the last tick, quantised, into a cleared frame, and
   * what happened in that tick.
   */
  void capture(EntityFrame frame);

  /** How many ints {@link #captureOwner} writes; fixed, 31 at most. */
  default int ownerWords() {
    return 0;
  }

  /**
   * Writes a player's own exact state: what prediction restarts from, bit for bit.
   *
   * @param words receives {@link #ownerWords()} ints from {@code offset} on
   */
  default void captureOwner(int seat, int[] words, int offset) {}

  /**
   * Whether the player's own state after the last tick is, to the bit, what its {@link Prediction}
   * made of the state before and of the command that this tick took. Then a check of it is sent in
   * place of the words; where this says so and is wrong, the player hears of it a round trip later.
   */
  default boolean ownerForeseen(int seat) {
    return false;
  }

  /** Visits all state: saving, restoring or hashing it is the visitor's choice. */
  void visit(StateVisitor visitor);
}
