package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.client.widget.Button;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.ScrollArea;
import ringmaster.client.widget.Widget;
import ringmaster.client.window.Key;
import ringmaster.shared.game.Simulation.Phase;

/** Every screen at every size: all of it on the screen, nothing over its neighbour. */
final class LayoutTest {
  private static final int[][] SIZES = {
    {640, 360}, {1280, 720}, {1024, 768}, {3840, 2160}, {3440, 1440}, {360, 640}
  };

  static Stream<Arguments> all() {
    List<Arguments> all = new ArrayList<>();
    for (int[] size : SIZES) {
      for (Screen screen : Screen.values()) {
        for (int percent : new int[] {75, 100, 200}) {
          all.add(Arguments.of(screen, size[0], size[1], percent));
        }
      }
    }
    return all.stream();
  }

  private static Rig rig(Screen screen, int width, int height, int percent) {
    Rig rig = new Rig();
    rig.width = width;
    rig.height = height;
    rig.settings.hudScalePercent = percent;
    rig.ui.fail(new Failure(Failure.Kind.UNREACHABLE, "no server answers at that address"));
    rig.ui.connecting("a-rather-long-name.of.some.example.org:7777");
    rig.ui.show(screen);
    rig.frame();
    return rig;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everythingHasItsPlace(Screen screen, int width, int height, int percent) {
    Rig rig = rig(screen, width, height, percent);
    check(rig);
    if (screen == Screen.GAME) {
      checkGame(rig);
    }
    if (screen == Screen.SETTINGS) {
      for (String tab : new String[] {"controls", "video", "sound", "chat-settings"}) {
        rig.click(tab + "-tab");
        rig.frame();
        check(rig);
      }
    }
  }

  private static void checkGame(Rig rig) {
    rig.state.networkWarning = "Nothing was heard from the server for 3 s.";
    rig.press(Key.ENTER);
    check(rig);
    rig.press(Key.ESCAPE);
    rig.state.alive = false;
    rig.state.spectating = true;
    rig.state.watched = "Sixteen letters!";
    rig.frame();
    check(rig);
    rig.state.phase = Phase.RESULTS;
    Samples.scoreboard(rig.state, 64);
    rig.frame();
    check(rig);
  }

  private static void check(Rig rig) {
    float width = rig.width / rig.canvas.pixelsPerUnit();
    float height = rig.height / rig.canvas.pixelsPerUnit();
    rig.ui
        .root()
        .each(widget -> {
          if (widget.showing() && !scrolls(widget)) {
            String where = widget.id() + " in\n" + rig.ui.root().describe();
            assertTrue(widget.x() >= -0.1f && widget.right() <= width + 0.1f, where);
            assertTrue(widget.y() >= -0.1f && widget.bottom() <= height + 0.1f, where);
          }
          checkWidth(rig, widget);
          checkInside(widget);
          if (widget instanceof Flow) {
            checkApart(widget);
          }
        });
  }

  private static void checkInside(Widget widget) {
    Widget parent = widget.parent();
    if (parent != null && widget.showing() && !(parent instanceof ScrollArea)) {
      boolean inside =
          widget.x() >= parent.x() - 0.6f
              && widget.y() >= parent.y() - 0.6f
              && widget.right() <= parent.right() + 0.6f
              && widget.bottom() <= parent.bottom() + 0.6f;
      assertTrue(inside, widget.id() + " leaves " + parent.id() + "\n" + parent.describe());
    }
  }

  private static boolean scrolls(Widget widget) {
    for (Widget above = widget.parent(); above != null; above = above.parent()) {
      if (above instanceof ScrollArea) {
        return true;
      }
    }
    return false;
  }

  private static void checkWidth(Rig rig, Widget widget) {
    if (widget instanceof Button && widget.showing()) {
      float wanted = widget.preferredWidth(rig.canvas);
      assertTrue(widget.width() >= wanted - 0.5f, widget.id() + " is cut short");
    }
  }

  private static void checkApart(Widget flow) {
    List<Widget> shown = flow.children().stream().filter(Widget::showing).toList();
    for (int i = 1; i < shown.size(); i++) {
      Widget before = shown.get(i - 1);
      Widget after = shown.get(i);
      boolean apart = after.x() >= before.right() - 0.1f || after.y() >= before.bottom() - 0.1f;
      assertTrue(apart, before.id() + " overlaps " + after.id());
    }
  }

  @Test
  void partsOfTheHeadUpDisplayDoNotMeet() {
    Rig rig = rig(Screen.GAME, 640, 360, 100);
    checkApart(rig, "meters", "match-panel", "feed", "chat", "vitals");
    rig.state.phase = Phase.RESULTS;
    Samples.scoreboard(rig.state, 64);
    rig.press(Key.ENTER);
    checkApart(rig, "meters", "results", "chat");
  }

  private static void checkApart(Rig rig, String... parts) {
    for (int i = 0; i < parts.length; i++) {
      for (int j = 0; j < i; j++) {
        Widget a = rig.widget(parts[i]);
        Widget b = rig.widget(parts[j]);
        boolean apart =
            a.x() >= b.right() || b.x() >= a.right() || a.y() >= b.bottom() || b.y() >= a.bottom();
        assertTrue(apart, parts[i] + " meets " + parts[j] + "\n" + rig.ui.root().describe());
      }
    }
  }

  @Test
  void lettersGrowWithTheWindowAndTheSetting() {
    assertEquals(0.75f, rig(Screen.GAME, 640, 360, 100).canvas.pixelsPerUnit(), 0.01f);
    assertEquals(1, rig(Screen.GAME, 1280, 720, 100).canvas.pixelsPerUnit());
    assertEquals(1.25f, rig(Screen.GAME, 1280, 720, 125).canvas.pixelsPerUnit());
    assertEquals(3, rig(Screen.GAME, 3840, 2160, 100).canvas.pixelsPerUnit());
    float most = rig(Screen.GAME, 1280, 720, 200).canvas.pixelsPerUnit();
    assertEquals(1.5f, most, 0.01f, "no larger than the screens have room for");
  }
}
