package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.client.Commands.Finished;
import ringmaster.client.Commands.Serving;
import ringmaster.shared.protocol.ControlCodec;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;

/** {@code play} without a display, as a process: joins, drives, watches, and what can go wrong. */
class PlayHeadlessIT {
  @TempDir private Path directory;

  @BeforeAll
  static void drawsHere() {
    Displays.requireHeadlessGraphics();
  }

  private Finished play(String... more) throws IOException, InterruptedException {
    return Commands.run(List.of(), arguments(more));
  }

  private List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("play", "--headless", "--size", "320x180"));
    arguments.addAll(List.of("--settings", directory.resolve("settings.json").toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static List<JsonObject> probe(Finished finished) {
    return finished.output().stream()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static JsonObject lastProbe(Finished finished) {
    List<JsonObject> lines = probe(finished);
    assertFalse(lines.isEmpty(), finished.output().toString());
    return lines.getLast();
  }

  private static String screen(JsonObject line) {
    return line.get("screen").getAsString();
  }

  @Test
  void aScriptDrivesAndTurnsTheTurret() throws IOException, InterruptedException {
    Path script = directory.resolve("script");
    Path shot = directory.resolve("shot.png");
    Files.writeString(script, "4 keydown W\n4 keydown LEFT_SHIFT\n5 mouse 260 90\n5 click 1\n");
    try (Serving server = new Serving(directory.resolve("data"), "--fill-bots", "3")) {
      Finished finished =
          play(
              server.address(),
              "--seconds",
              "9",
              "--script",
              script.toString(),
              "--shot",
              shot.toString(),
              "--probe",
              "-");
      assertEquals(0, finished.exitCode(), finished.output().toString());
      List<JsonObject> inGame = probe(finished).stream().filter(line -> line.has("pose")).toList();
      assertTrue(inGame.size() >= 3, finished.output().toString());
      JsonObject first = inGame.getFirst().getAsJsonObject("pose");
      JsonObject last = inGame.getLast().getAsJsonObject("pose");
      double way =
          Math.hypot(
              last.get("x").getAsDouble() - first.get("x").getAsDouble(),
              last.get("y").getAsDouble() - first.get("y").getAsDouble());
      assertTrue(way > 2, "moved " + way + " m: " + finished.output());
      assertEquals("game", screen(inGame.getLast()));
      assertEquals(0, inGame.getLast().get("hashMismatches").getAsInt());
      assertEquals(3, inGame.getLast().get("players").getAsInt());
      assertEquals(320, inGame.getLast().get("width").getAsInt());
      assertTrue(Files.size(shot) > 5_000, "a picture of something");
      assertEquals(0, server.terminate());
    }
  }

  @Test
  void practiceNeedsNobodyElse() throws IOException, InterruptedException {
    Finished finished = play("--practice", "--seconds", "8", "--probe", "-");
    assertEquals(0, finished.exitCode(), finished.output().toString());
    JsonObject last = lastProbe(finished);
    assertEquals("game", screen(last), finished.output().toString());
    assertTrue(last.get("players").getAsInt() > 1, "bots play as well");
  }

  @Test
  void toldToStopItLeavesNothingBehind() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    Path probe = directory.resolve("probe");
    Process process =
        Commands.start(
            List.of("-Djava.io.tmpdir=" + temporary),
            Map.of(),
            arguments("--practice", "--seconds", "60", "--probe", probe.toString()));
    for (int attempt = 0; attempt < 300 && !plays(probe); attempt++) {
      Thread.sleep(100);
    }
    assertTrue(practiceFolders(temporary) > 0, "it plays on a server of its own");
    process.toHandle().destroy(); // the process's own method would close what finish reads
    Commands.finish(process);
    assertEquals(0, practiceFolders(temporary));
  }

  private static boolean plays(Path probe) throws IOException {
    return Files.exists(probe) && Files.readString(probe).contains("pose");
  }

  private static long practiceFolders(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().contains("practice")).count();
    }
  }

  @Test
  void aSpectatorFollowsAPlayer() throws IOException, InterruptedException {
    try (Serving server = new Serving(directory.resolve("data"), "--fill-bots", "3")) {
      Finished finished = play(server.address(), "--spectate", "--seconds", "8", "--probe", "-");
      JsonObject last = lastProbe(finished);
      assertEquals("game", screen(last), finished.output().toString());
      assertFalse(last.get("watched").getAsString().isEmpty(), finished.output().toString());
      assertEquals(0, last.get("hashMismatches").getAsInt());
      assertEquals(0, server.terminate());
    }
  }

  @Test
  void whereNobodyAnswersItSaysSo() throws IOException, InterruptedException {
    Finished finished = play("127.0.0.1:1", "--seconds", "9", "--probe", "-");
    assertEquals(1, finished.exitCode());
    assertTrue(finished.last().contains("no server answers at 127.0.0.1:1"), finished.last());
    assertEquals("failed", screen(lastProbe(finished)), finished.output().toString());
  }

  @Test
  void aServerThatIsKilledInTheMiddleIsNotTheEnd() throws IOException, InterruptedException {
    try (Serving server = new Serving(directory.resolve("data"), "--fill-bots", "2")) {
      Process process =
          Commands.start(
              List.of(), Map.of(), arguments(server.address(), "--seconds", "12", "--probe", "-"));
      Thread.sleep(5_000);
      server.close();
      Finished finished = Commands.finish(process);
      assertEquals(1, finished.exitCode(), finished.output().toString());
      List<JsonObject> lines = probe(finished);
      assertTrue(lines.stream().anyMatch(line -> screen(line).equals("game")));
      assertEquals("failed", screen(lines.getLast()), finished.output().toString());
    }
  }

  @Test
  void aMapThatDiffersIsNamed() throws IOException, InterruptedException {
    Path maps = Files.createDirectories(directory.resolve("altered/maps"));
    try (InputStream original = getClass().getResourceAsStream("/maps/yard.json")) {
      String altered = new String(original.readAllBytes(), StandardCharsets.UTF_8) + "\n";
      Files.writeString(maps.resolve("yard.json"), altered);
    }
    String classPath =
        maps.getParent() + File.pathSeparator + System.getProperty("java.class.path");
    try (Serving server = new Serving(List.of("-cp", classPath), directory.resolve("data"))) {
      Finished finished = play(server.address(), "--seconds", "5", "--probe", "-");
      JsonObject last = lastProbe(finished);
      assertEquals("failed", screen(last), finished.output().toString());
      String failure = last.get("failure").getAsString();
      assertTrue(failure.contains("map yard") && failure.contains("SHA-256"), failure);
      assertEquals(0, server.terminate());
    }
  }

  @Test
  void aServerOfAnotherVersionIsNamed() throws IOException, InterruptedException {
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null)) {
      Thread.ofVirtual().start(() -> refuse(server));
      int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      Finished finished = play("127.0.0.1:" + port, "--seconds", "5", "--probe", "-");
      JsonObject last = lastProbe(finished);
      assertEquals("failed", screen(last), finished.output().toString());
      assertEquals(DisconnectReason.PROTOCOL_VERSION.sentence(), last.get("failure").getAsString());
    }
  }

  /** What a server says to a version that it does not speak. */
  private static void refuse(ServerSocketChannel server) {
    DisconnectReason reason = DisconnectReason.PROTOCOL_VERSION;
    ByteBuffer frame = ByteBuffer.allocate(1_000).position(ControlCodec.LENGTH_BYTES);
    ControlCodec.encode(new ControlMessage.Refused(reason, reason.sentence()), frame);
    frame.putInt(0, frame.position() - ControlCodec.LENGTH_BYTES).flip();
    try (SocketChannel client = server.accept()) {
      client.read(ByteBuffer.allocate(1_000)); // its Hello
      client.write(frame);
      client.read(ByteBuffer.allocate(1_000)); // until it goes
    } catch (IOException e) {
      // the client fails to show the reason, and the test with it
    }
  }

  @Test
  void aSceneAlwaysLooksTheSame() throws IOException, InterruptedException {
    Path first = directory.resolve("first.png");
    Path second = directory.resolve("second.png");
    for (Path shot : List.of(first, second)) {
      Finished finished = play("--scene", "fight", "--seconds", "3", "--shot", shot.toString());
      assertEquals(0, finished.exitCode(), finished.output().toString());
    }
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void settingsThatCannotBeReadAreSetAside() throws IOException, InterruptedException {
    Path settings = directory.resolve("settings.json");
    Files.writeString(settings, "{ not json");
    Finished finished = play("--seconds", "1");
    assertEquals(0, finished.exitCode(), finished.output().toString());
    assertTrue(
        finished.output().toString().contains("settings.json.corrupt-1"),
        finished.output().toString());
    assertTrue(Files.exists(directory.resolve("settings.json.corrupt-1")));
  }

  @Test
  void aKeyThatThereIsNotIsNamed() throws IOException, InterruptedException {
    Path settings = directory.resolve("settings.json");
    Files.writeString(settings, "{\"version\": 1, \"bindings\": {\"FORWARD\": [\"Foo\"]}}");
    Finished finished = play("--seconds", "1");
    assertEquals(0, finished.exitCode());
    assertTrue(finished.output().toString().contains("\"Foo\""), finished.output().toString());
  }

  @Test
  void withoutADisplayItSaysWhatToDo() throws IOException, InterruptedException {
    Process process =
        Commands.start(
            List.of(),
            Map.of("DISPLAY", ":4711", "WAYLAND_DISPLAY", "", "XDG_SESSION_TYPE", ""),
            List.of("play", "--settings", directory.resolve("settings.json").toString()));
    Finished finished = Commands.finish(process);
    assertEquals(1, finished.exitCode(), finished.output().toString());
    assertTrue(finished.last().contains("--headless"), finished.output().toString());
    assertFalse(finished.output().toString().contains("Exception"));
  }

  @Test
  void wrongOptionsAreNamedInOneSentence() throws IOException, InterruptedException {
    Path script = directory.resolve("script");
    Files.writeString(script, "1 keydown NOKEY\n");
    String folder = directory.toString();
    String inAFile = script.resolve("shot.png").toString();
    List<List<String>> wrong =
        List.of(
            List.of("play", "--size", "huge"),
            List.of("play", "--size", "10x10"),
            List.of("play", "--mode", "chess"),
            List.of("play", "--net", "5g"),
            List.of("play", "--seconds", "-1"),
            List.of("play", "--scene", "nowhere"),
            List.of("play", "not an address"),
            List.of("play", "--practice", "--spectate"),
            List.of("play", "--practice", "--level", "godlike"),
            List.of("play", "--level", "easy"),
            List.of("play", "--script", directory.resolve("absent").toString()),
            List.of("play", "--shot", folder),
            List.of("play", "--shot", inAFile),
            List.of("play", "--shot", directory.resolve("absent/shot.png").toString()));
    for (List<String> arguments : wrong) {
      Finished finished = Commands.run(List.of(), arguments);
      assertEquals(2, finished.exitCode(), arguments + " " + finished.output());
      assertEquals(1, finished.output().size(), finished.output().toString());
      assertTrue(finished.last().contains(arguments.getLast()), finished.last());
    }
    Finished finished = play("--script", script.toString());
    assertEquals(1, finished.exitCode());
    assertTrue(finished.last().contains("line 1") && finished.last().contains("NOKEY"));
  }
}
