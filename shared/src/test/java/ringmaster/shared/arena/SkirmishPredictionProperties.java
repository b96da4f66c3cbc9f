package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Launch;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.math.Rng;

final class SkirmishPredictionProperties {
  private static final int OWN = 0;

  private final int[] words = new int[TankPrediction.WORDS];
  private final int[] predicted = new int[TankPrediction.WORDS];

  private void capture(SkirmishMatch match) {
    match.simulation.captureOwner(OWN, words, 0);
  }

  private void assertSameTank(Prediction prediction, String where) {
    predicted[1] = Float.floatToRawIntBits(prediction.x());
    predicted[2] = Float.floatToRawIntBits(prediction.y());
    predicted[5] = Float.floatToRawIntBits(prediction.facingCos());
    predicted[6] = Float.floatToRawIntBits(prediction.facingSin());
    for (int word : new int[] {1, 2, 5, 6}) {
      assertEquals(words[word], predicted[word], where + ", word " + word);
    }
  }

  /** Full axes most of the time, so that walls are met at speed. */
  private static long randomCommand(Rng rng) {
    return Command.of(rng.nextInt(400) - 200, rng.nextInt(500) - 150, 0, rng.nextInt(8) & 4);
  }

  @ParameterizedTest
  @CsvSource({"yard, 30", "yard, 60", "yard, 120", "quarry, 30", "quarry, 60", "quarry, 120"})
  void aTankAloneIsPredictedBitForBitThroughAllWalls(String name, int hz) {
    GameMap map = TestMaps.bare(SkirmishMatch.map(name));
    SkirmishMatch match = new SkirmishMatch(map, 4, hz, 600, hz);
    match.simulation.join(OWN);
    match.step();
    Prediction prediction = match.game.newPrediction(match.settings.withoutSeed(), map);
    capture(match);
    prediction.load(words, 0);
    Rng rng = new Rng(hz);
    for (int tick = 0; tick < 8_000; tick++) {
      if (rng.nextInt(25) == 0) {
        match.set(OWN, randomCommand(rng));
      }
      match.step();
      prediction.step(match.command(OWN));
      capture(match);
      assertSameTank(prediction, name + " " + hz + " Hz, tick " + tick);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void inACrowdThePredictionHoldsUntilTheNextContact(long seed) {
    SkirmishMatch match = SkirmishMatch.full(8, seed);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    Rng rng = new Rng(seed);
    int compared = 0;
    for (int tick = 0; tick < 10_000; tick++) {
      match.setRandom(rng);
      match.step();
      prediction.step(match.command(OWN));
      capture(match);
      if (prediction.alive()
          && BodyWords.alive(words, 0)
          && !tookSomething(match)
          && BodyWords.contactAgeTicks(words, 0) > 0) {
        assertSameTank(prediction, "seed " + seed + ", tick " + tick);
        compared++;
      } else {
        prediction.load(words, 0);
      }
    }
    assertTrue(compared > 3_000, "compared " + compared);
  }

  @ParameterizedTest
  @CsvSource({"4, 30", "5, 60", "6, 120"})
  void gaugesShowWhatTheServerCountsEvenInACrowd(long seed, int hz) {
    SkirmishMatch match = new SkirmishMatch(SkirmishMatch.map("yard"), 8, hz, 600, seed);
    match.joinAll();
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    Prediction told = match.game.newPrediction(match.settings, match.map);
    Rng rng = new Rng(seed);
    int compared = 0;
    for (int tick = 0; tick < 10_000; tick++) {
      match.setRandom(rng);
      match.step();
      prediction.step(match.command(OWN));
      capture(match);
      told.load(words, 0);
      if (prediction.alive() && told.alive() && !tookSomething(match)) {
        assertSameGauges(match, told, prediction, "seed " + seed + ", tick " + tick);
        compared++;
      } else {
        prediction.load(words, 0);
      }
    }
    assertTrue(compared > 5_000, "compared " + compared);
  }

  private static int ofSeat(EventList events, int type, int seat) {
    for (int i = 0; i < events.count(); i++) {
      if (events.type(i) == type && events.quantized(i, 0) == seat) {
        return i;
      }
    }
    return -1;
  }

  private static float apart(EventList a, int eventOfA, EventList b, int eventOfB, int field) {
    float dx = a.get(eventOfA, field) - b.get(eventOfB, field);
    float dy = a.get(eventOfA, field + 1) - b.get(eventOfB, field + 1);
    return (float) Math.hypot(dx, dy);
  }

  /** From the frame before, which is what a player without any delay would see. */
  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void shotsAreForetoldAsTheServerReportsThem(long seed) {
    SkirmishMatch match = SkirmishMatch.full(8, seed);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    EventList foretold = new EventList(SkirmishEvents.TYPES);
    Rng rng = new Rng(seed);
    int rails = 0;
    int elsewhere = 0;
    int rockets = 0;
    int flown = 0;
    EntityFrame seen = match.capture().another();
    Launch launch = new Launch(seen.schema());
    for (int tick = 0; tick < 10_000; tick++) {
      match.setRandom(rng);
      capture(match);
      prediction.load(words, 0);
      seen.copyFrom(match.capture());
      foretold.clear();
      launch.clear();
      prediction.foretell(OWN, match.command(OWN), seen, foretold, launch);
      match.step();
      EventList events = match.capture().events();
      String where = "seed " + seed + ", tick " + tick;
      assertEquals(ofSeat(foretold, SkirmishEvents.ROCKET, OWN) >= 0, launch.any(), where);
      flown += launch.any() && isShown(launch, match.capture()) ? 1 : 0;
      for (int type : new int[] {SkirmishEvents.RAIL, SkirmishEvents.ROCKET}) {
        int told = ofSeat(foretold, type, OWN);
        int happened = ofSeat(events, type, OWN);
        boolean spawned = ofSeat(events, SkirmishEvents.SPAWN, OWN) >= 0;
        assertEquals(happened >= 0 && !spawned, told >= 0, where);
        if (told >= 0) {
          assertEquals(0, apart(foretold, told, events, happened, 1), where);
          boolean rail = type == SkirmishEvents.RAIL;
          rails += rail ? 1 : 0;
          rockets += rail ? 0 : 1;
          elsewhere += rail && apart(foretold, told, events, happened, 3) > 0.5f ? 1 : 0;
        }
      }
    }
    assertTrue(rails > 30 && rockets > 30, rails + " rails, " + rockets + " rockets");
    assertTrue(elsewhere <= rails / 20, elsewhere + " of " + rails + " beams end elsewhere");
    assertTrue(flown >= rockets * 9 / 10, flown + " of " + rockets + " rockets fly as foretold");
  }

  /** Whether a frame has what was launched where a tick's flight brings it. */
  private static boolean isShown(Launch launch, EntityFrame frame) {
    int slot = launch.firstSlot();
    boolean shown = false;
    for (; slot < launch.firstSlot() + launch.slots(); slot++) {
      shown |=
          frame.present(slot)
              && frame.type(slot) == launch.type()
              && isAfterATick(launch, frame, slot, BodyFields.X)
              && isAfterATick(launch, frame, slot, BodyFields.Y)
              && frame.get(slot, SkirmishSlots.ROCKET_OWNER)
                  == launch.get(SkirmishSlots.ROCKET_OWNER);
    }
    return shown;
  }

  private static boolean isAfterATick(Launch launch, EntityFrame frame, int slot, int field) {
    int speed = BodyFields.VELOCITY_X + field - BodyFields.X;
    float place = launch.get(field) + launch.get(speed) / 60;
    return Math.abs(frame.get(slot, field) - place) < 0.01f
        && Math.abs(frame.get(slot, speed) - launch.get(speed)) < 0.05f;
  }

  /** What a pick-up gives the prediction learns from the server. */
  private static boolean tookSomething(SkirmishMatch match) {
    EventList events = match.capture().events();
    boolean took = false;
    for (int i = 0; i < events.count(); i++) {
      took |= events.type(i) == SkirmishEvents.PICKUP && events.quantized(i, 0) == OWN;
    }
    return took;
  }

  /** A server may write anything: whatever it is, what a player sees of it can be drawn. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void wordsThatNoTankCanHaveAreNoTank(long seed) {
    SkirmishMatch match = SkirmishMatch.full(1, seed);
    match.step();
    capture(match);
    int[] honest = words.clone();
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    Rng rng = new Rng(seed);
    int living = 0;
    for (int n = 0; n < 20_000; n++) {
      int[] told = honest.clone();
      told[1 + rng.nextInt(TankPrediction.WORDS - 1)] = anyWord(rng);
      prediction.load(told, 0);
      for (int tick = 0; tick < 3; tick++) {
        assertCanBeDrawn(prediction, "seed " + seed + ", " + Arrays.toString(told));
        prediction.step(randomCommand(rng));
      }
      living += prediction.alive() ? 1 : 0;
    }
    assertTrue(living > 1_000 && living < 19_000, "living " + living);
  }

  private static int anyWord(Rng rng) {
    return switch (rng.nextInt(5)) {
      case 0 -> Float.floatToRawIntBits(Float.NaN);
      case 1 -> Float.floatToRawIntBits(rng.nextFloat(-2_000, 2_000));
      case 2 -> Float.floatToRawIntBits(rng.nextFloat(-2, 2) * Float.MAX_VALUE);
      default -> (int) rng.nextLong();
    };
  }

  private static void assertCanBeDrawn(Prediction prediction, String where) {
    if (!prediction.alive()) {
      return;
    }
    assertTrue(Math.abs(prediction.x()) < 10_000 && Math.abs(prediction.y()) < 10_000, where);
    float facing =
        prediction.facingCos() * prediction.facingCos()
            + prediction.facingSin() * prediction.facingSin();
    assertEquals(1, facing, 0.01f, where);
    for (int gauge = 0; gauge < 3; gauge++) {
      float share = prediction.gauge(gauge);
      assertTrue(share >= 0 && share <= 1, () -> where + ": " + share);
    }
  }

  private static void assertSameGauges(
      SkirmishMatch match, Prediction expected, Prediction actual, String where) {
    for (int i = 0; i < match.game.gauges().size(); i++) {
      assertEquals(expected.gauge(i), actual.gauge(i), where + ", " + match.game.gauges().get(i));
    }
  }

  @Test
  void gaugesAreFullAtFirstAndEmptyAsAShotIsFired() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 1, 60, 600, 1);
    match.joinAll();
    match.step();
    capture(match);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    prediction.load(words, 0);
    for (int i = 0; i < match.game.gauges().size(); i++) {
      assertEquals(1, prediction.gauge(i));
    }
    int boostAndRail = Skirmish.BUTTON_BOOST | Skirmish.BUTTON_RAIL;
    prediction.step(Command.of(0, 127, 0, boostAndRail));
    assertEquals(0, prediction.gauge(match.game.gauges().indexOf("rail")));
    assertEquals(1, prediction.gauge(match.game.gauges().indexOf("rocket")));
    for (int tick = 1; tick < 60; tick++) {
      prediction.step(Command.of(0, 127, 0, boostAndRail));
    }
    assertEquals(0.5f, prediction.gauge(match.game.gauges().indexOf("boost")), 1e-6f);
    assertEquals(59 / 60f, prediction.gauge(match.game.gauges().indexOf("rail")), 1e-6f);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCopyGoesTheSameWay(long seed) {
    SkirmishMatch match = SkirmishMatch.full(8, seed);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    Prediction copy = match.game.newPrediction(match.settings, match.map);
    Rng rng = new Rng(seed);
    for (int round = 0; round < 200; round++) {
      match.setRandom(rng);
      match.step(10);
      capture(match);
      prediction.load(words, 0);
      prediction.step(match.command(OWN));
      copy.copyFrom(prediction);
      assertEquals(prediction.inContact(), copy.inContact());
      for (int tick = 0; tick < 20; tick++) {
        long command = rng.nextLong() & 0xFFFFFFFFFL;
        prediction.step(command);
        copy.step(command);
        assertSameState(match, prediction, copy, "seed " + seed + ", round " + round);
      }
    }
  }

  private static void assertSameState(
      SkirmishMatch match, Prediction expected, Prediction actual, String where) {
    assertEquals(expected.alive(), actual.alive(), where);
    if (expected.alive()) {
      assertEquals(expected.x(), actual.x(), where);
      assertEquals(expected.y(), actual.y(), where);
      assertEquals(expected.facingCos(), actual.facingCos(), where);
      assertEquals(expected.facingSin(), actual.facingSin(), where);
      assertEquals(expected.velocityX(), actual.velocityX(), where);
      assertEquals(expected.velocityY(), actual.velocityY(), where);
      assertSameGauges(match, expected, actual, where);
    }
  }

  @Test
  void contactIsToldForThirtyTicks() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.crated(), 1, 60, 600, 1);
    match.joinAll();
    match.step();
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    capture(match);
    prediction.load(words, 0);
    assertFalse(prediction.inContact());
    match.set(OWN, Command.of(0, 127, 0, 0));
    while (BodyWords.contactAgeTicks(words, 0) != 0) {
      match.step();
      capture(match);
    }
    match.set(OWN, Command.of(0, -127, 0, 0));
    int ticks = 0;
    do {
      prediction.load(words, 0);
      ticks++;
      match.step();
      capture(match);
    } while (prediction.inContact());
    assertTrue(ticks > BodyWords.MAX_CONTACT_AGE_TICKS, "for " + ticks + " ticks");
    assertEquals(BodyWords.MAX_CONTACT_AGE_TICKS, BodyWords.contactAgeTicks(words, 0));
  }

  @Test
  void thereIsNothingToPredictWithoutATank() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 1, 60, 600, 1);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    assertFalse(prediction.alive());
    capture(match);
    prediction.load(words, 0);
    prediction.step(Command.NEUTRAL);
    assertFalse(prediction.alive());
    assertFalse(prediction.inContact());
    match.joinAll();
    match.step();
    capture(match);
    prediction.load(words, 0);
    assertTrue(prediction.alive());
  }
}
