package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ringmaster.server.transport.DatagramEndpoint;

/** The doctor, on free ports and on ports that are taken. */
final class DoctorCommandTest {
  private static final String FREE = "127.0.0.1:0";

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();

  private int doctor(String... args) {
    List<String> all = new ArrayList<>(List.of("doctor", "--bind", "127.0.0.1"));
    all.addAll(List.of(args));
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    return commandLine.execute(all.toArray(String[]::new));
  }

  private String lineOf(String check) {
    return out.toString().lines().filter(line -> line.contains(check)).findFirst().orElse("");
  }

  @Test
  void aMachineThatCanServeHasNoProblem() {
    Path data = directory.resolve("not/there/yet");
    assertEquals(0, doctor("--port", "0", "--http", FREE, "--data", data.toString()));
    assertTrue(lineOf("data directory").startsWith("ok"), out::toString);
    assertFalse(Files.exists(data.getParent()), "the doctor leaves nothing behind");
    assertTrue(out.toString().contains("problems: 0,"), out::toString);
  }

  @Test
  void soundIsNamedOrMissedButNeverAProblem() {
    doctor("--port", "0", "--http", FREE, "--data", directory.toString());
    String line = lineOf(" sound ");
    boolean named = line.startsWith("ok") && line.contains(" device ");
    boolean missed = line.startsWith("warning") && line.endsWith("the client plays silently");
    assertTrue(named || missed, out::toString);
  }

  @Test
  void graphicsAreNamedOrMissedButNeverAProblem() {
    doctor("--port", "0", "--http", FREE, "--data", directory.toString());
    String line = lineOf(" graphics ");
    boolean card = line.startsWith("ok") && line.matches(".*, OpenGL \\d\\.\\d.*");
    boolean processor =
        line.startsWith("warning")
            && line.matches(".*, OpenGL \\d\\.\\d.*")
            && line.endsWith(": the processor draws, so play uses the lowest quality");
    boolean missed = line.matches("warning +graphics +none: .+");
    assertTrue(card || processor || missed, out::toString);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDisplayIsSpokenOfBesideTheGraphics() {
    doctor("--port", "0", "--http", FREE, "--data", directory.toString());
    assertFalse(lineOf(" display ").isEmpty(), out::toString);
  }

  @Test
  void aSessionWithoutADesktopIsWarnedOf() {
    assertEquals(
        Finding.ok("display", "Wayland's wayland-0"),
        Checkup.display(Map.of("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", ":0")));
    assertEquals(Finding.ok("display", "X11's :0"), Checkup.display(Map.of("DISPLAY", ":0")));
    Finding none = Checkup.display(Map.of());
    assertEquals(Finding.Verdict.WARNING, none.verdict());
    assertTrue(none.advice().contains("--headless"), none::toString);
  }

  @Test
  void aTakenControlPortIsAProblem() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          1, doctor("--port", "" + taken.getLocalPort(), "--http", FREE, "--data", "" + directory));
      assertTrue(lineOf("control port").startsWith("problem"), out::toString);
      assertTrue(lineOf("control port").contains("--port"), out::toString);
    }
  }

  @Test
  void aTakenStatusPortIsAProblem() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String http = "127.0.0.1:" + taken.getLocalPort();
      assertEquals(1, doctor("--port", "0", "--http", http, "--data", "" + directory));
      assertTrue(lineOf("status port").startsWith("problem"), out::toString);
    }
  }

  @Test
  void aTakenDatagramPortIsAProblem() {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (DatagramEndpoint taken = new DatagramEndpoint(any)) {
      assertEquals(
          1, doctor("--port", "" + taken.port(), "--http", FREE, "--data", "" + directory));
      assertTrue(lineOf("datagram port").startsWith("problem"), out::toString);
      assertFalse(lineOf("receive buffer").startsWith("problem"), out::toString);
    }
  }

  @Test
  void aFileInPlaceOfTheDataDirectoryIsAProblem() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertEquals(1, doctor("--port", "0", "--http", FREE, "--data", file.toString()));
    assertTrue(lineOf("data directory").contains("is not a directory"), out::toString);
  }

  @Test
  void findingsAreWrittenAsJson() throws IOException {
    Path file = directory.resolve("doctor.json");
    doctor("--port", "0", "--http", FREE, "--data", "" + directory, "--json", file.toString());
    JsonObject report = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    assertEquals(
        Set.of(
            "problems",
            "warnings",
            "findings",
            "version",
            "machine",
            "java",
            "command",
            "startedAt"),
        report.keySet());
    for (JsonElement finding : report.getAsJsonArray("findings")) {
      JsonObject said = finding.getAsJsonObject();
      assertEquals(
          said.get("verdict").getAsString().equals("ok"),
          said.get("advice").getAsString().isEmpty(),
          () -> said + ": advice goes with what is wrong");
    }
  }

  @Test
  void jsonOnStandardOutputIsTheLastLine() {
    doctor("--port", "0", "--http", FREE, "--data", directory.toString(), "--json", "-");
    String last = out.toString().lines().toList().getLast();
    assertTrue(JsonParser.parseString(last).isJsonObject());
  }

  @Test
  void aWrongPortIsWrongUse() {
    assertEquals(2, doctor("--port", "70000"));
  }
}
