package ringmaster.shared.netsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkProfileTest {
  @ParameterizedTest
  @CsvSource({
    "none, 0, 0, 0, 1",
    "lan, 300000, 100000, 0, 1",
    "dsl, 12000000, 3000000, 0.001, 1",
    "wifi-bad, 15000000, 20000000, 0.03, 4",
    "4g, 30000000, 15000000, 0.015, 2",
    "satellite, 300000000, 10000000, 0.005, 1"
  })
  void eachNameStandsForItsFigures(
      String name, long latencyNanos, long jitterNanos, double loss, double burst) {
    NetworkProfile profile = NetworkProfile.parse(name);
    assertEquals(
        new NetworkProfile(latencyNanos, jitterNanos, loss, burst, 0, 0, 0, 0, 0, 0, 1), profile);
  }

  @Test
  void everySettingIsRead() {
    NetworkProfile profile =
        NetworkProfile.parse(
            "latency=50ms,jitter=10ms,loss=2%,burst=4,duplicate=1%,reorder=1%,bandwidth=1Mbit,"
                + "queue=200ms,hole=2s@30s,seed=7");
    assertEquals(
        new NetworkProfile(
            50_000_000,
            10_000_000,
            0.02,
            4,
            0.01,
            0.01,
            1_000_000,
            200_000_000,
            2_000_000_000L,
            30_000_000_000L,
            7),
        profile);
    assertEquals(8, profile.withSeed(8).seed());
    assertEquals(profile, profile.withSeed(8).withSeed(7));
  }

  @Test
  void settingsAfterANameChangeIt() {
    NetworkProfile profile = NetworkProfile.parse("4g,loss=0%,seed=-3");
    assertEquals(new NetworkProfile(30_000_000, 15_000_000, 0, 2, 0, 0, 0, 0, 0, 0, -3), profile);
  }

  @Test
  void aBandwidthWithoutAQueueGetsTheDefaultQueue() {
    assertEquals(200_000_000, NetworkProfile.parse("bandwidth=64kbit").queueNanos());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latency=50",
        "latency=-1ms",
        "latency=1e3ms",
        "latency=11s",
        "jitter=ms",
        "loss=101%",
        "loss=NaN%",
        "loss=2",
        "burst=0.5",
        "burst=4ms",
        "bandwidth=1MB",
        "bandwidth=0kbit",
        "queue=9999999999ms",
        "hole=2s",
        "hole=2s@",
        "hole=11s@1s",
        "hole=1s@3601s",
        "seed=x",
        "seed=9999999999999999999",
        "speed=1",
        "latency",
        "=",
        "",
      })
  void aWrongSettingIsNamedInTheRefusal(String setting) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> NetworkProfile.parse("seed=1," + setting));
    assertTrue(String.valueOf(refusal.getMessage()).contains("\"" + setting + "\""));
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> NetworkProfile.parse("5g"));
    assertEquals(
        "network profile \"5g\" is unknown: use none, lan, dsl, wifi-bad, 4g, satellite or"
            + " settings such as latency=50ms,loss=2%",
        refusal.getMessage());
  }

  @Test
  void aSettingGivenTwiceIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> NetworkProfile.parse("loss=1%,loss=2%"));
  }

  @Test
  void aLinkSizedByItsProfileHoldsASteadyFlow() {
    NetworkProfile profile = NetworkProfile.parse("latency=300ms,jitter=10ms,duplicate=100%");
    NetworkLink link = new NetworkLink(profile, 0, profile.datagramsInFlight(60));
    for (long tick = 0; tick < 600; tick++) {
      long nowNanos = tick * 1_000_000_000L / 60;
      link.send(new byte[1], 0, 1, nowNanos);
      link.poll(nowNanos, (bytes, offset, length) -> {});
    }
    assertEquals(0, link.overflowed());
    assertEquals(600, link.duplicated());
  }
}
