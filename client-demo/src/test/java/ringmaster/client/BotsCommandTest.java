package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class BotsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--players 0, --players must be 1 to 100000",
    "--players many, 'many'",
    "--seconds 0, --seconds must be 1 to",
    "--warmup -1, --warmup must be 0 to",
    "--players-per-match 65, --players-per-match must be 1 to 64",
    "--mode chess, '; there is [skirmish, scrum]'",
    "--mode Scrum, (did you mean scrum?); there is",
    "--brain genius, --brain must be one of",
    "--view nice, is neither newest nor drawn",
    "--net 7g, network profile",
    "'--net loss=200%', network setting",
    "'--status http://localhost:1/api/status', --status needs the server's address",
    "host:0, port 0 is outside",
    "'http://host:1', is no address"
  })
  void aWrongValueIsNamedInOneSentence(String arguments, String words) {
    assertEquals(2, execute(("bots " + arguments).split(" ")));
    assertTrue(err.toString().contains(words), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Test
  void helpListsModesMapsBrainsAndSettings() {
    for (String command : List.of("serve", "play", "bots")) {
      assertEquals(0, execute(command, "--help"));
      for (String words :
          List.of("scrum, 16 players", "yard, quarry", "striker-easy", "/teams=0", "0 to 1000")) {
        assertTrue(out.toString().contains(words), command + " lacks " + words);
      }
      out.getBuffer().setLength(0);
    }
  }

  @Test
  void helpOfAFolderWithoutGamesSaysSo() {
    assertEquals(2, execute("bots", "--games", "/nowhere", "--help"));
    assertTrue(err.toString().contains("--games: "), err::toString);
  }

  @Test
  void helpListsEveryOption() {
    assertEquals(0, execute("bots", "--help"));
    for (String option :
        List.of(
            "--players",
            "--seconds",
            "--warmup",
            "--players-per-match",
            "--mode",
            "--net",
            "--brain",
            "--view",
            "--report",
            "--json")) {
      assertTrue(out.toString().contains(option), option);
    }
  }

  private int execute(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(args);
  }
}
