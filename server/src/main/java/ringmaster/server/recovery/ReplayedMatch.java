package ringmaster.server.recovery;

import org.jspecify.annotations.Nullable;
import ringmaster.server.guard.Guard;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchTable;
import ringmaster.shared.physics.Workers;

/**
 * A match that is run again.
 *
 * @param hashedTicks how many of its ticks there are hashes to compare with; what came after may be
 *     what it failed of, and a game that looped then would loop again
 * @param guard of a game from a jar; null for one of the class path
 */
record ReplayedMatch(Match match, long hashedTicks, @Nullable Guard guard)
    implements MatchTable.Entry {
  /** Whether the next tick can be compared. */
  boolean isDue() {
    return match.tick() < hashedTicks;
  }

  void step(Workers workers) {
    match.step(workers);
  }

  /** No match of a game from a jar shares its work: its thread may have to be given up. */
  void stepAlone() {
    match.step(Workers.ALONE);
  }
}
