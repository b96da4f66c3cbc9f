package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.TableRow;
import ringmaster.client.widget.Widget;
import ringmaster.client.window.Key;

final class BrowserPageTest {
  private final Rig rig = new Rig();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ring.example.org:7777; ring.example.org:7777 | Saved | skirmish | yard | 5/8, 2 bots |"
            + " 31 ms | Open",
        "192.168.1.20:7777; 192.168.1.20:7777 | LAN | 3 matches | 11/24 | 1 ms | Open",
        "10.0.0.7:7800; 10.0.0.7:7800 | Recent | skirmish | quarry | 8/8, 4 bots | 88 ms | Full",
        "old.example.net:7777; old.example.net:7777 | Recent | 45 ms | Other version",
        "172.16.0.9:7777; 172.16.0.9:7777 | Typed | No answer",
        "far.example.com:7777; far.example.com:7777 | Typed | Asking…"
      })
  void aRowSaysWhatIsKnownOfItsServer(String address, String words) {
    assertEquals(words, rig.widget("server-" + address).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "172.16.0.9:7777; does not answer",
        "old.example.net:7777; runs version 0.0.9, which this client cannot join",
        "far.example.com:7777; Asking far.example.com:7777",
        "ring.example.org:7777; Enter joins"
      })
  void aChosenServerIsExplainedInASentence(String address, String part) {
    rig.click("server-" + address);
    String sentence = rig.widget("browser-sentence").text();
    assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void practiceIsTwoKeysAway() {
    rig.press(Key.ENTER);
    assertEquals(Screen.PRACTICE, rig.ui.screen());
    rig.press(Key.ENTER);
    assertEquals(List.of("practice skirmish  normal"), rig.takeHeard());
    assertEquals(Screen.CONNECTING, rig.ui.screen());
    rig.press(Key.ENTER);
    assertEquals(List.of("leave"), rig.takeHeard(), "Cancel has the focus");
  }

  @Test
  void aRowIsJoinedByKeys() {
    rig.press(Key.DOWN, Key.DOWN, Key.ENTER);
    assertEquals(List.of("join 192.168.1.20:7777 mode= match=0 watch=false"), rig.takeHeard());
    assertTrue(rig.shows("192.168.1.20:7777"));
  }

  @Test
  void aRowIsJoinedByADoubleClick() {
    rig.click("server-10.0.0.7:7800");
    assertEquals(List.of(), rig.takeHeard());
    rig.state.nowNanos += 5_000_000_000L;
    rig.frame();
    rig.click("server-10.0.0.7:7800");
    assertEquals(List.of(), rig.takeHeard(), "too slow for a double click");
    rig.click("server-10.0.0.7:7800");
    assertEquals(List.of("join 10.0.0.7:7800 mode= match=0 watch=false"), rig.takeHeard());
  }

  @Test
  void aServerOpensToItsMatches() {
    assertNull(rig.ui.root().find("server-192.168.1.20:7777#5"));
    rig.press(Key.DOWN, Key.DOWN, Key.RIGHT, Key.DOWN, Key.DOWN);
    Widget match = rig.widget("server-192.168.1.20:7777#5");
    assertEquals("Match 5 | skirmish | quarry | 3/8, 3 bots | Open", match.text());
    rig.press(Key.ENTER);
    assertEquals(List.of("join 192.168.1.20:7777 mode= match=5 watch=false"), rig.takeHeard());
  }

  @Test
  void aServerOpensAndClosesByClicks() {
    Widget row = rig.widget("server-192.168.1.20:7777");
    rig.click(row.x() + 50, row.centreY());
    assertNotNull(rig.ui.root().find("server-192.168.1.20:7777#6"));
    rig.state.nowNanos += 5_000_000_000L;
    rig.frame();
    rig.click(row.x() + 50, row.centreY());
    assertNull(rig.ui.root().find("server-192.168.1.20:7777#6"));
  }

  @Test
  void anAddressIsTypedAndWatched() {
    rig.click("address");
    rig.type("ringmaster://h:1/7?key=a");
    rig.press(Key.ENTER);
    assertEquals(
        List.of("join ringmaster://h:1/7?key=a mode= match=0 watch=false"), rig.takeHeard());
    rig.ui.show(Screen.BROWSER);
    rig.frame();
    rig.click("watch");
    assertEquals(
        List.of("join ringmaster://h:1/7?key=a mode= match=0 watch=true"), rig.takeHeard());
  }

  @Test
  void anAddressTypedAfterwardsIsNotTheChosenServersMatch() {
    rig.press(Key.DOWN, Key.DOWN, Key.RIGHT, Key.DOWN);
    rig.click("address");
    rig.type("0");
    rig.press(Key.ENTER);
    assertEquals(List.of("join 192.168.1.20:77770 mode= match=0 watch=false"), rig.takeHeard());
  }

  @Test
  void withoutAnAddressNothingIsJoined() {
    assertFalse(rig.widget("join").enabled());
    rig.click("join");
    rig.click("watch");
    rig.click("favourite");
    assertEquals(List.of(), rig.takeHeard());
  }

  @Test
  void quickJoinTakesTheNearestServerWithAPlace() {
    rig.click("quick-join");
    assertEquals(List.of("join 192.168.1.20:7777 mode= match=0 watch=false"), rig.takeHeard());
    rig.ui.show(Screen.BROWSER);
    rig.servers = List.of();
    rig.frame();
    assertFalse(rig.widget("quick-join").enabled());
    assertTrue(rig.shows("No server known yet"));
  }

  @Test
  void aModeIsChosenForQuickJoin() {
    rig.click("quick-mode");
    assertEquals("skirmish", rig.widget("quick-mode").text());
    rig.click("quick-join");
    assertEquals(
        List.of("join 192.168.1.20:7777 mode=skirmish match=0 watch=false"), rig.takeHeard());
  }

  @Test
  void favouritesAreMarkedByKeyClickAndButton() {
    rig.press(Key.DOWN, Key.F);
    assertEquals(List.of(), rig.settings.favourites, "it was one before");
    Widget row = rig.widget("server-10.0.0.7:7800");
    rig.click(row.x() + 16, row.centreY());
    assertEquals(List.of("10.0.0.7:7800"), rig.settings.favourites);
    assertEquals(Icon.STAR, ((TableRow) row).icon(ServerTable.FAVOURITE));
    rig.click("server-172.16.0.9:7777");
    rig.click("favourite");
    assertEquals(List.of("10.0.0.7:7800", "172.16.0.9:7777"), rig.settings.favourites);
    assertEquals(List.of("settings", "settings", "settings"), rig.takeHeard());
  }

  @Test
  void theNameIsKept() {
    rig.click("name");
    rig.holding(Key.LEFT_CONTROL, Key.A);
    rig.type("Ünal 😀");
    assertEquals("Ünal 😀", rig.settings.name);
    assertTrue(rig.takeHeard().contains("settings"));
    rig.click("settings");
    assertEquals("Ünal 😀", rig.widget("settings-name").text());
  }

  @Test
  void copyAndPasteUseTheClipboard() {
    rig.clipboard.held = "other.example:1\n";
    rig.click("address");
    rig.holding(Key.LEFT_CONTROL, Key.V);
    assertEquals("other.example:1 ", rig.widget("address").text());
    rig.holding(Key.LEFT_CONTROL, Key.A, Key.X);
    assertEquals("", rig.widget("address").text());
    assertEquals("other.example:1 ", rig.clipboard.held);
  }

  @Test
  void serversAreAskedAgain() {
    rig.click("refresh");
    assertEquals(List.of("refresh"), rig.takeHeard());
  }

  @Test
  void aWarningIsShownUntilSomethingElseIsDone() {
    rig.ui.warn("\"a b\" is no address.");
    rig.frame();
    assertTrue(rig.shows("is no address"));
    rig.click("server-10.0.0.7:7800");
    assertFalse(rig.shows("is no address"));
  }

  @Test
  void aRowThatGoesTakesTheChoiceWithIt() {
    rig.click("server-10.0.0.7:7800");
    rig.servers = rig.servers.subList(0, 1);
    rig.frame();
    assertNull(rig.ui.root().find("server-10.0.0.7:7800"));
    assertTrue(rig.shows("1 server known, 1 answers."));
  }
}
