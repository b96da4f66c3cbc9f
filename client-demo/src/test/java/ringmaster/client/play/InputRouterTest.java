package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.hud.HudState;
import ringmaster.client.hud.Screen;
import ringmaster.client.hud.Ui;
import ringmaster.client.input.Controls;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.PaperCanvas;
import ringmaster.client.window.Key;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;

/** Who hears a key, the screens or the tank. */
final class InputRouterTest {
  private final Settings settings = new Settings();
  private final PaperCanvas canvas = new PaperCanvas();
  private final Ui ui =
      new Ui(
          settings,
          List::of,
          Games.installed(),
          canvas,
          new NoClipboard(),
          NetworkProfile.NONE,
          new NetcodeSwitches(),
          new DeafUiListener());
  private final Controls controls = new Controls(settings, Map.of(), action -> {});
  private final InputRouter router = new InputRouter(ui, controls);
  private final HudState state = new HudState();

  private void inMatch() {
    state.inMatch = true;
    ui.show(Screen.GAME);
  }

  private boolean shows(String text) {
    ui.update(state);
    ui.draw(1280, 720, 1);
    return canvas.words.contains(text);
  }

  @Test
  void aLostWindowLetsGoOfTankAndScreensAlike() {
    inMatch();
    state.mode = "skirmish";
    state.map = "yard";
    router.key(Key.W, true, false);
    router.key(Key.TAB, true, false);
    assertTrue(controls.isDown(Action.FORWARD));
    assertTrue(shows("skirmish on yard"), "the scoreboard is held");
    router.focused(false);
    assertFalse(controls.isDown(Action.FORWARD));
    assertFalse(shows("skirmish on yard"), "nobody sees its key come up");
  }

  @Test
  void aKeyOfTheGameComesUpThereWhateverOpenedMeanwhile() {
    inMatch();
    router.key(Key.W, true, false);
    router.key(Key.ENTER, true, false);
    assertTrue(ui.wantsKeys(), "the chat is open");
    router.key(Key.W, false, false);
    assertFalse(controls.isDown(Action.FORWARD));
  }

  @Test
  void theWheelIsForTheGameUnlessTheChatIsOpen() {
    inMatch();
    router.scrolled(2);
    router.key(Key.ENTER, true, false);
    router.scrolled(5);
    assertEquals(2, router.takeLines());
    assertEquals(0, router.takeLines());
  }
}
