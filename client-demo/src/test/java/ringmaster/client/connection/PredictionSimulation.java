package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.prediction.FramePose;
import ringmaster.shared.netsim.NetworkProfile;

/** How the own tank's prediction compares with the server's word, in a real match of skirmish. */
final class PredictionSimulation {
  /** What fades of a correction in the first of the frames after it. */
  private static final double CORRECTED_METERS = 0.025;

  @ParameterizedTest
  @ValueSource(strings = {"none", "lan", "latency=30ms,jitter=15ms", "latency=300ms,jitter=10ms"})
  void untouchedAndUnlostItIsExact(String profile) {
    Rig rig = Rig.joined(NetworkProfile.parse(profile), false);
    rig.run(8);
    rig.errors.clear();
    rig.run(60);
    assertTrue(rig.errors.untouched > 2000, () -> rig.errors.untouched + " compared");
    assertEquals(0, rig.errors.untouchedWrong);
  }

  @Test
  void amongOthersItIsExactBetweenContacts() {
    Rig rig = new Rig(NetworkProfile.parse("lan"), false);
    rig.server.inviteCompany();
    rig.run(8);
    rig.errors.clear();
    rig.run(120);
    assertTrue(rig.errors.contact > 0);
    assertTrue(rig.errors.untouched > 2000);
    assertEquals(0, rig.errors.untouchedWrong);
  }

  /** At any frame rate and over any network, also where others shove it and a command is lost. */
  @ParameterizedTest
  @CsvSource({"none, 3.5", "4g, 7", "4g, 16.5", "4g, 2"})
  void theTankThatIsDrawnNeverJumps(String profile, double frameMillis) {
    Rig rig = new Rig(NetworkProfile.parse(profile), false);
    rig.server.inviteCompany();
    rig.run(8);
    FramePose pose = rig.play().newFramePose();
    moveTo(rig, pose);
    double frameSeconds = frameMillis / 1000;
    int drawn = 0;
    for (int frame = 0; frame * frameSeconds < 40; frame++) {
      boolean wasAlive = pose.alive();
      float x = pose.x();
      float y = pose.y();
      rig.run(frameSeconds);
      moveTo(rig, pose);
      if (wasAlive && pose.alive()) {
        double way = Math.hypot(pose.x() - x, pose.y() - y);
        double speed = Math.hypot(pose.velocityX(), pose.velocityY());
        double most = (speed + 8) * frameSeconds + CORRECTED_METERS;
        assertTrue(way < most, way + " m at " + speed + " m/s");
        drawn++;
      }
    }
    assertTrue(drawn > 20 / frameSeconds, "drawn " + drawn);
  }

  private static void moveTo(Rig rig, FramePose pose) {
    MatchPlay play = rig.play();
    long now = rig.clock.nanoTime();
    pose.moveTo(now, rig.newestCommand, play.tickFraction(now));
  }

  /** Then only its own checks tell a client that it was shoved. */
  @Test
  void wordsThatDidNotComeAreAskedForAndComeWithinARoundTrip() {
    Rig rig = new Rig(NetworkProfile.parse("latency=30ms"), false);
    rig.server.inviteCompany();
    rig.server.hidesSurprises = true;
    rig.run(8);
    int asked = 0;
    int steps = 0;
    for (int step = 0; step < 240_000; step++) {
      rig.run(Rig.STEP_NANOS / 1e9);
      steps = rig.play().body().wantsWords() ? steps + 1 : 0;
      asked += steps == 1 ? 1 : 0;
      assertTrue(steps * Rig.STEP_NANOS < 60_000_000 + 3 * FakeServer.RATE.periodNanos());
    }
    assertTrue(asked > 20, "asked " + asked + " times");
  }

  @Test
  void aLostCommandMovesTheTankByLittleAndOnce() {
    Rig rig = Rig.joined(NetworkProfile.parse("4g"), false);
    rig.run(8);
    rig.errors.clear();
    rig.run(60);
    assertTrue(rig.errors.untouchedWrong <= rig.server.missed);
    assertTrue(rig.errors.worstUntouchedMeters < 0.1, () -> rig.errors.worstUntouchedMeters + " m");
  }
}
