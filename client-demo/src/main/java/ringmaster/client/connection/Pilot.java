package ringmaster.client.connection;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.protocol.ControlMessage;

/** Decides what a client does: a person's input or a brain. Called on the client's thread. */
public interface Pilot {
  /**
   * A match begins for this player: after joining, and whenever another one follows.
   *
   * @param seat less than the match's players; or {@link ControlMessage#NO_SEAT} for a spectator,
   *     who is not asked for commands
   */
  void matchStarted(PlayableMatch match, int seat);

  /**
   * Asked with each match: whether what is near the own body is to be simulated along with it, so
   * that what it pushes is seen to move at once. It takes a few microseconds a tick; a brain looks
   * at the newest snapshot and has nothing of it.
   */
  default boolean predictsSurroundings() {
    return false;
  }

  /**
   * The command of a tick, packed by {@link ringmaster.shared.command.Command}. Asked once per
   * tick, in order.
   *
   * @param newest all that is known after the newest snapshot; empty before the first, and always
   *     for a client that does not decode
   */
  long command(EntityFrame newest, int seat, int tick);

  /**
   * Something happened in a tick of the match. Called once for each tick that had events, in order
   * of ticks, as the first snapshot with them is decoded; never for a client that does not decode.
   *
   * @param events of the match's {@link ringmaster.shared.game.EntitySchema#events}; valid during
   *     the call
   */
  default void happened(int tick, EventList events) {}

  /**
   * The command just given will do something that others see as well: it may be shown at once.
   * Where {@link #happened} does not say the same when a snapshot of that tick is there, it did not
   * come to it.
   *
   * @param events as in {@link #happened}
   */
  default void foretold(int tick, EventList events) {}

  /** Who is in the match has changed. */
  default void rosterChanged(ControlMessage.Roster changes) {}

  /** How long the ways to the players take, once a second. */
  default void pingsChanged(ControlMessage.Pings pings) {}

  /** Somebody said something. */
  default void said(int seat, String text) {}

  /** The server has a sentence for the player to read. */
  default void noticed(String text) {}
}
