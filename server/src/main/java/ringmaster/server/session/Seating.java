package ringmaster.server.session;

import ringmaster.shared.protocol.ControlMessage;

/**
 * Where a session plays at present; immutable.
 *
 * @param match the match
 * @param seat in the match, or {@link ControlMessage#NO_SEAT} for a spectator
 * @param epoch modulo 256, raised with every change of match: datagrams of another one are stale
 */
public record Seating(MatchView match, int seat, int epoch) {
  /** Whether the session only watches. */
  public boolean watches() {
    return seat == ControlMessage.NO_SEAT;
  }

  /** The same seat in the match that follows. */
  public Seating next(MatchView nextMatch) {
    return new Seating(nextMatch, seat, epoch + 1 & 0xFF);
  }
}
