package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ServeCommandTest {
  private static boolean announces(String... options) {
    CommandLine serve = new CommandLine(new ServeCommand());
    String[] args = new String[options.length + 1];
    args[0] = serve.getCommandName();
    System.arraycopy(options, 0, args, 1, options.length);
    ConfigFile.apply(serve, args);
    serve.parseArgs(options);
    return serve.getCommandSpec().findOption("--announce").getValue();
  }

  @Test
  void aServerIsAnnouncedUnlessToldOtherwise() {
    assertEquals(true, announces());
    assertEquals(true, announces("--announce"));
    assertEquals(false, announces("--no-announce"));
  }

  @Test
  void theConfigFileMayTellOtherwise(@TempDir Path directory) throws IOException {
    Path config = directory.resolve("server.properties");
    Files.writeString(config, "announce=false\n");
    assertEquals(false, announces("--config", config.toString()));
    assertEquals(true, announces("--config", config.toString(), "--announce"));
  }

  @Test
  void aBrainThatNoGameHasIsRefused() {
    StringWriter error = new StringWriter();
    CommandLine ringmaster = Main.commandLine().setErr(new PrintWriter(error, true));
    assertEquals(2, ringmaster.execute("serve", "--fill-bots", "2", "--fill-brain", "genius"));
    assertTrue(error.toString().contains("--fill-brain must be one of [fighter"), error::toString);
  }
}
