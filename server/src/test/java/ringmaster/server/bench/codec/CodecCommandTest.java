package ringmaster.server.bench.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringmaster.shared.game.Games;

/** What the command writes; how small it is, ComparisonTest says. */
final class CodecCommandTest {
  private static final List<String> SMALL =
      List.of("--players", "4", "--map", "yard", "--seconds", "2");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(String... args) {
    CommandLine commandLine = new CommandLine(new CodecCommand());
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  private static String[] small(String... more) {
    return Stream.concat(SMALL.stream(), List.of(more).stream()).toArray(String[]::new);
  }

  @Test
  void eachCodecIsReportedOfEachKindOfConditions() {
    int code = bench(small("--hz", "20", "--rtt", "33", "--json", "-"));
    assertEquals(0, code, err::toString);
    JsonObject report =
        JsonParser.parseString(out.toString().lines().toList().getLast()).getAsJsonObject();
    assertEquals(3, report.getAsJsonArray("runs").size(), "losses");
    JsonObject run = report.getAsJsonArray("runs").get(1).getAsJsonObject();
    assertEquals(20, run.get("hz").getAsInt());
    assertEquals(33, run.get("rttMillis").getAsInt());
    assertEquals(5, run.get("lossPercent").getAsInt());
    assertTrue(run.get("visiblePerSnapshot").getAsDouble() > 5);
    JsonObject codecs = run.getAsJsonObject("codecs");
    assertEquals(
        List.of(
            "raw",
            "zlib",
            "zstd",
            "varint-patch",
            "quake3-like",
            "bit-packed",
            "ringmaster-generic",
            "ringmaster"),
        List.copyOf(codecs.keySet()));
    for (String name : codecs.keySet()) {
      JsonObject figures = codecs.getAsJsonObject(name);
      assertTrue(figures.get("bytesPerSnapshot").getAsDouble() > 1, name);
      assertTrue(figures.get("encodeNanosPerEntity").getAsDouble() > 0, name);
      assertTrue(figures.get("decodeNanosPerEntity").getAsDouble() > 0, name);
      assertTrue(figures.has("bytesAllocatedPerSnapshot"), name);
    }
    assertTrue(run.getAsJsonObject("bitsPerEntity").get("movingPlayer").getAsDouble() > 1);
    assertTrue(run.getAsJsonObject("bitsPerEntity").get("resting").getAsDouble() < 1);
    assertTrue(run.getAsJsonObject("ageTicks").has("within30m"));
    assertTrue(report.has("machine") && report.has("trace"));
  }

  @Test
  void trainingWritesTheModelWhereGamesLookForIt(@TempDir Path folder) throws IOException {
    assertEquals(0, bench("--train", "scrum", "--into", folder.toString()), err::toString);
    assertArrayEquals(
        Training.of("scrum", Games.installed()).model(),
        Files.readAllBytes(folder.resolve("codec/scrum.model")));
  }

  @Test
  void aDumpHoldsEveryFrameAndWhatEachViewerIsToBeShown(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("trace");
    assertEquals(0, bench(small("--dump", file.toString())), err::toString);
    DumpReader dump = new DumpReader(Files.readAllBytes(file));
    assertEquals(60, dump.tickHz);
    assertEquals(4, dump.viewers);
    assertEquals(120, dump.frames);
    assertEquals(4 * 120, dump.snapshots);
    assertTrue(dump.lost > 4 && dump.lost < 60, "lost " + dump.lost);
    assertTrue(dump.youngestBaselineTicks == 7, "age " + dump.youngestBaselineTicks);
  }

  /** Reads a dump as docs/codec.md has it. */
  private static final class DumpReader {
    private final ByteBuffer in;
    private final int[] fields;
    private final int tickHz;
    private final int viewers;
    private final int frames;
    private int snapshots;
    private int lost;
    private int youngestBaselineTicks = Integer.MAX_VALUE;

    DumpReader(byte[] bytes) {
      in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      assertEquals("RMCT", text(4));
      assertEquals(1, in.getInt(), "version");
      tickHz = in.getInt();
      assertEquals(60, in.getInt(), "snapshots per second");
      assertEquals(100, in.getInt(), "round trip");
      assertEquals(5, in.getInt(), "loss");
      assertTrue(in.getInt() > 0, "capacity");
      fields = new int[in.getInt()];
      for (int type = 0; type < fields.length; type++) {
        text(in.get());
        fields[type] = in.getInt();
        for (int field = 0; field < fields[type]; field++) {
          text(in.get());
          text(in.get());
          in.position(in.position() + 13);
        }
      }
      viewers = in.getInt();
      in.position(in.position() + viewers);
      frames = in.getInt();
      for (int frame = 0; frame < frames; frame++) {
        readFrame();
      }
      while (in.hasRemaining()) {
        readSnapshot();
      }
    }

    private String text(int length) {
      byte[] bytes = new byte[length];
      in.get(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private void readFrame() {
      in.getInt();
      for (int left = in.getInt(); left > 0; left--) {
        in.getShort();
        int type = in.get();
        in.position(in.position() + 2 + Integer.BYTES * fields[type]);
      }
    }

    private void readSnapshot() {
      snapshots++;
      in.get();
      int tick = in.getInt();
      int baseline = in.getInt();
      youngestBaselineTicks =
          baseline < 0 ? youngestBaselineTicks : Math.min(youngestBaselineTicks, tick - baseline);
      lost += in.get() == 0 ? 1 : 0;
      int count = in.getShort();
      assertTrue(count > 4, "count " + count);
      in.position(in.position() + Short.BYTES * count);
    }
  }

  @Test
  void whatIsOutOfRangeIsRefusedWithTheRange() {
    assertEquals(2, bench("--train", "chess"));
    assertTrue(err.toString().contains("skirmish"), err::toString);
    assertEquals(2, bench("--map", "pitch"));
    assertTrue(err.toString().contains("citadel"), err::toString);
    assertEquals(2, bench("--hz", "25"));
    assertTrue(err.toString().contains("divisor of 60"), err::toString);
  }
}
