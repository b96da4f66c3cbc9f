package ringmaster.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerDifferenceTest {
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Test
  void countersAreSubtractedAndRatesAreOfTheTimeBetween() {
    JsonObject json = new ServerDifference(status(600, 10, 1), status(1800, 30, 3)).toJson();
    assertEquals(1200, json.get("ticks").getAsInt());
    assertEquals(60, json.get("tickHz").getAsDouble());
    assertEquals(20, json.get("cpuSeconds").getAsDouble());
    assertEquals(2, json.get("slips").getAsInt());
    assertEquals(0.5, json.get("bytesAllocatedPerTick").getAsDouble());
    assertEquals(100, json.get("cipherBytesPerDatagram").getAsDouble());
    assertEquals(3, json.get("matches").getAsInt());
    assertEquals(7.5, json.get("gcPauseMillisMax").getAsDouble());
  }

  @Test
  void histogramsAreOfWhatWasRecordedBetween() {
    JsonObject json = new ServerDifference(status(600, 10, 1), status(1800, 30, 3)).toJson();
    JsonObject tick = json.getAsJsonObject("tickMillis");
    assertEquals(3, tick.get("max").getAsDouble(), 0.01);
    assertEquals(2, tick.get("p50").getAsDouble(), 0.01);
  }

  @Test
  void whatTheServerDoesNotSayIsNothing() {
    ServerStatus status =
        ServerStatus.parse("{\"server\":{\"ticks\":1,\"cipherBytesPerDatagram\":0}}");
    JsonObject json = new ServerDifference(status, status).toJson();
    assertEquals(0, json.get("cipherBytesPerDatagram").getAsInt());
    assertTrue(json.get("bytesAllocatedPerTick").isJsonNull());
    assertTrue(json.getAsJsonObject("tickMillis").get("p50").isJsonNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"server\":3}",
        "<html>",
        "{\"server\":{",
        "{\"server\":{\"tickMillis\":{\"encoded\":\"AAAA\"}}}"
      })
  void whatIsNoStatusIsRefused(String body) {
    assertThrows(IllegalArgumentException.class, () -> ServerStatus.parse(body));
  }

  /** A server that had ticks of 1 ms, then as many of 2 and 3 ms as it made in all. */
  static ServerStatus status(int ticks, double uptimeSeconds, int matches) {
    Histogram tickNanos = new Histogram(60_000_000_000L, 3);
    for (int i = 0; i < ticks; i++) {
      tickNanos.recordValue(NANOS_PER_MILLI * (i < 600 ? 1 : i < 1400 ? 2 : 3));
    }
    String histogram = "{\"encoded\":\"" + EncodedHistogramProperties.encode(tickNanos) + "\"}";
    return ServerStatus.parse(
        """
        {"server": {
          "ticks": %d, "uptimeSeconds": %s, "cpuSeconds": %s, "slips": %d, "tickOverruns": 0,
          "bytesAllocated": %d, "cipherBytesPerDatagram": %d,
          "gcPauseMillisMax": 7.5, "matches": %d, "notDurableMillis": 0,
          "tickIntervalMillis": %s, "tickMillis": %s, "publishMillis": %s}}
        """
            .formatted(
                ticks,
                uptimeSeconds,
                uptimeSeconds,
                matches,
                ticks / 2,
                100,
                matches,
                histogram,
                histogram,
                histogram));
  }
}
