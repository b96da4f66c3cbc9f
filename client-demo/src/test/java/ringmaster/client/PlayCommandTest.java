package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be practised or joined is said before a window opens. */
final class PlayCommandTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--practice --mode chess, there is no mode 'chess'; there is [skirmish",
    "--practice --mode Skirmish/teams=2, did you mean skirmish?",
    "--practice --mode skirmish/teams=3, 'teams of skirmish must be 0 to 2, not 3'",
    "--practice --mode skirmish/Teams=2, 'no setting Teams; it has [teams, scoreLimit'",
    "--practice --mode skirmish@moon, no map 'moon'",
    "--practice --mode scrum:17, 'has 1 to 16 players, not 17'",
    "--practice --mode skirmish:8:2, practice is one match",
    "--practice --mode skirmish/teams, 'not of the form NAME=NUMBER'",
    "host --mode skirmish/teams=2, there is no mode 'skirmish/teams=2'",
    "host --mode SCRUM, did you mean scrum?"
  })
  void aWrongModeIsNamedInOneSentence(String arguments, String words) {
    int exitCode =
        Main.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute(("play " + arguments).split(" ", -1));
    assertEquals(2, exitCode);
    assertTrue(err.toString().contains(words), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }
}
