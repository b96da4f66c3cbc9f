package ringmaster.shared.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

class RewindTest {
  /** 100 ms are 6 ticks, 300 ms are 18. */
  private final Rewind rewind = new Rewind(new TickRate(60));

  private int granted(int tick, int viewTick, int leastAcked, int acked) {
    return rewind.granted(tick, (tick - viewTick) * Rewind.SIXTEENTHS, leastAcked, acked);
  }

  private static int ticks(int ticks) {
    return ticks * Rewind.SIXTEENTHS;
  }

  @Test
  void anHonestViewIsGrantedFromTheTickBeforeTheCommand() {
    assertEquals(ticks(9), granted(100, 90, 92, 92));
    assertEquals(0, granted(100, 99, 99, 99));
  }

  @Test
  void fractionsOfATickAreKept() {
    assertEquals(ticks(9) + 5, rewind.granted(100, ticks(10) + 5, 92, 92));
  }

  @Test
  void aViewNewerThanWhatWasAckedIsTakenForThat() {
    assertEquals(ticks(7), granted(100, 96, 92, 92));
  }

  @Test
  void aViewIsNoFurtherBehindTheNewestAckedThanInterpolationReaches() {
    assertEquals(ticks(7 + 6), granted(100, 50, 92, 92));
  }

  @Test
  void whatAnotherDatagramMadeGoodMayBeAsOldAsTheAcksBefore() {
    assertEquals(ticks(15), granted(100, 84, 90, 97));
    assertEquals(ticks(9 + 6), granted(100, 50, 90, 97));
    assertEquals(ticks(8), granted(100, 91, 97, 97), "clamped to the newer acks");
  }

  @Test
  void nothingIsGrantedWithoutAckOrClaim() {
    assertEquals(0, granted(100, 90, -1, -1));
    assertEquals(0, rewind.granted(100, 0, 92, 92));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void threeHundredMillisecondsAreTheMostWhateverIsClaimed(int hz) {
    Rewind any = new Rewind(new TickRate(hz));
    assertEquals(18, Rewind.ticks(300, new TickRate(60)));
    int most = Rewind.ticks(Rewind.MAX_MILLIS, new TickRate(hz)) * Rewind.SIXTEENTHS;
    assertEquals(most, any.granted(5_000, 4_095, 4_000, 4_000));
    Rng rng = new Rng(hz);
    for (int i = 0; i < 100_000; i++) {
      int acked = rng.nextInt(1 << 30);
      int leastAcked = Math.max(-1, acked - rng.nextInt(1 << rng.nextInt(30)));
      int tick = rng.nextInt(1 << 30);
      int granted = any.granted(tick, rng.nextInt(4_096), leastAcked, acked);
      assertEquals(Math.clamp(granted, 0, most), granted, "seed " + hz + " round " + i);
    }
  }
}
