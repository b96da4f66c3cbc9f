package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.connection.PushingRig.Errors;
import ringmaster.shared.arena.Scrum;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.GameMap;

/**
 * What a tank pushes is simulated ahead with it: figures beside those of a tank simulated alone.
 */
final class TouchSimulation {
  /** Centres nearer than this touch: radius and half a side, or half a diagonal. */
  private static final float CRATE_TOUCH_METERS = 1.9f;

  private static final float BALL_TOUCH_METERS = 3.02f;

  private static Errors push(String profile, boolean surrounded) {
    GameMap.Prop crate = new GameMap.Prop("crate", 0, 0, 0);
    PushingRig run = new PushingRig(new Skirmish(), "crate", profile, surrounded, crate);
    run.run(30);
    return run.errors(CRATE_TOUCH_METERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "lan", "latency=40ms,jitter=5ms", "latency=150ms"})
  void onePlayerAloneWithACrateIsNeverWrongOnceTheTouchIsKnown(String profile) {
    Errors errors = push(profile, true);
    assertEquals(0, errors.wrong(), errors::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lan", "latency=40ms,jitter=5ms", "4g"})
  void aPushedCrateIsShownWhereItIsAndNotWhereItWas(String profile) {
    Errors alone = push(profile, false);
    Errors together = push(profile, true);
    report(profile + ", crate", alone, together);
    assertTrue(together.thingP99() < 0.1f * alone.thingP99(), together::toString);
    assertTrue(together.ownP99() <= 0.5f * alone.ownP99(), together::toString);
  }

  private static Errors play(String profile, boolean surrounded) {
    PushingRig run = new PushingRig(new Scrum(), "ball", profile, surrounded);
    run.run(30);
    return run.errors(BALL_TOUCH_METERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lan", "latency=40ms,jitter=5ms", "4g"})
  void thePlayedBallIsShownWhereItIsAndNotWhereItWas(String profile) {
    Errors alone = play(profile, false);
    Errors together = play(profile, true);
    report(profile + ", ball", alone, together);
    assertTrue(together.thingP99() < 0.1f * alone.thingP99(), together::toString);
    assertTrue(together.ownP99() <= 0.5f * alone.ownP99(), together::toString);
  }

  /** More than a second there and back: what has not been heard of yet is too much to replay. */
  @Test
  void overAVeryLongWayTheTankIsSimulatedAlone() {
    GameMap.Prop crate = new GameMap.Prop("crate", 0, 0, 0);
    PushingRig run = new PushingRig(new Skirmish(), "crate", "latency=600ms", true, crate);
    run.run(20);
    assertTrue(run.counters().surroundingsLeftOut > 20);
    assertTrue(run.comparedTicks() > 600, () -> run.comparedTicks() + " compared");
    assertTrue(run.worstOwnMeters() < 1, () -> run.worstOwnMeters() + " m");
  }

  private static void report(String what, Errors alone, Errors together) {
    Logger log = Logger.getLogger(TouchSimulation.class.getName());
    log.info(() -> what + " not simulated: " + alone);
    log.info(() -> what + " simulated: " + together);
  }
}
