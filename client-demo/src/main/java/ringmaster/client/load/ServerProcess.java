package ringmaster.client.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.Invite;

/**
 * A server in a process of its own, from the same class path, on free ports and a temporary data
 * directory. Closing it stops it as an operator would and removes the directory.
 */
final class ServerProcess implements AutoCloseable {
  private static final String MAIN = "ringmaster.client.Main";
  private static final String READY = "READY ";
  private static final long START_TIMEOUT_SECONDS = 60;
  private static final long STOP_TIMEOUT_SECONDS = 10;

  private final Path folder;
  private final Process process;
  private final Thread stopAtExit = new Thread(this::stop, "stop-server");
  private @Nullable JsonObject ready;

  private ServerProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(stopAtExit);
  }

  /**
   * Starts a server and waits until players can connect.
   *
   * @param match as {@code serve --match} takes it
   * @param games folder of game jars; null for none
   * @throws IOException with one sentence if it does not come up
   */
  static ServerProcess start(String match, int matches, @Nullable Path games)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ringmaster-bots-");
    List<String> command = command(folder, match, matches);
    if (games != null) {
      command.addAll(List.of("--games", games.toString()));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(log(folder).toFile());
    ServerProcess server = new ServerProcess(folder, builder.start());
    try {
      server.awaitReady();
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The same options as the launcher's. */
  private static List<String> command(Path folder, String match, int matches) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseZGC",
            "-Xms512m",
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "serve"));
    command.addAll(List.of("--bind", "127.0.0.1", "--port", "0", "--http", "127.0.0.1:0"));
    command.add("--no-announce");
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of("--stop-with", Long.toString(ProcessHandle.current().pid())));
    command.addAll(List.of("--match", match, "--max-matches", Integer.toString(matches)));
    return command;
  }

  private static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  private void awaitReady() throws IOException, InterruptedException {
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread reader = new Thread(() -> readOutput(line), "server-output");
    reader.setDaemon(true);
    reader.start();
    try {
      ready = parse(line.get(START_TIMEOUT_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      throw new IOException(
          "the server was not ready within " + START_TIMEOUT_SECONDS + " s" + lastWords(), e);
    } catch (ExecutionException e) {
      throw new IOException("the server did not start" + lastWords(), e);
    }
  }

  /** Reads to the end, so that the server never waits for a full pipe. */
  private void readOutput(CompletableFuture<String> ready) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.startsWith(READY)) {
          ready.complete(line.substring(READY.length()));
        }
      }
      ready.completeExceptionally(new IOException("its output ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private static JsonObject parse(String json) throws IOException {
    try {
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException("the server's READY line is not JSON: " + json, e);
    }
  }

  private String lastWords() {
    try (Stream<String> lines = Files.lines(log(folder))) {
      return lines
          .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
          .reduce((before, last) -> last)
          .map(line -> ": " + line)
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** Where players connect. */
  Invite invite() {
    return Invite.parse(address("control"));
  }

  /** Where status is served, as HOST:PORT; empty if it is not. */
  String http() {
    return address("http");
  }

  /** A field that holds HOST:PORT, or a port on this machine. */
  private String address(String name) {
    JsonElement field = ready == null ? null : ready.get(name);
    if (field == null || field.isJsonNull()) {
      return "";
    }
    String text = field.getAsString();
    return text.indexOf(':') < 0 ? "127.0.0.1:" + text : text.replace("0.0.0.0", "127.0.0.1");
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException e) {
      return; // this process is ending, and the hook runs
    }
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    deleteFolder();
  }

  private void deleteFolder() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
