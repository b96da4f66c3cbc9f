package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.body.Steering;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Surroundings;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;

/** What a tank's prediction makes of the bodies around it. */
final class SurroundingsProperties {
  private static final int OWN = 0;

  private final int[] words = new int[TankPrediction.WORDS];
  private final int[] predicted = new int[TankPrediction.WORDS];

  private static Prediction prediction(ArenaMatch<?> match) {
    return match.game.newPrediction(match.settings.withoutSeed(), match.map);
  }

  private static Surroundings around(Prediction prediction) {
    return Objects.requireNonNull(prediction.surroundings());
  }

  private static boolean see(ArenaMatch<?> match, Prediction prediction) {
    EntityFrame frame = match.capture();
    return around(prediction).see(frame, slot -> true, match.slots.tank(OWN));
  }

  /** Begins anew from the server's words and a snapshot, as it stands. */
  private void load(ArenaMatch<?> match, Prediction prediction) {
    int[] rows = new int[around(prediction).words()];
    around(prediction).write(rows, 0);
    around(prediction).load(rows, 0);
    prediction.load(words, 0);
    if (prediction.alive()) {
      see(match, prediction);
    } else {
      around(prediction).clear();
    }
  }

  private boolean foretold(ArenaMatch<?> match, Prediction prediction) {
    match.simulation.captureOwner(OWN, words, 0);
    prediction.write(predicted, 0);
    return Arrays.equals(words, predicted);
  }

  private static boolean touches(int[] words) {
    return words[TankPrediction.TOUCHED] != 0;
  }

  /** Towards a thing, and now and then past it or away. */
  private static long chase(ArenaMatch<?> match, int slot, Rng rng) {
    EntityFrame frame = match.capture();
    int own = match.slots.tank(OWN);
    float dx = frame.get(slot, BodyFields.X) - frame.get(own, BodyFields.X);
    float dy = frame.get(slot, BodyFields.Y) - frame.get(own, BodyFields.Y);
    float slant = rng.nextFloat(-0.4f, 0.4f);
    return rng.nextInt(10) == 0
        ? Command.of(rng.nextInt(200) - 100, -127, 0, 0)
        : Steering.towards(frame, own, dx - slant * dy, dy + slant * dx);
  }

  /**
   * Has a tank alone push a thing about. The words of the first touch are all the prediction needs:
   * the touches after that it foretells, with all they do to both.
   */
  private void push(ArenaMatch<?> match, int slot, long seed) {
    Rng rng = new Rng(seed);
    match.simulation.join(OWN);
    match.step();
    Prediction prediction = prediction(match);
    assertFalse(foretold(match, prediction));
    load(match, prediction);
    int touching = 0;
    int corrected = 0;
    for (int tick = 0; tick < 1200; tick++) {
      if (tick % 20 == 0) {
        match.set(OWN, chase(match, slot, rng));
      }
      match.step();
      prediction.step(match.command(OWN));
      boolean same = foretold(match, prediction);
      assertTrue(same || !BodyWords.alive(words, 0) || touching < 2, "seed " + seed + ", " + tick);
      touching += touches(words) ? 1 : 0;
      if (!same) {
        corrected++;
        load(match, prediction);
      } else if (touching == 0) {
        see(match, prediction);
      }
    }
    assertTrue(touching > 40, "touching " + touching);
    assertTrue(corrected <= 2, "corrected " + corrected);
  }

