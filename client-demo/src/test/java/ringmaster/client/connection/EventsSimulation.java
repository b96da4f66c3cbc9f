package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.netsim.NetworkProfile;

/** What a pilot is told of a real match of skirmish. */
final class EventsSimulation {
  private static Rig fight(String network, boolean decodes) {
    Rig rig = new Rig(NetworkProfile.parse(network), decodes);
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

  @Test
  void whoDoesNotDecodeIsToldNothing() {
    assertEquals(0, fight("none", false).eventsTold);
  }
}
