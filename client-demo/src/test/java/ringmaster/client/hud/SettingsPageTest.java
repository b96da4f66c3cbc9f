package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.NetGraphLevel;
import ringmaster.client.settings.Quality;
import ringmaster.client.window.Key;

final class SettingsPageTest {
  private final Rig rig = Rig.in(Screen.SETTINGS);

  private void open(String tab) {
    rig.click(tab + "-tab");
  }

  private void listenAt(String cell) {
    rig.ui.interaction().focusOn(rig.widget(cell));
    rig.frame();
    rig.press(Key.ENTER);
    assertEquals("Press a key…", rig.widget(cell).text());
  }

  @Test
  void tabsAreTurnedByBumpersAndKeys() {
    rig.press(Key.PAD_RIGHT_BUMPER);
    assertTrue(rig.widget("controls").visible());
    assertFalse(rig.widget("player").visible());
    rig.press(Key.PAD_LEFT_BUMPER, Key.PAD_LEFT_BUMPER);
    assertTrue(rig.widget("network").visible());
    rig.holding(Key.LEFT_CONTROL, Key.TAB);
    assertTrue(rig.widget("player").visible());
  }

  @Test
  void videoIsChanged() {
    open("video");
    rig.click("quality");
    rig.click("fullscreen");
    rig.click("vsync");
    rig.click("fps-cap");
    rig.click("hud-scale");
    rig.click("camera-shake");
    rig.click("net-graph-level");
    assertEquals(Quality.LOWEST, rig.settings.quality);
    assertTrue(rig.settings.fullscreen);
    assertFalse(rig.settings.vsync);
    assertEquals(165, rig.settings.fpsCap);
    assertEquals(125, rig.settings.hudScalePercent);
    assertFalse(rig.settings.cameraShake);
    assertEquals(NetGraphLevel.FIGURES, rig.settings.netGraph);
    assertEquals(7, rig.takeHeard().size());
  }

  @Test
  void aNetworkCanBeMadeWorse() {
    open("network");
    assertEquals("none", rig.widget("network-preset").text());
    for (int i = 0; i < 4; i++) {
      rig.click("network-preset");
    }
    assertEquals("4g", rig.widget("network-preset").text());
    assertEquals("30 ms", rig.widget("network-latency").text());
    assertEquals("1.5 %", rig.widget("network-loss").text());
    rig.takeHeard();
    rig.click("network-latency");
    rig.press(Key.RIGHT);
    assertEquals("As below", rig.widget("network-preset").text());
    List<String> heard = rig.takeHeard();
    assertEquals(List.of("network 345 ms", "network 350 ms"), heard);
  }

  @Test
  void eachPartOfTheNetcodeCanBeLeftOut() {
    open("network");
    for (String id : List.of("prediction", "interpolation", "smoothing", "lag-compensation")) {
      rig.ui.interaction().focusOn(rig.widget("switch-" + id));
      rig.press(Key.ENTER);
    }
    assertFalse(rig.switches.prediction);
    assertFalse(rig.switches.interpolation);
    assertFalse(rig.switches.smoothing);
    assertFalse(rig.switches.lagCompensation);
  }

  @Test
  void aChoiceGoesBothWaysAndRound() {
    open("video");
    rig.ui.interaction().focusOn(rig.widget("quality"));
    rig.press(Key.LEFT);
    assertEquals("High", rig.widget("quality").text());
    rig.press(Key.PAD_RIGHT);
    assertEquals("Auto", rig.widget("quality").text());
  }

  @Test
  void soundIsChangedByKeys() {
    open("sound");
    rig.ui.interaction().focusOn(rig.widget("master-volume"));
    rig.press(Key.LEFT, Key.LEFT);
    rig.press(Key.DOWN, Key.PAD_LEFT);
    rig.press(Key.PAD_DOWN, Key.HOME);
    assertEquals(70, rig.settings.masterVolumePercent);
    assertEquals(95, rig.settings.effectsVolumePercent);
    assertEquals(0, rig.settings.engineVolumePercent);
    assertEquals("70 %", rig.widget("master-volume").text());
  }

  @Test
  void aKeyIsBound() {
    open("controls");
    listenAt("bind-forward-2");
    rig.press(Key.I);
    assertEquals(List.of(Key.W, Key.UP, Key.I), rig.keys(Action.FORWARD));
    assertEquals("I", rig.widget("bind-forward-2").text());
    assertEquals(List.of("settings"), rig.takeHeard());
  }

