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

  private static String complaint(String... options) {
    StringWriter error = new StringWriter();
    CommandLine ringmaster = Main.commandLine().setErr(new PrintWriter(error, true));
    String[] args = new String[options.length + 1];
    args[0] = "serve";
    System.arraycopy(options, 0, args, 1, options.length);
    assertEquals(2, ringmaster.execute(args));
    return error.toString();
  }

  @Test
  void aBrainThatNoGameHasIsRefused() {
    String complaint = complaint("--fill-bots", "2", "--fill-brain", "genius");
    assertTrue(complaint.contains("--fill-brain must be one of [fighter"), complaint);
  }

  @Test
  void aModeInTheWrongCaseIsGuessed() {
    String complaint = complaint("--match", "Scrum:8");
    assertTrue(
        complaint.contains("--match Scrum:8: there is no mode 'Scrum' (did you mean scrum?)"),
        complaint);
  }

  @Test
  void anUnknownSettingIsAnsweredByTheKnownOnes() {
    String complaint = complaint("--match", "scrum/Warmup=3");
    assertTrue(complaint.contains("no setting Warmup; it has [warmUp, overtime"), complaint);
  }
}
