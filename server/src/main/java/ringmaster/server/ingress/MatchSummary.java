package ringmaster.server.ingress;

import ringmaster.server.session.MatchView;

/**
 * A match as others may read of it.
 *
 * @param id changes when a match follows another
 * @param max seats
 * @param players persons with a seat
 * @param bots programs with a seat
 * @param spectators those who watch without a seat
 * @param permanent stays when empty
 */
public record MatchSummary(
    int id,
    String mode,
    String map,
    int max,
    int players,
    int bots,
    int spectators,
    boolean permanent,
    MatchView.Stage stage) {
  /** Whether a seat is free. */
  boolean open() {
    return players + bots < max && stage != MatchView.Stage.FAILED;
  }
}
