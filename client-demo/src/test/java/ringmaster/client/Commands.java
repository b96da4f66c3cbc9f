package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the commands of this project as processes of their own. */
final class Commands {
  private static final long TIMEOUT_SECONDS = 120;

  private Commands() {}

  /** What a finished command left behind. */
  record Finished(int exitCode, List<String> output) {
    String last() {
      return output.isEmpty() ? "" : output.getLast();
    }
  }

  /** Starts a command; what it prints, errors too, is the process's input stream. */
  static Process start(
      List<String> jvmOptions, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(jvmOptions);
    if (!jvmOptions.contains("-cp")) {
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    }
    command.add("ringmaster.client.Main");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Finished run(List<String> jvmOptions, List<String> arguments)
      throws IOException, InterruptedException {
    return finish(start(jvmOptions, Map.of(), arguments));
  }

  static Finished run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(), List.of(arguments));
  }

  /** Reads all that a process prints until it ends. */
  static Finished finish(Process process) throws IOException, InterruptedException {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = reader.lines().toList();
      assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS));
      return new Finished(process.exitValue(), lines);
    }
  }

  /** A running server, its READY line read. */
  static final class Serving implements AutoCloseable {
    final Process process;
    final BufferedReader output;
    final JsonObject ready;
    final List<String> before = new ArrayList<>();

    Serving(Path data, String... more) throws IOException {
      this(List.of(), data, more);
    }

    Serving(List<String> jvmOptions, Path data, String... more) throws IOException {
      List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
      arguments.addAll(List.of("--bind", "127.0.0.1", "--port", "0", "--http", "127.0.0.1:0"));
      arguments.addAll(List.of(more));
      process = start(jvmOptions, Map.of(), arguments);
      output = process.inputReader(StandardCharsets.UTF_8);
      String line = output.readLine();
      while (line != null && !line.startsWith("READY ")) {
        before.add(line);
        line = output.readLine();
      }
      assertNotNull(line, before.toString());
      ready = JsonParser.parseString(line.substring("READY ".length())).getAsJsonObject();
    }

    String address() {
      return "127.0.0.1:" + ready.get("control").getAsInt();
    }

    int terminate() throws InterruptedException {
      process.destroy();
      assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS));
      return process.exitValue();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
