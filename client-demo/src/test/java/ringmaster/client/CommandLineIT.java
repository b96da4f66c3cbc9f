package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.client.Commands.Finished;
import ringmaster.client.Commands.Serving;

/** The commands as processes of their own: real sockets, disks, signals and exit codes. */
class CommandLineIT {
  @TempDir private Path directory;

  @Test
  void botsPlayOnAServerAndItsJournalReplaysAlikeInterpretedAndCompiled()
      throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    Path json = directory.resolve("bots.json");
    try (Serving server = new Serving(data, "--match", "skirmish:8:2", "--fill-bots", "2")) {
      assertEquals(2, server.ready.getAsJsonArray("matches").size());
      Finished bots =
          Commands.run(
              "bots",
              server.address(),
              "--players",
              "8",
              "--seconds",
              "4",
              "--warmup",
              "1",
              "--brain",
              "fighter",
              "--json",
              json.toString());
      assertEquals(0, bots.exitCode(), bots.output().toString());
      assertEquals(0, server.terminate());
    }
    JsonObject report = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    assertEquals(8, report.get("playersJoined").getAsInt());
    assertEquals(0, report.get("hashMismatches").getAsInt());
    assertEquals(0, report.getAsJsonObject("disconnects").size());

    String journal = data.resolve("journal").toString();
    Set<String> results = new HashSet<>();
    for (List<String> jvm :
        List.of(List.<String>of(), List.of("-Xint"), List.of("-XX:TieredStopAtLevel=1"))) {
      for (String workers : List.of("0", "2")) {
        Finished verified =
            Commands.run(jvm, List.of("replay", "verify", journal, "--workers", workers));
        assertEquals(0, verified.exitCode(), verified.output().toString());
        results.add(verified.last());
      }
    }
    assertEquals(1, results.size(), results.toString());
    assertTrue(results.iterator().next().startsWith("VERIFIED "), results.toString());
  }

  @Test
  void oneServerHoldsADataDirectoryAndItsPort() throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    try (Serving server = new Serving(data)) {
      Finished sameDirectory = Commands.run("serve", "--data", data.toString(), "--port", "0");
      assertEquals(1, sameDirectory.exitCode());
      assertTrue(sameDirectory.last().contains("is in use by another server"), data.toString());

      String port = server.ready.get("control").getAsString();
      Finished samePort =
          Commands.run(
              "serve",
              "--data",
              directory.resolve("other").toString(),
              "--bind",
              "127.0.0.1",
              "--port",
              port);
      assertEquals(1, samePort.exitCode());
      assertTrue(samePort.last().contains("port " + port + " is already in use"));
      assertEquals(0, server.terminate());
    }
    try (Serving next = new Serving(data)) {
      assertTrue(next.before.toString().contains("journal.old-1"), next.before.toString());
      assertEquals(0, next.terminate());
    }
  }

  @Test
  void aDataDirectoryThatIsAFileIsNamed() throws IOException, InterruptedException {
    Path file = Files.createFile(directory.resolve("file"));
    Finished finished = Commands.run("serve", "--data", file.toString(), "--port", "0");
    assertEquals(1, finished.exitCode());
    assertTrue(finished.last().contains(file + " is not a directory"), finished.last());
  }

  @Test
  void wrongOptionsAndValuesAreNamedInOneSentence() throws IOException, InterruptedException {
    List<List<String>> wrong =
        List.of(
            List.of("serve", "--prot"),
            List.of("serve", "--port", "70000"),
            List.of("serve", "--port", "x"),
            List.of("serve", "--match", "chess"),
            List.of("serve", "--match", "skirmish@moon"),
            List.of("serve", "--match", "skirmish:9999"),
            List.of("serve", "--match", "skirmish:8:300"),
            List.of("serve", "--games", directory.resolve("nowhere").toString()),
            List.of("bots", "--games", directory.resolve("nowhere").toString()),
            List.of("play", "--games", directory.resolve("nowhere").toString()),
            List.of("replay", "verify", ".", "--games", directory.resolve("nowhere").toString()),
            List.of("serve", "--tick-rate", "61"),
            List.of("serve", "--snapshot-rate", "7"),
            List.of("serve", "--player-budget", "2"),
            List.of("serve", "--player-budget", "lots"),
            List.of("serve", "--http", "here"),
            List.of("serve", "--config", directory.resolve("absent").toString()),
            List.of("bots", "--net", "5g"),
            List.of("bots", "--brain", "genius"),
            List.of("nonsense"));
    for (List<String> arguments : wrong) {
      Finished finished = Commands.run(List.of(), arguments);
      assertEquals(2, finished.exitCode(), arguments + " " + finished.output());
      assertEquals(1, finished.output().size(), finished.output().toString());
      assertTrue(names(finished.last(), arguments), arguments + ": " + finished.last());
    }
  }

  /** Whether a sentence names the wrong value, or the part of it that is wrong. */
  private static boolean names(String sentence, List<String> arguments) {
    return Stream.of(arguments.getLast().split("[@:]", 0)).anyMatch(sentence::contains);
  }

  @Test
  void aConfigFileGivesDefaultsThatTheCommandLineOverrules()
      throws IOException, InterruptedException {
    Path config = directory.resolve("server.properties");
    Files.writeString(config, "match=skirmish:4:3,skirmish@quarry:16\nfill-bots=1\n");
    String[] options = {"--config", config.toString()};
    try (Serving server = new Serving(directory.resolve("data"), options)) {
      assertEquals(4, server.ready.getAsJsonArray("matches").size());
      assertEquals(0, server.terminate());
    }
    String[] overruled = {"--config", config.toString(), "--match", "skirmish:2"};
    try (Serving server = new Serving(directory.resolve("data2"), overruled)) {
      assertEquals(1, server.ready.getAsJsonArray("matches").size());
      assertEquals(0, server.terminate());
    }
    Files.writeString(config, "mach=skirmish\n");
    Finished finished = Commands.run("serve", "--config", config.toString());
    assertEquals(2, finished.exitCode());
    assertTrue(finished.last().contains("'mach'"), finished.last());
    assertFalse(finished.last().contains("Exception"));
  }
}
