package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InviteTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, example.org, 7777, 0",
    "10.0.0.7:9000, 10.0.0.7, 9000, 0",
    "[::1]:9000, ::1, 9000, 0",
    "ringmaster://example.org:9000, example.org, 9000, 0",
    "ringmaster://example.org:9000/12, example.org, 9000, 12",
    "ringmaster://example.org:9000/12?key=abc, example.org, 9000, 12"
  })
  void isReadAsWritten(String text, String host, int port, int matchId) {
    assertEquals(new Invite(host, port, matchId), Invite.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "host:port", "host:0", "host:70000", "http://host", "host/12", "a b", "[::1"})
  void whatIsNoneIsRefusedInASentence(String text) {
    String sentence =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Invite.parse(text)).getMessage());
    assertEquals(1, sentence.lines().count());
    assertTrue(sentence.contains("address") || sentence.contains("port"), sentence);
  }
}