  @ParameterizedTest
  @CsvSource({"crate, 1", "crate, 2", "barrel, 3", "barrel, 4"})
  void whatOneTankAlonePushesIsPredictedBitForBit(String prop, long seed) {
    GameMap map = TestMaps.furnished(TestMaps.prop(prop, 0, 0));
    SkirmishMatch match = new SkirmishMatch(map, 2, 60, 600, seed);
    push(match, prop.equals("crate") ? match.slots.crate(0) : match.slots.barrel(0), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theBallThatOneTankAlonePlaysIsPredictedBitForBit(long seed) {
    ScrumMatch match = new ScrumMatch(TestMaps.sided(), 2, 60, 600, seed);
    push(match, match.slots.ball(), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsNearAndDoesNotTouchChangesNoBitOfTheTank(long seed) {
    SkirmishMatch match = SkirmishMatch.full(8, seed);
    Prediction prediction = prediction(match);
    Rng rng = new Rng(seed);
    int compared = 0;
    int near = 0;
    for (int tick = 0; tick < 10_000; tick++) {
      match.setRandom(rng);
      match.step();
      prediction.step(match.command(OWN));
      boolean same = foretold(match, prediction);
      boolean untouched =
          prediction.alive()
              && prediction.life() == BodyWords.life(words, 0)
              && BodyWords.alive(words, 0)
              && BodyWords.contactAgeTicks(words, 0) > 0
              && BodyWords.contactAgeTicks(predicted, 0) > 0;
      if (untouched && match.simulation.ownerForeseen(OWN)) {
        assertTrue(same, "seed " + seed + ", tick " + tick);
        compared++;
        near += around(prediction).count();
      }
      load(match, prediction);
    }
    assertTrue(compared > 3_000, "compared " + compared);
    assertTrue(near > 6_000, "near " + near);
  }

  @Test
  void whatIsGoneOrPutElsewhereIsNoLongerWhereItWas() {
    GameMap map = TestMaps.furnished(TestMaps.prop("crate", 0, 50), TestMaps.prop("barrel", 0, 60));
    SkirmishMatch match = new SkirmishMatch(map, 2, 60, 600, 1);
    match.simulation.join(OWN);
    match.step();
    Prediction prediction = prediction(match);
    Surroundings around = around(prediction);
    match.simulation.captureOwner(OWN, words, 0);
    prediction.load(words, 0);
    int tank = match.slots.tank(OWN);
    int crate = match.slots.crate(0);
    int barrel = match.slots.barrel(0);
    EntityFrame frame = match.capture();
    assertFalse(around.see(frame, slot -> true, tank), "both are far away");
    put(frame, crate, prediction.x() + 5, prediction.y());
    put(frame, barrel, prediction.x() + 3, prediction.y());
    assertTrue(around.see(frame, slot -> true, tank));
    assertFalse(around.see(frame, slot -> true, tank), "both are known by now");
    assertEquals(2, around.count());
    assertEquals(crate, around.slot(0), "in the simulation's order");
    assertEquals(barrel, around.slot(1));
    frame.remove(barrel);
    frame.put(crate, SkirmishSlots.CRATE, 77);
    put(frame, crate, prediction.x() - 2, prediction.y() - 4);
    assertTrue(around.see(frame, slot -> true, tank));
    assertEquals(1, around.count());
    assertEquals(77, around.generation(0));
    assertEquals(prediction.x() - 2, around.x(0), 0.01f);
    put(frame, crate, prediction.x() + 9, prediction.y());
    assertFalse(around.see(frame, slot -> false, tank), "that is not of this tick");
    assertTrue(around.see(frame, slot -> true, tank));
    assertEquals(1, around.count(), "what is known is kept a bit further out");
    put(frame, crate, prediction.x() + 11, prediction.y());
    assertTrue(around.see(frame, slot -> true, tank));
    assertEquals(0, around.count());
  }

  private static void put(EntityFrame frame, int slot, float x, float y) {
    frame.set(slot, BodyFields.X, x);
    frame.set(slot, BodyFields.Y, y);
  }

  @Test
  void afterAWhileNothingIsAllocated() {
    SkirmishMatch match = SkirmishMatch.full(16, 1);
    Prediction prediction = prediction(match);
    Prediction copy = prediction(match);
    int[] rows = new int[around(prediction).words()];
    IntPredicate fresh = slot -> true;
    int own = match.slots.tank(OWN);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Rng rng = new Rng(1);
    long allocated = 0;
    for (int tick = 0; tick < 3_000; tick++) {
      match.setRandom(rng);
      match.step();
      match.simulation.captureOwner(OWN, words, 0);
      EntityFrame frame = match.capture();
      long before = threads.getCurrentThreadAllocatedBytes();
      around(prediction).load(rows, 0);
      prediction.load(words, 0);
      if (prediction.alive()) {
        around(prediction).see(frame, fresh, own);
        copy.copyFrom(prediction);
        copy.step(0);
        prediction.step(0);
        around(prediction).write(rows, 0);
      }
      if (tick >= 2_000) {
        allocated += threads.getCurrentThreadAllocatedBytes() - before;
      }
    }
    assertEquals(0, allocated);
  }

  /** What a snapshot shows replaces what was received before, in a world that is never stepped. */
  @Test
  void exchangingAllBodiesTimeAndAgainWithoutAStepCostsNothingAndChangesNothing() {
    SkirmishMatch match = SkirmishMatch.full(16, 1);
    match.step();
    match.simulation.captureOwner(OWN, words, 0);
    EntityFrame frame = match.capture();
    Prediction tired = prediction(match);
    tired.load(words, 0);
    IntPredicate fresh = slot -> true;
    int own = match.slots.tank(OWN);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Rng rng = new Rng(1);
    long allocated = 0;
    for (int round = 0; round < 20_000; round++) {
      crowd(frame, match, rng);
      long before = threads.getCurrentThreadAllocatedBytes();
      around(tired).see(frame, fresh, own);
      allocated += threads.getCurrentThreadAllocatedBytes() - before;
    }
    // Classes that are compiled get their string constants; a world that grows takes megabytes.
    assertTrue(allocated < 20_000, "allocated " + allocated);
    Prediction unused = prediction(match);
    unused.load(words, 0);
    around(tired).clear();
    around(tired).see(frame, fresh, own);
    around(unused).see(frame, fresh, own);
    assertEquals(Surroundings.MAX_BODIES, around(tired).count());
    int inContact = 0;
    for (int step = 0; step < 120; step++) {
      tired.step(Command.of(0, 127, 0, 0));
      unused.step(Command.of(0, 127, 0, 0));
      assertArrayEquals(state(unused), state(tired), "step " + step);
      inContact += tired.inContact() ? 1 : 0;
    }
    assertTrue(inContact > 20, "in contact " + inContact);
  }

  /** The body's own words, and all around it. */
  private static int[] state(Prediction prediction) {
    int rows = around(prediction).words();
    int[] state = new int[rows + TankPrediction.WORDS];
    around(prediction).write(state, 0);
    prediction.write(state, rows);
    return state;
  }

  /** Of a hostile server, that is: what it says is taken as far as there can be such bodies. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noWordsAndNoFramesMakeItOtherThanNumbers(long seed) {
    SkirmishMatch match = SkirmishMatch.full(16, seed);
    match.step();
    match.simulation.captureOwner(OWN, words, 0);
    int[] told = words.clone();
    Prediction prediction = prediction(match);
    Rng rng = new Rng(seed);
    int most = 0;
    for (int round = 0; round < 5_000; round++) {
      EntityFrame frame = match.capture();
      crowd(frame, match, rng);
      prediction.load(told, 0);
      around(prediction).see(frame, slot -> rng.nextBoolean(0.8f), match.slots.tank(OWN));
      System.arraycopy(words, 0, told, 0, told.length);
      for (int word = TankPrediction.TOUCHED; word < told.length; word++) {
        boolean isSlot = (word - TankPrediction.TOUCHED) % 9 == 0;
        told[word] = isSlot ? rng.nextInt(80) : anyBits(rng);
      }
      prediction.load(told, 0);
      prediction.step(Command.of(0, 127, 0, 0));
      Surroundings around = around(prediction);
      most = Math.max(most, around.count());
      assertTrue(around.count() <= Surroundings.MAX_BODIES);
      for (int i = 0; i < around.count(); i++) {
        float sum = around.x(i) + around.y(i) + around.velocityX(i) + around.velocityY(i);
        assertTrue(Math.abs(sum) < 10_000, "seed " + seed + ", round " + round);
      }
      assertTrue(Math.abs(prediction.x() + prediction.y()) < 10_000);
    }
    assertEquals(Surroundings.MAX_BODIES, most);
  }

  private static int anyBits(Rng rng) {
    return rng.nextBoolean(0.5f)
        ? (int) rng.nextLong()
        : Float.floatToRawIntBits(rng.nextFloat(-2, 2));
  }

  /** Puts everything anywhere near the own tank, in and upon one another. */
  private static void crowd(EntityFrame frame, SkirmishMatch match, Rng rng) {
    int own = match.slots.tank(OWN);
    for (int slot = own + 1; slot < match.slots.pickup(0); slot++) {
      int type = frame.present(slot) ? frame.type(slot) : SkirmishSlots.CRATE;
      frame.put(slot, rng.nextBoolean(0.1f) ? SkirmishSlots.BARREL : type, rng.nextInt(3));
      for (int field = 0; field < BodyFields.COUNT; field++) {
        float near = field < 2 ? frame.get(own, field) : 0;
        frame.set(slot, field, near + rng.nextFloat(-12, 12));
      }
      frame.setQuantized(slot, BodyFields.FACING, rng.nextInt(AimTable.ANGLES));
    }
  }
}
