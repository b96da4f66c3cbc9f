package ringmaster.shared.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.Rng;
import ringmaster.shared.snapshot.InterestSet;

/** Who is shown what of skirmish on its largest map, wherever all are. */
class ViewerInterestTest {
  private static final int SEATS = 64;
  private static final float RADIUS_METERS = 60;

  /** Room for a few of the tanks that drive. */
  private static final int ROOM_BYTES = 60;

  /** Half a minute. */
  private static final int MAX_WAIT_TICKS = 1_800;

  private final Stage stage = new Stage(SEATS);
  private final Stage.Eyes ann = stage.eyes(0);
  private final Stage.Eyes watcher = stage.eyes(EntityFrame.NOBODY);

  @Test
  void whatIsWithinTheViewRadiusIsShownAndWhatIsBeyondIsNot() {
    stage.tank(0, 10, 10);
    stage.tank(1, 10, 69.5f);
    stage.tank(2, 10, 70.5f);
    ann.look();
    assertTrue(ann.sees(stage.tankSlot(1)));
    assertFalse(ann.sees(stage.tankSlot(2)));
  }

  @Test
  void whoIsAtTheEdgeDoesNotFlicker() {
    stage.tank(0, 0, 0);
    stage.tank(1, 59, 0);
    ann.look();
    stage.tank(1, 65, 0);
    ann.look();
    assertTrue(ann.sees(stage.tankSlot(1)), "within 1.1 of the radius it stays");
    stage.tank(1, 67, 0);
    ann.look();
    assertFalse(ann.sees(stage.tankSlot(1)));
    stage.tank(1, 65, 0);
    ann.look();
    assertFalse(ann.sees(stage.tankSlot(1)), "from outside it enters at the radius");
  }

  @Test
  void whatIsTheViewersOwnOrEverybodysIsShownHoweverFar() {
    stage.tank(0, -120, -120);
    stage.row(0);
    stage.row(7);
    stage.rocket(0, 0, 120, 120);
    stage.rocket(1, 0, 120, 120);
    ann.look();
    assertTrue(ann.sees(stage.tankSlot(0)));
    assertTrue(ann.sees(stage.rowSlot(7)));
    assertTrue(ann.sees(stage.rocketSlot(0, 0)));
    assertFalse(ann.sees(stage.rocketSlot(1, 0)));
    assertEquals(InterestSet.MUST, ann.priority(stage.tankSlot(0)));
    assertEquals(InterestSet.MUST, ann.priority(stage.rowSlot(0)));
    assertEquals(InterestSet.MUST, ann.priority(stage.rocketSlot(0, 0)));
  }

  @Test
  void whoIsDeadLooksFromWhereItsBodyWas() {
    stage.tank(0, 100, 100);
    stage.tank(1, 100, 60);
    stage.tank(2, 0, 0);
    ann.look();
    stage.remove(stage.tankSlot(0));
    ann.look();
    assertTrue(ann.sees(stage.tankSlot(1)));
    assertFalse(ann.sees(stage.tankSlot(2)));
  }

  @Test
  void whoHadNoBodyYetLooksFromTheMiddle() {
    stage.tank(1, 0, 30);
    stage.tank(2, 100, 100);
    ann.look();
    assertTrue(ann.sees(stage.tankSlot(1)));
    assertFalse(ann.sees(stage.tankSlot(2)));
  }

  @Test
  void aSpectatorSeesAll() {
    stage.tank(1, -120, 120);
    stage.tank(2, 120, -120);
    watcher.look();
    assertTrue(watcher.sees(stage.tankSlot(1)));
    assertTrue(watcher.sees(stage.tankSlot(2)));
  }

  /** Within 30 m however short the wait, before all that is farther, however long. */
  @Test
  void whatIsBesideTheViewerComesBeforeAllElse() {
    stage.tank(0, 0, 0);
    stage.tank(1, 29, 0);
    stage.tank(2, 31, 0);
    ann.lookAndSend();
    for (int i = 0; i < 400; i++) {
      stage.step();
    }
    ann.sendOnly(stage.tankSlot(1));
    stage.step();
    ann.look();
    assertTrue(ann.priority(stage.tankSlot(1)) > ann.priority(stage.tankSlot(2)));
    assertTrue(ann.priority(stage.tankSlot(1)) < InterestSet.MUST);
  }

