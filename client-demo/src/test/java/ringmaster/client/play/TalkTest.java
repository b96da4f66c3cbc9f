package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.hud.HudState;
import ringmaster.shared.protocol.ControlMessage.RosterEntry;

/** Words of a server that is anybody's, up to the lists that the screen shows. */
final class TalkTest {
  private final Talk talk = new Talk();
  private final List<Talk.Line> drained = new ArrayList<>();

  @Test
  void linesComeOnceInTheirOrder() {
    talk.said(3, "hello");
    talk.noticed("it rains");
    talk.drainTo(drained);
    talk.drainTo(drained);
    assertEquals(
        List.of(new Talk.Line(3, "hello"), new Talk.Line(Talk.Line.SERVER, "it rains")), drained);
  }

  @Test
  void ofAFloodTheNewestLinesStay() {
    for (int i = 0; i < 10_000; i++) {
      talk.said(0, "line " + i);
    }
    talk.drainTo(drained);
    assertEquals(Talk.MAX_LINES, drained.size());
    assertEquals("line 9999", drained.getLast().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001B[2J\nb",
        "a\u202E\u2066 b",
        "\u200B\u2028a\u2029b\uFEFF",
        "\u0301a\t\u0000 b\r\n"
      })
  void nothingHiddenIsShown(String hostile) {
    talk.said(0, hostile);
    talk.noticed(hostile);
    talk.drainTo(drained);
    for (Talk.Line line : drained) {
      String plain = line.text().replace("[2J", "");
      assertEquals("a b", plain);
    }
    assertEquals(2, drained.size());
  }

  @Test
  void aLineOfNothingIsNone() {
    talk.said(0, "\u200B\u202E\u3164");
    talk.noticed(" \n\u2028 ");
    talk.drainTo(drained);
    assertEquals(List.of(), drained);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u200B\u200D", "\u3164", "\n\t"})
  void aNameOfNothingIsThatOfTheSeat(String nothing) {
    Roster roster = new Roster();
    roster.take(new RosterEntry(5, true, false, nothing));
    assertEquals("player 5", roster.name(5));
  }

  @Test
  void aNameIsNoLongerThanFitsOverATank() {
    Roster roster = new Roster();
    roster.take(new RosterEntry(5, true, false, "x".repeat(64)));
    roster.take(new RosterEntry(6, true, false, "\u202Egnik"));
    assertEquals("x".repeat(16), roster.name(5));
    assertEquals("gnik", roster.name(6));
  }

  /** A picture's line comes from elsewhere, when the list may be full already. */
  @Test
  void theScreensListStaysBoundedWhoeverAddsToIt() {
    HudState state = new HudState();
    for (int i = 0; i < 1_000; i++) {
      state.addChat(new HudState.ChatLine("", 0, "line " + i, i));
    }
    assertEquals(HudState.MAX_CHAT_LINES, state.chat.size());
    assertEquals("line 999", state.chat.getLast().text());
  }
}
