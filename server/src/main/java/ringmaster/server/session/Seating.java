package ringmaster.server.session;

/**
 * Where a session plays at present; immutable.
 *
 * @param match the match
 * @param seat in the match
 * @param epoch modulo 256, raised with every change of match: datagrams of another one are stale
 */
public record Seating(MatchView match, int seat, int epoch) {
  /** The same seat in the match that follows. */
  public Seating next(MatchView nextMatch) {
    return new Seating(nextMatch, seat, epoch + 1 & 0xFF);
  }
}
