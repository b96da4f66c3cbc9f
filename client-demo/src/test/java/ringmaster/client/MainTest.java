package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ringmaster.shared.Version;

final class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void versionIsTheOneOfTheBuild() {
    assertEquals(0, execute("--version"));
    assertEquals("ringmaster " + Version.current(), out.toString().strip());
    assertTrue(Version.current().matches("\\d+\\.\\d+\\.\\d+.*"), Version::current);
  }

  @Test
  void everyCommandHasHelpAndSaysWhatItDoes() {
    assertHasHelp(Main.commandLine());
  }

  @Test
  void aWrongOptionIsNamedInOneSentence() {
    assertEquals(2, execute("--no-such-option"));
    assertTrue(err.toString().contains("'--no-such-option'"), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Test
  void aWrongValueIsNamedInOneSentence() {
    assertEquals(2, execute("probe", "--seconds", "soon"));
    assertTrue(err.toString().contains("'soon'"), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Test
  void noCommandIsWrongUse() {
    assertEquals(2, execute());
  }

  @Test
  void aFailedRunSaysWhyInOneSentence() {
    assertEquals(1, execute("probe", "--seconds", "1"));
    assertEquals("ringmaster probe: 1 s is not enough", err.toString().strip());
  }

  @Test
  void aBugIsPrintedWithItsStackTrace() {
    assertEquals(1, execute("probe", "--seconds", "-1"));
    assertTrue(err.toString().contains("at ringmaster.client.MainTest"), err::toString);
  }

  @Test
  void everyCommandBelowGetsHelpByItself() {
    assertEquals(0, execute("probe", "--help"));
    assertTrue(out.toString().contains("--seconds"), out::toString);
  }

  private int execute(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.addSubcommand(new Probe());
    Main.configure(commandLine);
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }

  private static void assertHasHelp(CommandLine commandLine) {
    var spec = commandLine.getCommandSpec();
    assertTrue(spec.optionsMap().containsKey("--help"), spec.qualifiedName());
    assertFalse(String.join("", spec.usageMessage().description()).isBlank(), spec.qualifiedName());
    commandLine.getSubcommands().values().forEach(MainTest::assertHasHelp);
  }

  @Command(name = "probe", description = "Stands in for a command.")
  private static final class Probe implements Runnable {
    @Option(names = "--seconds", description = "How long.")
    private int seconds;

    @Override
    public void run() {
      if (seconds < 0) {
        throw new IllegalStateException("a bug");
      }
      throw new RunFailed(seconds + " s is not enough");
    }
  }
}
