package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringmaster.client.widget.PaperCanvas;
import ringmaster.client.window.Key;
import ringmaster.shared.protocol.DisconnectReason;

/** From screen to screen. */
final class ScreensTest {
  @Test
  void escapeGoesOneStepBack() {
    Rig rig = Rig.in(Screen.GAME);
    rig.press(Key.ESCAPE);
    assertEquals(Screen.MENU, rig.ui.screen());
    rig.press(Key.DOWN, Key.ENTER);
    assertEquals(Screen.SETTINGS, rig.ui.screen());
    rig.press(Key.ESCAPE);
    assertEquals(Screen.MENU, rig.ui.screen());
    rig.press(Key.ESCAPE);
    assertEquals(Screen.GAME, rig.ui.screen());
    assertEquals(List.of(), rig.takeHeard());
  }

  @Test
  void settingsOfTheStartPageGoBackToIt() {
    Rig rig = new Rig();
    rig.click("settings");
    assertEquals(Screen.SETTINGS, rig.ui.screen());
    rig.press(Key.PAD_B);
    assertEquals(Screen.BROWSER, rig.ui.screen());
    rig.press(Key.ESCAPE);
    assertEquals(Screen.BROWSER, rig.ui.screen(), "there is nothing before it");
    assertEquals(List.of(), rig.takeHeard());
  }

  @ParameterizedTest
  @EnumSource(
      value = Screen.class,
      names = {"CONNECTING", "FAILED"})
  void escapeLeavesCleanly(Screen screen) {
    Rig rig = Rig.in(screen);
    rig.press(Key.ESCAPE);
    assertEquals(Screen.BROWSER, rig.ui.screen());
    assertEquals(List.of("leave"), rig.takeHeard());
  }

  @Test
  void theMenuLeavesAndQuits() {
    Rig rig = Rig.in(Screen.MENU);
    rig.click("quit");
    assertEquals(List.of("quit"), rig.takeHeard());
    rig.click("leave");
    assertEquals(List.of("leave"), rig.takeHeard());
    assertEquals(Screen.BROWSER, rig.ui.screen());
  }

  @Test
  void theGameGoesOnBehindTheMenu() {
    Rig rig = Rig.in(Screen.MENU);
    rig.state.remainingSeconds = 61;
    rig.frame();
    assertTrue(((PaperCanvas) rig.canvas).words.contains("1:01"));
    assertTrue(rig.ui.wantsPointer());
    assertTrue(rig.ui.wantsKeys());
  }

  @Test
  void aPadOpensAndClosesTheMenu() {
    Rig rig = Rig.in(Screen.GAME);
    rig.press(Key.PAD_START);
    assertEquals(Screen.MENU, rig.ui.screen());
    rig.press(Key.PAD_START);
    assertEquals(Screen.GAME, rig.ui.screen());
  }

  @ParameterizedTest
  @EnumSource(DisconnectReason.class)
  void everyReasonSaysWhatToDo(DisconnectReason reason) {
    Rig rig = new Rig();
    rig.ui.fail(Failure.of(reason, ""));
    rig.frame();
    String sentence = rig.widget("failed-sentence").text();
    assertTrue(
        sentence
            .toLowerCase(java.util.Locale.ROOT)
            .startsWith(reason.sentence().toLowerCase(java.util.Locale.ROOT)),
        sentence);
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(rig.widget("failed-headline").text().isEmpty());
    assertTrue(rig.widget("failed-advice").text().endsWith("."));
  }

  @Test
  void kindsOfFailureDiffer() {
    assertEquals(Failure.Kind.LOST, Failure.of(DisconnectReason.TIMEOUT, "").kind());
    assertEquals(Failure.Kind.FULL, Failure.of(DisconnectReason.SERVER_FULL, "").kind());
    assertEquals(Failure.Kind.REFUSED, Failure.of(DisconnectReason.MODE_UNKNOWN, "").kind());
    assertEquals(Failure.Kind.OTHER_MAP, Failure.of(DisconnectReason.MAP_DIFFERS, "").kind());
    assertEquals(
        Failure.Kind.OTHER_VERSION, Failure.of(DisconnectReason.PROTOCOL_VERSION, "").kind());
    assertEquals("No.", Failure.of(DisconnectReason.SERVER_FULL, "No.").sentence());
  }

  @Test
  void aFailureIsTriedAgainByEnter() {
    Rig rig = new Rig();
    rig.ui.fail(Failure.of(DisconnectReason.CONNECTION_LOST, ""));
    rig.frame();
    rig.press(Key.ENTER);
    assertEquals(List.of("retry"), rig.takeHeard());
    assertEquals(Screen.CONNECTING, rig.ui.screen());
  }

  @Test
  void theReleaseOfAKeyFollowsItsPress() {
    Rig rig = Rig.in(Screen.GAME);
    assertFalse(rig.ui.key(Key.W, true, false));
    assertTrue(rig.ui.key(Key.ESCAPE, true, false));
    assertFalse(rig.ui.key(Key.W, false, false), "the game saw it go down");
    assertTrue(rig.ui.key(Key.ESCAPE, false, false));
    assertTrue(rig.ui.key(Key.W, true, false));
    assertTrue(rig.ui.key(Key.W, false, false));
  }

  @Test
  void keysOfTheWindowWorkOnEveryScreen() {
    for (Screen screen : Screen.values()) {
      Rig rig = Rig.in(screen);
      assertFalse(rig.ui.key(Key.F11, true, false), screen.name());
      assertFalse(rig.ui.key(Key.F12, true, false), screen.name());
    }
  }

  @Test
  void anIconifiedWindowIsNotDrawn() {
    Rig rig = Rig.in(Screen.GAME);
    rig.width = 0;
    rig.height = 0;
    rig.frame();
    rig.width = 1280;
    rig.height = 720;
    rig.frame();
    assertTrue(rig.shows("2:34"));
  }
}
