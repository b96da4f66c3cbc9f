package ringmaster.client.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.command.Command;
import ringmaster.shared.protocol.Limits;

final class PredictedBodyTest {
  private static final long FORWARD = Command.of(30, 127, 0, 0);
  private static final long RAIL = Command.of(0, 0, 0, Skirmish.BUTTON_RAIL);

  private static float rail(OwnTank tank) {
    return tank.body.present().gauge(tank.game.gauges().indexOf("rail"));
  }

  @Test
  void aBodyPredictedExactlyStands() {
    OwnTank tank = new OwnTank(600);
    for (int tick = 0; tick < 5; tick++) {
      tank.issue(FORWARD);
    }
    for (int tick = 0; tick < 100; tick++) {
      tank.issue(FORWARD);
      tank.serve(FORWARD);
      assertEquals(0, tank.hear());
    }
    assertEquals(0, tank.body.shiftX());
    assertEquals(0, tank.body.shiftY());
    assertEquals(0, tank.body.shiftRadians());
  }

  @Test
  void whatACorrectionMovesIsTold() {
    OwnTank tank = new OwnTank(600);
    tank.issue(FORWARD);
    tank.issue(FORWARD);
    float x = tank.body.present().x();
    float y = tank.body.present().y();
    tank.serve(Command.of(-127, -127, 0, 0));
    assertTrue(tank.hear() > 0);
    assertNotEquals(0, tank.body.shiftX());
    assertEquals(tank.body.present().x() - x, tank.body.shiftX());
    assertEquals(tank.body.present().y() - y, tank.body.shiftY());
    assertTrue(tank.body.shiftRadians() < 0, "turned the other way");
  }

  @Test
  void anotherBodyIsNotGlidedTo() {
    OwnTank tank = new OwnTank(600);
    for (int tick = 0; tick < 60; tick++) {
      tank.share(FORWARD);
    }
    float x = tank.body.present().x();
    int life = tank.body.present().life();
    tank.replace();
    tank.issue(FORWARD);
    tank.serve(FORWARD);
    assertTrue(Float.isNaN(tank.hear()), "no error either");
    assertNotEquals(life, tank.body.present().life());
    assertNotEquals(x, tank.body.present().x(), 1f);
    assertEquals(0, tank.body.shiftX());
    assertEquals(0, tank.body.shiftY());
    assertEquals(0, tank.body.shiftRadians());
  }

  @Test
  void aShotThatDidNotCountGivesTheWeaponBack() {
    OwnTank tank = new OwnTank(600);
    tank.issue(RAIL);
    tank.issue(0);
    assertTrue(rail(tank) < 0.1f);
    tank.serve(0);
    assertEquals(0, tank.hear(), "the pose was right");
    assertEquals(1, rail(tank));
  }

  @Test
  void aShotThatCountsIsHeldAgainstTheWeapon() {
    OwnTank tank = new OwnTank(600);
    tank.issue(RAIL);
    tank.serve(RAIL);
    tank.hear();
    assertEquals(0, rail(tank));
    for (int tick = 0; tick < 30; tick++) {
      tank.share(0);
    }
    assertEquals(0.5f, rail(tank), 1e-6f);
  }

  @Test
  void aBodyFarBehindTheCommandsIsNotSteppedUpToThem() {
    OwnTank tank = new OwnTank(600);
    tank.commands.add(Limits.MAX_TICK, FORWARD, 0);
    assertTimeoutPreemptively(Duration.ofSeconds(5), tank.body::advance);
    assertFalse(tank.body.alive(), "what it became in between is not known");
    tank.serve(FORWARD);
    assertTimeoutPreemptively(Duration.ofSeconds(5), tank::hear);
    assertFalse(tank.body.alive());
    tank.header.tick = Limits.MAX_TICK;
    tank.hear();
    assertTrue(tank.body.alive(), "the server's word for the present tick begins anew");
  }

  @Test
  void withoutWordsThereIsNoBody() {
    OwnTank tank = new OwnTank(600);
    assertTrue(tank.body.alive());
    tank.header.ownerWordCount = 0;
    assertTrue(Float.isNaN(tank.hear()));
    assertFalse(tank.body.alive());
  }

  /** A burst of snapshots over a long way, each with a surprise. */
  @Test
  void whereTooManyStepsWouldBeReplayedACorrectionWaits() {
    OwnTank tank = new OwnTank(600);
    for (int tick = 0; tick < 200; tick++) {
      tank.issue(FORWARD);
    }
    for (int snapshot = 0; snapshot < 10; snapshot++) {
      tank.serve(0);
      tank.hear();
    }
    assertEquals(9, tank.body.correctionsPutOff(), "all but the first");
    assertTrue(tank.body.wantsWords());
    for (int tick = 0; tick < 4; tick++) {
      tank.issue(0);
    }
    tank.serve(0);
    tank.hear();
    assertEquals(9, tank.body.correctionsPutOff());
    assertFalse(tank.body.wantsWords());
  }
}
