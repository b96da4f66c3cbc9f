package ringmaster.shared.arena;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.math.Rng;

/** Minutes of the wildest driving: nothing gets through a wall, or far into one. */
final class WallEscapeSimulation {
  private static final float DEEPEST_METERS = 0.35f;
  private static final int PLAYERS = 12;

  @ParameterizedTest
  @CsvSource({"yard, 30, 1", "yard, 60, 2", "yard, 120, 3", "quarry, 30, 4", "quarry, 60, 5"})
  void nothingGetsThroughAWall(String map, int hz, long seed) {
    SkirmishMatch match = new SkirmishMatch(SkirmishMatch.map(map), PLAYERS, hz, 3_600, seed);
    match.joinAll();
    WallWatch watch = new WallWatch(match, radiusMeters -> radiusMeters - DEEPEST_METERS);
    Rng rng = new Rng(seed);
    for (int tick = 0; tick < 240 * hz; tick++) {
      match.setRandom(rng);
      match.step();
      watch.look(match.slots.rocket(0));
    }
  }
}
