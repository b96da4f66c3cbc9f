package ringmaster.shared.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.time.TickRate;

/** At 60 Hz, where 100 ms are 6 ticks: a player whose newest snapshot is 3 ticks old. */
class ViewClaimsTest {
  private static final int BEHIND = 3;
  private static final int GAP = 6;
  private static final int INTERPOLATION = 6;
  private static final int ANY_AGE = 4_000;

  private final ViewClaims claims = new ViewClaims(new TickRate(60));

  /** One datagram for each tick, with its acks. */
  private void play(int fromTick, int toTick) {
    for (int tick = fromTick; tick <= toTick; tick++) {
      claims.acknowledged(tick, tick - BEHIND);
    }
  }

  /** How many ticks before its own a command's view may be at most. */
  private int oldest(int tick, int index) {
    int rewind = claims.rewindSixteenths(tick, index, ANY_AGE);
    assertEquals(0, rewind % Rewind.SIXTEENTHS);
    return rewind / Rewind.SIXTEENTHS + 1;
  }

  @Test
  void aViewIsAsOldAsTheAcksAndInterpolationMakeIt() {
    play(0, 100);
    assertEquals(BEHIND + INTERPOLATION, oldest(100, 0));
    assertEquals((BEHIND - 1) * 16, claims.rewindSixteenths(100, 0, 1), "not newer than acked");
  }

  @Test
  void whatALostDatagramCarriedWasMadeAfterTheAcksBeforeIt() {
    play(0, 100);
    claims.acknowledged(104, 101);
    for (int index = 1; index < 4; index++) {
      int tick = 104 - index;
      assertEquals(tick - (100 - BEHIND) + INTERPOLATION, oldest(tick, index));
    }
    assertEquals(BEHIND + INTERPOLATION, oldest(104, 0));
  }

  @Test
  void aSilenceBuysNoMoreThanAGapBetweenSnapshots() {
    play(0, 100);
    claims.acknowledged(130, 127);
    for (int index = 1; index < 20; index++) {
      assertEquals(BEHIND + GAP + INTERPOLATION, oldest(130 - index, index));
    }
  }

  @Test
  void acksThatStandStillBuyNoMoreEither() {
    play(0, 100);
    int most = 0;
    for (int tick = 101; tick < 160; tick++) {
      claims.acknowledged(tick, 97);
      most = Math.max(most, oldest(tick, 0));
    }
    assertEquals(BEHIND + GAP + INTERPOLATION, most);
    int standing = BEHIND + GAP - 1;
    assertEquals(standing * 16, claims.rewindSixteenths(159, 0, 1), "nor must it be older");
  }

  @Test
  void whoAlwaysAcknowledgesLateIsTakenForSlowAfterAWhile() {
    play(0, 400);
    int slow = 12;
    int tick = 401;
    while (oldest(tick - 1, 0) < slow + INTERPOLATION) {
      claims.acknowledged(tick, tick - slow);
      tick++;
    }
    assertTrue(tick - 400 > 5 * 60, "after " + (tick - 400) + " ticks");
    assertTrue(tick - 400 <= 10 * 60 + 1, "after " + (tick - 400) + " ticks");
  }

  @Test
  void whatIsSentAgainSaysNothingOfHowFastTheLineIs() {
    play(0, 100);
    claims.acknowledged(100, 99);
    claims.acknowledged(90, 87);
    claims.acknowledged(101, 101 - BEHIND - GAP);
    claims.acknowledged(102, 102 - BEHIND - GAP);
    claims.acknowledged(110, 99);
    assertEquals(BEHIND + GAP + INTERPOLATION, oldest(110, 0));
  }

  @Test
  void withoutAnyAckNothingIsGranted() {
    claims.acknowledged(10, -1);
    assertEquals(0, claims.rewindSixteenths(10, 0, ANY_AGE));
    play(11, 20);
    claims.restart();
    claims.acknowledged(1, -1);
    assertEquals(0, claims.rewindSixteenths(1, 0, ANY_AGE));
  }
}
