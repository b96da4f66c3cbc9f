package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EventList;
import ringmaster.shared.math.Rng;

/** Levels of skill are far enough apart to be worth choosing, and equals are equal. */
final class BrainLevelsSimulation {
  private static final int HZ = 60;
  private static final int MATCHES = 9;

  /** A match in the yard, each seat played by a brain that sees the newest frame. */
  private static SkirmishMatch play(int seats, IntFunction<String> names, int seconds, long seed) {
    SkirmishMatch match =
        new SkirmishMatch(SkirmishMatch.map("yard"), seats, HZ, 2 * seconds, seed);
    match.joinAll();
    Brain[] brains = new Brain[seats];
    Arrays.setAll(brains, seat -> match.brain(names.apply(seat), Rng.mix(seed * 64 + seat)));
    for (int tick = 0; tick < seconds * HZ; tick++) {
      match.play(brains);
    }
    return match;
  }

  private static int score(SkirmishMatch match, int seat) {
    return match.player(seat, SkirmishSlots.PLAYER_SCORE);
  }

  @ParameterizedTest
  @CsvSource({"fighter-hard, fighter", "fighter, fighter-easy"})
  void theBetterScoresClearlyMore(String better, String worse) {
    double[] ratios = new double[MATCHES];
    for (int i = 0; i < MATCHES; i++) {
      SkirmishMatch match = play(4, seat -> seat % 2 == 0 ? better : worse, 120, i + 1);
      int betterScore = score(match, 0) + score(match, 2);
      int worseScore = score(match, 1) + score(match, 3);
      ratios[i] = betterScore / (double) Math.max(worseScore, 1);
    }
    Arrays.sort(ratios);
    assertTrue(ratios[MATCHES / 2] > 1.6, better + " : " + worse + " " + Arrays.toString(ratios));
  }

  @Test
  void equalsScoreAlikeOverTenMatches() {
    int[] scores = new int[8];
    for (int seed = 1; seed <= 10; seed++) {
      SkirmishMatch match = play(8, seat -> "fighter", 60, seed);
      for (int seat = 0; seat < scores.length; seat++) {
        scores[seat] += score(match, seat);
      }
    }
    int least = Arrays.stream(scores).min().orElseThrow();
    int most = Arrays.stream(scores).max().orElseThrow();
    assertTrue(least > 0 && most <= 3 * least, Arrays.toString(scores));
  }

  @Test
  void matesDoNotShootEachOther() {
    SkirmishMatch match =
        new SkirmishMatch(
            SkirmishMatch.map("yard"),
            SkirmishMatch.settings(SkirmishMatch.map("yard"), 3, HZ, 600, 5)
                .with(Skirmish.TEAMS, 2));
    match.joinAll();
    match.simulation.leave(1);
    Brain[] brains = match.brains("fighter-hard", 6);
    for (int tick = 0; tick < 60 * HZ; tick++) {
      match.play(brains);
    }
    for (int seat = 0; seat < 3; seat += 2) {
      assertEquals(1, match.player(seat, SkirmishSlots.PLAYER_TEAM));
      assertEquals(0, match.player(seat, SkirmishSlots.PLAYER_SHOTS), "seat " + seat);
    }
  }

  @Test
  void fightersTakePickUpsAndSetOffBarrels() {
    SkirmishMatch match = new SkirmishMatch(SkirmishMatch.map("yard"), 8, HZ, 600, 7);
    match.joinAll();
    Brain[] brains = match.brains("fighter", 8);
    int pickups = 0;
    int byBarrel = 0;
    for (int tick = 0; tick < 90 * HZ; tick++) {
      match.play(brains);
      EventList events = match.capture().events();
      for (int i = 0; i < events.count(); i++) {
        pickups += events.type(i) == SkirmishEvents.PICKUP ? 1 : 0;
        byBarrel +=
            events.type(i) == SkirmishEvents.HIT
                    && events.quantized(i, 3) == SkirmishEvents.BY_BARREL
                ? 1
                : 0;
      }
    }
    assertTrue(pickups >= 8, "pick-ups " + pickups);
    assertTrue(byBarrel >= 4, "hits by barrels " + byBarrel);
  }
}
