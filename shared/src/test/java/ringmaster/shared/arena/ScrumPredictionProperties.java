package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;

/** What is proved of the body alone is proved of skirmish's: it is the same tank. */
final class ScrumPredictionProperties {
  private static final int OWN = 0;

  private final int[] words = new int[TankPrediction.WORDS];

  private void capture(ScrumMatch match) {
    match.simulation.captureOwner(OWN, words, 0);
  }

  private void assertPredicted(ScrumMatch match, Prediction prediction, String where) {
    assertEquals(Float.intBitsToFloat(words[1]), prediction.x(), where);
    assertEquals(Float.intBitsToFloat(words[2]), prediction.y(), where);
    assertEquals(Float.intBitsToFloat(words[3]), prediction.velocityX(), where);
    assertEquals(Float.intBitsToFloat(words[4]), prediction.velocityY(), where);
    assertEquals(Float.intBitsToFloat(words[5]), prediction.facingCos(), where);
    assertEquals(Float.intBitsToFloat(words[6]), prediction.facingSin(), where);
    Prediction told = match.game.newPrediction(match.settings, match.map);
    told.load(words, 0);
    for (int gauge = 0; gauge < match.game.gauges().size(); gauge++) {
      assertEquals(told.gauge(gauge), prediction.gauge(gauge), where + ", gauge " + gauge);
    }
  }

  /** Full axes most of the time, both buttons often. */
  private static long randomCommand(Rng rng) {
    int buttons = rng.nextInt(2) * Scrum.BUTTON_SHOVE | rng.nextInt(2) * Scrum.BUTTON_BOOST;
    int aim = rng.nextInt(AimTable.ANGLES);
    return Command.of(rng.nextInt(400) - 200, rng.nextInt(500) - 150, aim, buttons);
  }

  /** Walls, boost and recoil: all but what the ball, others and the referee do. */
  @ParameterizedTest
  @CsvSource({"1, 30, 9000", "1, 60, 9000", "1, 120, 9000", "10, 30, 3000", "10, 60, 3000"})
  void theTankIsPredictedBitForBitFromContactToContact(int players, int hz, int least) {
    ScrumMatch match = new ScrumMatch(ScrumMatch.map("pitch"), players, hz, 600, hz);
    match.joinAll();
    Prediction prediction = match.game.newPrediction(match.settings.withoutSeed(), match.map);
    Rng rng = new Rng(hz + players);
    int compared = 0;
    for (int tick = 0; tick < 10_000; tick++) {
      for (int seat = 0; seat < players; seat++) {
        if (rng.nextInt(25) == 0) {
          match.set(seat, randomCommand(rng));
        }
      }
      match.step();
      prediction.step(match.command(OWN));
      capture(match);
      boolean expected =
          prediction.alive()
              && BodyWords.contactAgeTicks(words, 0) > 0
              && !match.reports(ScrumEvents.KICKOFF);
      if (expected) {
        assertPredicted(match, prediction, players + " at " + hz + " Hz, tick " + tick);
        compared++;
      } else {
        prediction.load(words, 0);
      }
    }
    assertTrue(compared > least, "compared " + compared);
  }

  @Test
  void whoIsShovedIsToldOfAContactAndWhoShovesIsNot() {
    List<GameMap.Spawn> spawns =
        List.of(new GameMap.Spawn(-10, 10, 0, 1), new GameMap.Spawn(-7, 10, 0, 2));
    for (int shover = 0; shover < 2; shover++) {
      ScrumMatch match = new ScrumMatch(TestPitches.with(spawns), 2, 60, 600, 1);
      match.joinAll();
      match.step();
      match.set(shover, Command.of(0, 0, shover == OWN ? 0 : 2048, Scrum.BUTTON_SHOVE));
      match.step();
      capture(match);
      boolean contact = BodyWords.contactAgeTicks(words, 0) == 0;
      assertEquals(shover != OWN, contact);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCopyGoesTheSameWay(long seed) {
    ScrumMatch match = ScrumMatch.full(10, seed);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    Prediction copy = match.game.newPrediction(match.settings, match.map);
    Rng rng = new Rng(seed);
    for (int round = 0; round < 100; round++) {
      match.setRandom(rng);
      match.step(10);
      capture(match);
      prediction.load(words, 0);
      copy.copyFrom(prediction);
      assertEquals(prediction.inContact(), copy.inContact());
      for (int tick = 0; tick < 20; tick++) {
        long command = randomCommand(rng);
        prediction.step(command);
        copy.step(command);
        assertEquals(prediction.x(), copy.x(), "seed " + seed + ", round " + round);
        assertEquals(prediction.velocityY(), copy.velocityY());
        assertEquals(prediction.gauge(Scrum.GAUGE_SHOVE), copy.gauge(Scrum.GAUGE_SHOVE));
      }
    }
  }

  /** A server may write anything: whatever it is, what a player sees of it can be drawn. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gaugesStayBetweenEmptyAndFullWhateverAServerSays(long seed) {
    ScrumMatch match = ScrumMatch.full(2, seed);
    match.step();
    capture(match);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    Rng rng = new Rng(seed);
    for (int n = 0; n < 2_000; n++) {
      words[BodyWords.COUNT] = (int) rng.nextLong();
      words[BodyWords.COUNT + 1] = (int) rng.nextLong();
      prediction.load(words, 0);
      prediction.step(randomCommand(rng));
      assertTrue(prediction.alive());
      for (int gauge = 0; gauge < 2; gauge++) {
        float share = prediction.gauge(gauge);
        assertTrue(share >= 0 && share <= 1, "seed " + seed + ": " + share);
      }
    }
  }

  @Test
  void aShoveEmptiesItsGaugeWhichIsFullAgainAfterOneAndAHalfSeconds() {
    ScrumMatch match = new ScrumMatch(TestPitches.striker(), 2, 60, 600, 1);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    capture(match);
    prediction.load(words, 0);
    assertFalse(prediction.alive());
    match.joinAll();
    match.step();
    capture(match);
    prediction.load(words, 0);
    int shove = match.game.gauges().indexOf("shove");
    assertEquals(1, prediction.gauge(shove));
    prediction.step(Command.of(0, 0, 0, Scrum.BUTTON_SHOVE));
    assertEquals(0, prediction.gauge(shove));
    for (int tick = 0; tick < 90; tick++) {
      assertTrue(prediction.gauge(shove) < 1);
      prediction.step(Command.NEUTRAL);
    }
    assertEquals(1, prediction.gauge(shove));
    assertEquals(1, prediction.gauge(match.game.gauges().indexOf("boost")));
  }
}
