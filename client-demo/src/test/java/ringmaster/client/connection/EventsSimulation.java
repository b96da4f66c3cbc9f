package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.netsim.NetworkProfile;

/** What a pilot is told of a real match of skirmish. */
final class EventsSimulation {
  private static Rig fight(String network, boolean decodes) {
    Rig rig = new Rig(NetworkProfile.parse(network), decodes);
    rig.countsShots = true;
    rig.server.inviteCompany();
    rig.run(2);
    rig.server.nextMatch();
    rig.run(40);
    return rig;
  }

  private static void assertToldOfAll(Rig rig) {
    int seenTicks = rig.play().newestSnapshotTick() + 1;
    int happened = rig.server.eventsOfTick.stream().limit(seenTicks).mapToInt(n -> n).sum();
    assertTrue(happened > 100, "happened: " + happened);
    assertEquals(happened, rig.eventsTold);
    assertEquals(0, rig.ticksToldAgain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "4g", "latency=80ms,jitter=60ms,loss=20%"})
  void aPilotIsToldOfEverythingOnce(String network) {
    Rig rig = fight(network, true);
    assertToldOfAll(rig);
    assertEquals(0, rig.client.counters().stateMismatches);
  }

  @Test
  void losingTrackOfTheWorldLosesNothingThatHappened() {
    Rig rig = fight("latency=80ms,jitter=60ms,loss=20%", true);
    rig.server.snapshotAs = body -> Arrays.copyOf(body, 40);
    rig.run(0.2);
    rig.server.snapshotAs = body -> body;
    rig.run(20);
    assertTrue(rig.server.viewsSeen > 1);
    assertToldOfAll(rig);
  }

  /** What is shown before the server has said it. */
  @ParameterizedTest
  @CsvSource({"none, 0, 0", "4g, 2, 2", "'latency=80ms,jitter=60ms,loss=20%', 10, 10"})
  void ownShotsAreForetoldAndComeToPass(String network, int mostFalse, int mostSurprising) {
    Rig rig = fight(network, true);
    Rig.Shots shots = rig.shots;
    String what =
        "%d foretold, %d of them came to pass, %d came as a surprise"
            .formatted(shots.foretold, shots.confirmed, shots.surprising);
    System.out.println(network + ": " + what);
    assertTrue(shots.confirmed > 20, what);
    // Of percent; the last ones are under way, and a command that is lost may have been a shot.
    assertTrue(100 * (shots.foretold - shots.confirmed - 2) <= mostFalse * shots.foretold, what);
    assertTrue(100 * shots.surprising <= mostSurprising * shots.confirmed, what);
  }

  @Test
  void whoDoesNotDecodeIsToldNothing() {
    assertEquals(0, fight("none", false).eventsTold);
  }
}
