package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A line each second, whatever the frame rate. */
final class ProbeTest {
  private static final long MILLI = 1_000_000;

  private final List<String> lines = new ArrayList<>();
  private long cpuNanos;
  private long allocatedBytes;

  private final Probe probe =
      new Probe(
          lines::add,
          new Probe.Source() {
            @Override
            public void describe(Map<String, Object> line) {
              line.put("screen", "game");
            }

            @Override
            public long processCpuNanos() {
              return cpuNanos;
            }

            @Override
            public long allocatedBytes() {
              return allocatedBytes;
            }

            @Override
            public long processMillis() {
              return 640;
            }
          },
          0);

  private JsonObject line(int index) {
    return JsonParser.parseString(lines.get(index)).getAsJsonObject();
  }

  @Test
  void theLastLineCanBeHadHoweverShortItsSecond() {
    probe.frame(1_000 * MILLI);
    probe.frame(1_010 * MILLI);
    probe.end(1_010 * MILLI);
    assertEquals(1, lines.size());
    probe.endWithLine(1_010 * MILLI);
    assertEquals(2, lines.size());
    probe.endWithLine(1_020 * MILLI);
    assertEquals(2, lines.size());
  }

  @Test
  void countsTheFramesOfASecond() {
    for (int i = 1; i <= 100; i++) {
      cpuNanos += 5 * MILLI;
      allocatedBytes += 24;
      probe.frame(20L * i * MILLI);
    }
    assertEquals(2, lines.size());
    assertEquals(50, line(0).get("fps").getAsDouble());
    assertEquals(20, line(0).get("longestFrameMillis").getAsDouble());
    assertEquals(0.25, line(0).get("cpuCores").getAsDouble());
    assertEquals(24, line(0).get("bytesPerFrame").getAsInt());
    assertEquals(640, line(0).get("firstFrameMillis").getAsInt());
    assertEquals(2, line(1).get("second").getAsInt());
    assertEquals("game", line(1).get("screen").getAsString());
  }

  @Test
  void aLongFrameShowsInItsOwnSecondOnly() {
    probe.frame(400 * MILLI);
    probe.frame(1_000 * MILLI);
    probe.frame(1_500 * MILLI);
    probe.frame(2_000 * MILLI);
    assertEquals(600, line(0).get("longestFrameMillis").getAsDouble());
    assertEquals(500, line(1).get("longestFrameMillis").getAsDouble());
  }

  @Test
  void whatIsLeftAtTheEndIsALineIfItIsHalfASecond() {
    probe.frame(1_000 * MILLI);
    probe.frame(1_400 * MILLI);
    probe.end(1_400 * MILLI);
    assertEquals(1, lines.size());
    probe.frame(1_600 * MILLI);
    probe.end(1_600 * MILLI);
    assertEquals(2, lines.size());
  }

  @Test
  void aShortRunHasALineAllTheSame() {
    probe.frame(100 * MILLI);
    probe.end(100 * MILLI);
    assertEquals(10, line(0).get("fps").getAsDouble());
  }
}
