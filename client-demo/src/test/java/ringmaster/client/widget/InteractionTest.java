package ringmaster.client.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringmaster.client.window.Key;

final class InteractionTest {
  private final List<String> pressed = new ArrayList<>();
  private final double[] volume = {50};
  private final Flow rows = Flow.column("rows", 2);
  private final ScrollArea area = new ScrollArea("area", rows);
  private final Flow root =
      Flow.column("root", 4)
          .add(
              Flow.row("top", 4)
                  .add(button("a"))
                  .add(button("b"))
                  .add(
                      new Slider(
                          "volume",
                          new Slider.Range(0, 100, 10, value -> Math.round(value) + " %"),
                          () -> volume[0],
                          value -> volume[0] = value)))
          .add(area, 100)
          .add(button("last"));
  private int clicks;
  private final Interaction interaction = new Interaction(root, () -> clicks++);

  InteractionTest() {
    for (int i = 0; i < 10; i++) {
      rows.add(button("row" + i));
    }
    settle();
  }

  private Button button(String id) {
    return new Button(id, id, () -> pressed.add(id));
  }

  private void settle() {
    root.settle(new PaperCanvas(), 600, 300);
  }

  private void press(Key... keys) {
    for (Key key : keys) {
      interaction.key(key, true, false);
      interaction.key(key, false, false);
      settle();
    }
  }

  private Widget widget(String id) {
    return Objects.requireNonNull(root.find(id));
  }

  private @Nullable String focus() {
    Widget focus = interaction.focus();
    return focus == null ? null : focus.id();
  }

  private void pointAt(String id) {
    interaction.pointerMoved(widget(id).centreX(), widget(id).centreY());
  }

  @Test
  void tabGoesThroughAllAndRound() {
    press(Key.TAB);
    assertEquals("a", focus());
    press(Key.TAB, Key.TAB, Key.TAB);
    assertEquals("row0", focus());
    interaction.key(Key.LEFT_SHIFT, true, false);
    press(Key.TAB, Key.TAB, Key.TAB, Key.TAB);
    assertEquals("last", focus());
  }

  @Test
  void arrowsAndThePadGoWhereTheyPoint() {
    press(Key.DOWN, Key.RIGHT);
    assertEquals("b", focus());
    press(Key.PAD_LEFT);
    assertEquals("a", focus());
    press(Key.PAD_DOWN);
    assertEquals("row0", focus());
    press(Key.RIGHT);
    assertEquals("row0", focus(), "nothing lies right of it on its line");
  }

  @Test
  void enterSpaceAndPadPressWhatHasTheFocus() {
    press(Key.TAB, Key.ENTER, Key.SPACE, Key.PAD_A, Key.KEYPAD_ENTER);
    assertEquals(List.of("a", "a", "a", "a"), pressed);
    assertEquals(4, clicks);
  }

  @Test
  void aDisabledWidgetIsPassedOver() {
    widget("b").setEnabled(false);
    press(Key.TAB, Key.TAB);
    assertEquals("volume", focus());
    pointAt("b");
    press(Key.MOUSE_1);
    assertEquals(List.of(), pressed);
  }

  @Test
  void aClickEndsWhereItBegan() {
    pointAt("a");
    assertTrue(widget("a").hovered());
    interaction.key(Key.MOUSE_1, true, false);
    assertTrue(widget("a").pressed());
    pointAt("b");
    interaction.key(Key.MOUSE_1, false, false);
    assertEquals(List.of(), pressed, "let go elsewhere");
    press(Key.MOUSE_1);
    assertEquals(List.of("b"), pressed);
  }

  @Test
  void aSliderIsDraggedAndStepped() {
    Widget slider = widget("volume");
    interaction.pointerMoved(slider.x() + 5, slider.centreY());
    interaction.key(Key.MOUSE_1, true, false);
    assertEquals(0, volume[0]);
    interaction.pointerMoved(slider.right() + 50, 290);
    assertEquals(100, volume[0], "beyond its end, and off it");
    interaction.key(Key.MOUSE_1, false, false);
    press(Key.LEFT, Key.PAD_LEFT);
    assertEquals(80, volume[0]);
    press(Key.HOME);
    assertEquals("0 %", slider.text());
  }

  @Test
  void whatGetsTheKeysIsScrolledIntoSight() {
    assertEquals(0, area.offset());
    interaction.focusOn(widget("row9"));
    settle();
    assertTrue(area.offset() > 0);
    assertTrue(widget("row9").bottom() <= area.bottom());
    interaction.focusOn(widget("row0"));
    settle();
    assertTrue(widget("row0").y() >= area.y());
  }

  @Test
  void theWheelScrollsWithinBounds() {
    pointAt("row1");
    assertFalse(interaction.scrolled(1), "already at the top");
    assertTrue(interaction.scrolled(-2));
    settle();
    assertTrue(area.offset() > 0);
    interaction.scrolled(-1_000);
    settle();
    assertEquals(area.bottom() - ScrollArea.INSET, widget("row9").bottom(), 0.5);
    assertFalse(interaction.scrolled(-1), "at the end");
  }

  @Test
  void pageKeysScrollFromWithin() {
    interaction.focusOn(widget("row0"));
    press(Key.PAGE_DOWN);
    assertTrue(area.offset() > 0);
    press(Key.PAGE_UP);
    assertEquals(0, area.offset());
  }

  @Test
  void whatIsScrolledAwayCannotBeClicked() {
    interaction.pointerMoved(widget("row9").centreX(), widget("row9").centreY());
    press(Key.MOUSE_1);
    assertEquals(List.of(), pressed);
  }

  @Test
  void rowsThatAreMadeAnewKeepTheFocus() {
    interaction.focusOn(widget("row3"));
    rows.clear();
    rows.add(button("row3"));
    settle();
    press(Key.ENTER);
    assertEquals(List.of("row3"), pressed);
    rows.clear();
    press(Key.ENTER);
    assertNull(focus(), "it is gone");
  }

  @Test
  void anotherTreeKeepsTheFirstOutOfReach() {
    Flow menu = Flow.column("menu", 0).add(button("resume"));
    menu.settle(new PaperCanvas(), 600, 300);
    press(Key.TAB);
    interaction.enter(menu, null);
    press(Key.TAB, Key.ENTER);
    interaction.pointerMoved(widget("last").centreX(), widget("last").centreY());
    press(Key.MOUSE_1);
    assertEquals(List.of("resume"), pressed);
    assertFalse(widget("a").focused());
  }
}