  @Test
  void mouseAndPadButtonsAreBoundToo() {
    open("controls");
    listenAt("bind-boost-0");
    rig.press(Key.MOUSE_3);
    listenAt("bind-boost-1");
    rig.press(Key.PAD_A);
    assertEquals(List.of(Key.MOUSE_3, Key.PAD_A, Key.PAD_LEFT_TRIGGER), rig.keys(Action.BOOST));
  }

  @Test
  void escapeLeavesTheKeyAsItWas() {
    open("controls");
    listenAt("bind-forward-0");
    rig.press(Key.ESCAPE);
    assertEquals("W", rig.widget("bind-forward-0").text());
    assertEquals(Screen.SETTINGS, rig.ui.screen());
  }

  @Test
  void aTakenKeyIsSwappedIfWanted() {
    open("controls");
    listenAt("bind-back-0");
    rig.press(Key.W);
    assertTrue(rig.shows("W is used for \"Forward\""));
    assertEquals(Key.S, rig.keys(Action.BACK).getFirst(), "not yet");
    rig.press(Key.ENTER);
    assertEquals(List.of(Key.W, Key.DOWN), rig.keys(Action.BACK));
    assertEquals(List.of(Key.S, Key.UP), rig.keys(Action.FORWARD));
    assertFalse(rig.shows("is used for"));
  }

  @Test
  void aTakenKeyForAnEmptyFieldIsTakenOver() {
    open("controls");
    listenAt("bind-back-2");
    rig.press(Key.W);
    rig.click("conflict-swap");
    assertEquals(List.of(Key.S, Key.DOWN, Key.W), rig.keys(Action.BACK));
    assertEquals(List.of(Key.UP), rig.keys(Action.FORWARD));
  }

  @Test
  void aTakenKeyMayServeBoth() {
    open("controls");
    listenAt("bind-back-0");
    rig.press(Key.W);
    rig.click("conflict-keep");
    assertEquals(Key.W, rig.keys(Action.BACK).getFirst());
    assertEquals(Key.W, rig.keys(Action.FORWARD).getFirst());
  }

  @Test
  void escapeTakesTheQuestionBack() {
    open("controls");
    listenAt("bind-back-0");
    rig.press(Key.W, Key.ESCAPE);
    assertFalse(rig.shows("is used for"));
    assertEquals(Screen.SETTINGS, rig.ui.screen());
    assertEquals(Key.S, rig.keys(Action.BACK).getFirst());
    assertEquals(List.of(), rig.takeHeard());
  }

  @Test
  void aKeyIsTakenAwayAndAllAreReset() {
    open("controls");
    rig.ui.interaction().focusOn(rig.widget("bind-chat-0"));
    rig.press(Key.DELETE);
    assertEquals(List.of(Key.T), rig.keys(Action.CHAT));
    rig.ui.interaction().focusOn(rig.widget("reset-keys"));
    rig.press(Key.ENTER);
    assertEquals(Action.CHAT.defaults(), rig.keys(Action.CHAT));
  }

  @Test
  void sensitivitiesAreChanged() {
    open("controls");
    rig.ui.interaction().focusOn(rig.widget("mouse-sensitivity"));
    rig.press(Key.RIGHT);
    rig.press(Key.DOWN, Key.LEFT);
    rig.press(Key.DOWN, Key.RIGHT);
    assertEquals(2.6f, rig.settings.mouseSensitivity, 1e-5f);
    assertEquals(3.4f, rig.settings.padSensitivity, 1e-5f);
    assertEquals(16, rig.settings.padDeadZonePercent);
  }

  @Test
  void playersAreMutedAndHeardAgain() {
    open("chat-settings");
    rig.frame();
    assertFalse(rig.shows("Grace"), "nobody mutes oneself");
    rig.click("mute-Ada");
    assertEquals(List.of("Ada"), rig.settings.muted);
    assertEquals("Show again", rig.widget("mute-Ada").text());
    rig.state.scoreboard.clear();
    rig.frame();
    assertTrue(rig.shows("Ada"), "who is gone can still be heard again");
    rig.click("mute-Ada");
    assertEquals(List.of(), rig.settings.muted);
  }
}
