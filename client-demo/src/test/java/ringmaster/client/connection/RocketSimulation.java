package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.GameMap;

/** A player's own rockets are shown at once, and where those of the server fly in the end. */
final class RocketSimulation {
  /** Longer than any rocket flies in the square, and the way there and back. */
  private static final int FLIGHT_FRAMES = 140;

  private static void report(String what, ShootingRig run) {
    Logger.getLogger(RocketSimulation.class.getName()).info(() -> what + ": " + run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "lan", "latency=40ms,jitter=5ms", "4g", "latency=120ms"})
  void aRocketIsThereInTheFrameOfItsShotAndFliesToWhereItExplodes(String profile) {
    ShootingRig run = ShootingRig.around(profile);
    run.run(60);
    report(profile, run);
    assertTrue(run.shots() > 50, run::toString);
    assertEquals(run.shots(), run.rockets, 2, run::toString);
    assertEquals(0, run.framesLate, run::toString);
    assertEquals(0, run.framesBack, run::toString);
    assertEquals(0, run.jumps, run::toString);
    assertEquals(run.shots(), run.explosions, 2, run::toString);
    assertTrue(run.farthestExplosionMeters < 1.2f, run::toString);
    assertTrue(run.longestFrames < FLIGHT_FRAMES, run::toString);
  }

  /** What the player pushes is shown in the present, and what is far as it was. */
  @ParameterizedTest
  @ValueSource(strings = {"lan", "4g", "latency=80ms", "latency=120ms"})
  void aRocketEndsAtThePushedCrate(String profile) {
    GameMap.Prop crate = new GameMap.Prop("crate", 3, 0, 0);
    ShootingRig run = ShootingRig.ahead(profile, crate);
    run.run(3.5);
    report("pushing, " + profile, run);
    assertTrue(run.explosions >= 2, run::toString);
    assertTrue(run.farthestExplosionMeters < 1.2f, run::toString);
  }

  /** It is 20 cm wide. */
  @ParameterizedTest
  @ValueSource(strings = {"lan", "4g", "latency=80ms", "latency=120ms"})
  void aRocketEndsAtACrateThatItGrazes(String profile) {
    GameMap.Prop crate = new GameMap.Prop("crate", 16, 0.9f, 0);
    ShootingRig run = ShootingRig.ahead(profile, crate);
    run.run(1.9);
    report("grazing, " + profile, run);
    assertEquals(1, run.explosions, run::toString);
    assertTrue(run.farthestExplosionMeters < 1.2f, run::toString);
  }

  @Test
  void aShotThatTheServerNeverHeardOfIsTakenBack() {
    ShootingRig run = ShootingRig.around("lan");
    run.run(5.5);
    run.server.deaf = true;
    run.run(0.9);
    run.server.deaf = false;
    run.run(0.5);
    report("unheard", run);
    assertEquals(run.shots(), run.rockets, run::toString);
    assertEquals(run.shots() - 1, run.explosions, run::toString);
    assertTrue(run.longestFrames < FLIGHT_FRAMES, run::toString);
  }

  @Test
  void whileNoSnapshotsComeARocketFliesToWhatItMeetsAndIsGone() {
    ShootingRig run = ShootingRig.around("lan");
    run.run(5.5);
    run.server.sendsSnapshots = false;
    run.run(0.9);
    run.server.sendsSnapshots = true;
    run.run(0.5);
    report("no snapshots", run);
    assertEquals(run.shots(), run.rockets, run::toString);
    assertEquals(0, run.framesBack, run::toString);
    assertTrue(run.longestFrames < 2 * FLIGHT_FRAMES, run::toString);
  }
}
