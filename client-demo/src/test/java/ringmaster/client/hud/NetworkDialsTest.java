package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.netsim.NetworkProfile;

/** What is dialled, and what stays. */
final class NetworkDialsTest {
  private static final String ALL =
      "latency=50ms,jitter=10ms,loss=2%,burst=4,duplicate=1%,reorder=3%,bandwidth=1Mbit,"
          + "queue=80ms,hole=2s@30s,seed=7";

  private static NetworkDials dials(String profile) {
    return new NetworkDials(NetworkProfile.parse(profile));
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, "none", "lan", "dsl", "wifi-bad", "4g", "satellite"})
  void untouchedDialsChangeNothing(String profile) {
    assertEquals(NetworkProfile.parse(profile), dials(profile).profile());
  }

  @Test
  void whatNoDialShowsStaysWhenOneIsTurned() {
    NetworkDials dials = dials(ALL);
    dials.latencyMillis = 120;
    assertEquals(
        NetworkProfile.parse(ALL.replace("latency=50ms", "latency=120ms")), dials.profile());
  }

  @Test
  void aLimitThatIsTurnedOnGetsTheUsualQueue() {
    NetworkDials dials = dials("4g,hole=1s@5s");
    dials.kilobitsPerSecond = 500;
    assertEquals(NetworkProfile.parse("4g,bandwidth=500kbit,hole=1s@5s"), dials.profile());
    dials.kilobitsPerSecond = 0;
    assertEquals(NetworkProfile.parse("4g,hole=1s@5s"), dials.profile());
  }

  @Test
  void aQueueThatWasWishedStaysWhateverTheLimit() {
    NetworkDials dials = dials("bandwidth=1Mbit,queue=0ms");
    dials.kilobitsPerSecond = 250;
    assertEquals(NetworkProfile.parse("bandwidth=250kbit,queue=0ms"), dials.profile());
    dials = dials("queue=70ms");
    dials.kilobitsPerSecond = 250;
    assertEquals(NetworkProfile.parse("bandwidth=250kbit,queue=70ms"), dials.profile());
  }

  @Test
  void aPresetReplacesAllOfIt() {
    NetworkDials dials = dials(ALL);
    dials.set(NetworkProfile.parse("4g"));
    assertEquals(NetworkProfile.parse("4g"), dials.profile());
  }
}