  @Test
  void whatWaitsLongerComesFirstAndSoDoesWhatIsNearer() {
    stage.tank(0, 0, 0);
    stage.tank(1, 35, 0);
    stage.tank(2, 55, 0);
    ann.lookAndSend();
    stage.step();
    ann.look();
    assertTrue(ann.priority(stage.tankSlot(1)) > ann.priority(stage.tankSlot(2)));
    ann.sendOnly(stage.tankSlot(1));
    for (int i = 0; i < 20; i++) {
      stage.step();
      ann.sendOnly(stage.tankSlot(1));
    }
    stage.step();
    ann.look();
    assertTrue(ann.priority(stage.tankSlot(1)) < ann.priority(stage.tankSlot(2)));
  }

  /** Tanks that drive at 40 m take all there is; a pad that rests at 59 m weighs less. */
  @Test
  void whatRestsFarAwayIsSentHoweverMuchMovesBeforeIt() {
    Rng rng = new Rng(5);
    stage.tank(0, 0, 0);
    stage.pad(59, 0);
    int ticks = 0;
    for (; ticks < MAX_WAIT_TICKS && !ann.has(stage.padSlot()); ticks++) {
      for (int seat = 1; seat < SEATS; seat++) {
        stage.tank(seat, rng.nextFloat(31, 40), rng.nextFloat(-9, 9));
      }
      ann.look();
      ann.sendWithin(ROOM_BYTES);
      stage.step();
    }
    assertTrue(ticks > 8, "at first the tanks alone fill what is sent: " + ticks);
    assertTrue(ann.has(stage.padSlot()), "not sent in " + ticks + " ticks");
  }

  @Test
  void whatComesAgainIntoViewDoesNotWaitSinceItCameFirst() {
    stage.tank(0, 0, 0);
    stage.tank(1, 50, 0);
    ann.look();
    int first = ann.priority(stage.tankSlot(1));
    stage.step();
    ann.look();
    assertTrue(ann.priority(stage.tankSlot(1)) > first);
    stage.tank(1, 90, 0);
    stage.step();
    ann.look();
    stage.tank(1, 50, 0);
    stage.step();
    ann.look();
    assertEquals(first, ann.priority(stage.tankSlot(1)));
  }

  @Test
  void anEventConcernsWhoIsNearOrNamed() {
    stage.tank(0, 0, 0);
    ann.look();
    assertTrue(ann.isTold("pickup", "seat", 5, 50, 0));
    assertFalse(ann.isTold("pickup", "seat", 5, 70, 0));
    assertTrue(ann.isTold("pickup", "seat", 0, 70, 0));
    assertTrue(ann.isTold("hit", "victim", 0, 70, 0));
    assertTrue(ann.isTold(stage.death(5, 6)), "everybody's");
    assertTrue(watcher.isTold("pickup", "seat", 5, 120, 120));
  }

  @Test
  void aBeamConcernsWhoIsNearEitherEnd() {
    stage.tank(0, 0, 0);
    ann.look();
    assertTrue(ann.isTold(stage.beam(5, 90, 0, 40, 0)));
    assertTrue(ann.isTold(stage.beam(5, 40, 0, 90, 0)));
    assertFalse(ann.isTold(stage.beam(5, 90, 0, 90, 50)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theGridFindsWhatADistanceFinds(long seed) {
    Rng rng = new Rng(seed);
    boolean[] near = new boolean[SEATS];
    float[] x = new float[SEATS];
    float[] y = new float[SEATS];
    for (int tick = 0; tick < 300; tick++) {
      for (int seat = 0; seat < SEATS; seat++) {
        boolean leaps = tick == 0 || rng.nextBoolean(0.05f);
        x[seat] = leaps ? rng.nextFloat(-140, 140) : x[seat] + rng.nextFloat(-2, 2);
        y[seat] = leaps ? rng.nextFloat(-140, 140) : y[seat] + rng.nextFloat(-2, 2);
        stage.tank(seat, x[seat], y[seat]);
      }
      ann.look();
      for (int seat = 1; seat < SEATS; seat++) {
        double meters = Math.hypot(stage.x(seat) - stage.x(0), stage.y(seat) - stage.y(0));
        near[seat] = meters <= (near[seat] ? 1.1 : 1) * RADIUS_METERS;
        boolean edge = Math.abs(meters - RADIUS_METERS) < 1e-3;
        assertTrue(edge || near[seat] == ann.sees(stage.tankSlot(seat)), meters + " m, " + seed);
      }
      stage.step();
    }
  }

  @Test
  void slotsAscend() {
    for (int seat = 0; seat < SEATS; seat++) {
      stage.row(seat);
      stage.tank(seat, seat % 8 * 5, seat / 8 * 5);
    }
    ann.look();
    for (int i = 1; i < ann.interest.count(); i++) {
      assertTrue(ann.interest.slot(i) > ann.interest.slot(i - 1));
    }
    assertEquals(2 * SEATS, ann.interest.count());
  }
}
