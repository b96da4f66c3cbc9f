package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.math.Rng;

/**
 * What a game says its players foretell, they do foretell, to the bit: else a check in place of the
 * words would differ, and each difference costs a round trip.
 */
final class ForeseenWordsProperties {
  private static final int TICKS = 6_000;

  /** So that phases begin and end under way. */
  private static final int SECONDS = 20;

  private static final int WARM_UP_SECONDS = 10;

  @ParameterizedTest
  @CsvSource({"1, 30, 1", "1, 120, 2", "8, 60, 3", "8, 60, 4", "8, 120, 5"})
  void aSkirmisherForetellsItsWordsWhereTheGameSaysSo(int players, int hz, long seed) {
    GameMap map = SkirmishMatch.map(players == 1 ? "quarry" : "yard");
    MatchSettings settings = SkirmishMatch.settings(map, players, hz, SECONDS, seed);
    check(new SkirmishMatch(map, settings.with(MatchTimer.WARM_UP, WARM_UP_SECONDS)), seed);
  }

  @ParameterizedTest
  @CsvSource({"1, 30, 6", "1, 120, 7", "10, 60, 8", "10, 60, 9", "10, 120, 10"})
  void aScrummerForetellsItsWordsWhereTheGameSaysSo(int players, int hz, long seed) {
    check(new ScrumMatch(ScrumMatch.map("pitch"), players, hz, SECONDS, seed), seed);
  }

  private static void check(ArenaMatch<?> match, long seed) {
    int players = match.players();
    int[] words = new int[TankPrediction.WORDS];
    int[] foretold = new int[TankPrediction.WORDS];
    Prediction[] predictions = new Prediction[players];
    Arrays.setAll(predictions, i -> match.game.newPrediction(match.settings, match.map));
    match.joinAll();
    Rng rng = new Rng(seed);
    int foreseen = 0;
    for (int tick = 0; tick < TICKS; tick++) {
      match.setRandom(rng);
      match.step();
      for (int seat = 0; seat < players; seat++) {
        predictions[seat].step(match.command(seat));
        match.simulation.captureOwner(seat, words, 0);
        if (match.simulation.ownerForeseen(seat)) {
          Arrays.fill(foretold, -1);
          predictions[seat].write(foretold, 0);
          assertArrayEquals(words, foretold, "seed " + seed + ", tick " + tick + ", seat " + seat);
          foreseen++;
        } else {
          predictions[seat].load(words, 0);
        }
      }
    }
    assertTrue(foreseen > TICKS * players / 3, "foreseen " + foreseen);
  }
}
