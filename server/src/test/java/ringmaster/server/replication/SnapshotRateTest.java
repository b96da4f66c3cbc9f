package ringmaster.server.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

/** How often a viewer is sent a snapshot over paths that lose, and budgets that are small. */
class SnapshotRateTest {
  private static final int HZ = 60;
  private static final int BUDGET = 32_000;
  private static final int ROUND_TRIP_TICKS = 6;

  private final SnapshotRate rate = new SnapshotRate(new TickRate(HZ), 1, BUDGET);
  private Rng rng = new Rng(1);
  private int tick;
  private int changes;

  /**
   * Plays for a while.
   *
   * @param loss share of the snapshots that do not arrive
   * @param full whether each takes all that the budget has
   */
  private void play(int seconds, float loss, int bytes, boolean full) {
    for (int end = tick + seconds * HZ; tick < end; tick++) {
      if (tick % rate.interval() == 0) {
        rate.sent(tick, bytes, full);
        changes += rate.review(tick) ? 1 : 0;
      }
      int back = tick - ROUND_TRIP_TICKS;
      if (!rng.nextBoolean(loss)) {
        rate.acknowledged(back);
      }
    }
  }

  @Test
  void whereAllArrivesTheRateStays() {
    play(60, 0, 100, false);
    assertEquals(1, rate.interval());
    assertEquals(0, changes);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aFewLossesChangeNothing(long seed) {
    rng = new Rng(seed);
    play(120, 0.05f, 100, false);
    assertEquals(0, changes);
  }

  @Test
  void muchLossSlowsDownStepByStepAndGoodTimesBringItBack() {
    play(2, 0.6f, 100, false);
    assertTrue(rate.interval() > 1);
    play(8, 0.6f, 100, false);
    assertEquals(6, rate.interval());
    play(30, 0, 100, false);
    assertEquals(1, rate.interval());
  }

  @ParameterizedTest
  @CsvSource({"60, 1, 1 2 3 6", "60, 3, 3 6", "120, 1, 1 2 4 6 12", "30, 1, 1 3", "60, 10, 10"})
  void slowerRatesDivideTheTickRate(int hz, int fastest, String expected) {
    SnapshotRate slowing = new SnapshotRate(new TickRate(hz), fastest, BUDGET);
    StringBuilder intervals = new StringBuilder().append(slowing.interval());
    for (int t = 0; t < 20 * hz; t++) {
      slowing.starved();
      if (slowing.review(t)) {
        intervals.append(' ').append(slowing.interval());
      }
    }
    assertEquals(expected, intervals.toString());
  }

  @Test
  void aBudgetThatIsUsedUpSlowsDownAndStaysSo() {
    play(3, 0, BUDGET / HZ, true);
    int slower = rate.interval();
    assertTrue(slower > 1);
    play(30, 0, BUDGET / HZ * slower, false);
    assertTrue(rate.interval() >= slower, "so many bytes would not fit a faster rate");
    play(30, 0, 50, false);
    assertEquals(1, rate.interval());
  }

  /** A path that bears 30 a second, and at 60 loses half: each return fails. */
  @Test
  void aReturnThatFailsIsTriedMoreAndMoreSeldom() {
    int early = changesOnNarrowPath(20);
    int late = changesOnNarrowPath(20);
    late += changesOnNarrowPath(20);
    assertTrue(late < 2 * early, early + " changes, then " + late);
    assertTrue(late >= 2, "it goes on trying");
  }

  private int changesOnNarrowPath(int seconds) {
    int before = changes;
    for (int end = tick + seconds * HZ; tick < end; tick++) {
      boolean crowded = rate.interval() == 1;
      if (tick % rate.interval() == 0) {
        rate.sent(tick, 100, false);
        changes += rate.review(tick) ? 1 : 0;
      }
      if (!crowded || rng.nextBoolean(0.5f)) {
        rate.acknowledged(tick - ROUND_TRIP_TICKS);
      }
    }
    return changes - before;
  }

  @Test
  void whatWasNeverSentCountsForNothing() {
    for (int t = 0; t < 10 * HZ; t++) {
      if (t % rate.interval() == 0) {
        rate.sent(t, 100, false);
        rate.review(t);
      }
      rate.acknowledged(t + 1_000);
      rate.acknowledged(-5);
    }
    assertEquals(1, rate.interval(), "nothing is known to be lost; silence is another matter");
  }

  @Test
  void aPauseOfTheAcksIsNoLoss() {
    for (; tick < 20 * HZ; tick++) {
      if (tick % rate.interval() == 0) {
        rate.sent(tick, 100, false);
        changes += rate.review(tick) ? 1 : 0;
      }
      boolean pauses = tick % (3 * HZ) < HZ;
      for (int back = 0; back <= 32 && !pauses; back++) {
        rate.acknowledged(tick - ROUND_TRIP_TICKS - back);
      }
    }
    assertEquals(0, changes);
  }

  @Test
  void silenceBringsNoFasterRate() {
    play(2, 0.6f, 100, false);
    int slower = rate.interval();
    assertTrue(slower > 1);
    play(30, 1, 100, false);
    assertTrue(rate.interval() >= slower);
    play(30, 0, 100, false);
    assertEquals(1, rate.interval());
  }

  @Test
  void anotherViewerBeginsAnew() {
    play(10, 0.6f, 100, false);
    rate.begin(tick);
    assertEquals(1, rate.interval());
    play(10, 0, 100, false);
    assertEquals(1, rate.interval());
  }
}
