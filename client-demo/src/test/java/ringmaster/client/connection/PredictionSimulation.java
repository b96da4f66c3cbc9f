package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.netsim.NetworkProfile;

/** How the own tank's prediction compares with the server's word, in a real match of skirmish. */
final class PredictionSimulation {
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
