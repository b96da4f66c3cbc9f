package ringmaster.shared.arena;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.game.Brain;

/** However many push it, the ball never leaves the pitch, and neither does a tank. */
final class PitchEscapeSimulation {
  /** Of the radius: five hulls that press the ball against a wall do squash it. */
  private static final float DEEPEST_SHARE = 0.35f;

  @ParameterizedTest
  @CsvSource({"pitch, 30, striker", "pitch, 60, striker-easy", "stadium, 30, striker-hard"})
  void nothingGetsThroughAWall(String map, int hz, String brain) {
    ScrumMatch match = new ScrumMatch(ScrumMatch.map(map), 16, hz, 3_600, 1);
    match.joinAll();
    Brain[] brains = match.brains(brain, 1);
    WallWatch watch = new WallWatch(match, radiusMeters -> radiusMeters * (1 - DEEPEST_SHARE));
    for (int tick = 0; tick < 120 * hz; tick++) {
      match.play(brains);
      watch.look(match.slots.crate(0));
    }
  }
}
