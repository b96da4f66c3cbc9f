package ringmaster.client.widget;

import java.util.ArrayList;
import java.util.List;
import ringmaster.client.window.Key;

/** Several pages, one of them shown, with a button each. The bumpers of a gamepad turn them. */
public final class Tabs extends Group {
  private static final float BAR_HEIGHT = 38;
  private static final float GAP = 10;

  private final Flow bar;
  private final List<Button> buttons = new ArrayList<>();
  private final List<Widget> pages = new ArrayList<>();
  private int selected;

  public Tabs(String id) {
    super(id);
    bar = Flow.row(id + "-bar", 4);
    adopt(bar);
  }

  public Tabs add(String title, Widget page) {
    int index = pages.size();
    Button button = new Button(page.id() + "-tab", title, () -> select(index)).quiet();
    buttons.add(button);
    bar.add(button);
    pages.add(page);
    adopt(page);
    select(selected);
    return this;
  }

  public int selected() {
    return selected;
  }

  /** The button of the page that is shown. */
  public Button current() {
    return buttons.get(selected);
  }

  public void select(int index) {
    selected = index;
    for (int i = 0; i < pages.size(); i++) {
      pages.get(i).setVisible(i == index);
      buttons.get(i).choose(i == index);
    }
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    boolean cycle = key == Key.TAB && held.control();
    if (key == Key.PAD_LEFT_BUMPER || (cycle && held.shift())) {
      select(Math.floorMod(selected - 1, pages.size()));
    } else if (key == Key.PAD_RIGHT_BUMPER || cycle) {
      select((selected + 1) % pages.size());
    } else {
      return false;
    }
    return true;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return bar.preferredWidth(canvas);
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return BAR_HEIGHT + GAP + pages.get(selected).preferredHeight(canvas, forWidth);
  }

  @Override
  public void place(Canvas canvas, float x, float y, float width, float height) {
    super.place(canvas, x, y, width, height);
    bar.place(canvas, x, y, Math.min(width, bar.preferredWidth(canvas)), BAR_HEIGHT);
    float top = BAR_HEIGHT + GAP;
    pages.get(selected).place(canvas, x, y + top, width, height - top);
  }
}
