package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Overlay;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Text;
import ringmaster.client.widget.TextStyle;

/** The names over the tanks, with a small bar of health each. */
final class NameTags extends Overlay {
  private static final float BAR_WIDTH = 46;
  private static final float NEAR_METERS = 25;
  private static final float FAR_METERS = 110;
  private static final float FAR_OPACITY = 0.7f;

  private final List<Text> names = new ArrayList<>();
  private HudState state = new HudState();

  NameTags() {
    super("name-tags");
  }

  void update(HudState now) {
    state = now;
    while (names.size() < now.labelCount) {
      names.add(new Text(TextStyle.SMALL_STRONG));
    }
    for (int i = 0; i < now.labelCount; i++) {
      names.get(i).set(now.labels.get(i).name);
    }
  }

  @Override
  public String text() {
    StringJoiner text = new StringJoiner(" | ");
    for (int i = 0; i < state.labelCount; i++) {
      text.add(names.get(i).words());
    }
    return text.toString();
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    for (int i = 0; i < state.labelCount; i++) {
      paintTag(canvas, state.labels.get(i), names.get(i));
    }
  }

  private void paintTag(Canvas canvas, HudState.Label label, Text name) {
    float far = (label.distanceMeters - NEAR_METERS) / (FAR_METERS - NEAR_METERS);
    float opacity = 1 - Math.clamp(far, 0f, 1f) * (1 - FAR_OPACITY);
    float middle = Math.round(label.x * width());
    float top = Math.round(label.y * height()) - 26;
    float left = middle - name.width(canvas) / 2;
    name.draw(canvas, left + 1, top + 9, Palette.faded(Palette.SHADOW, opacity));
    name.draw(canvas, left, top + 8, Palette.faded(Palette.readable(label.rgb), opacity));
    if (label.health >= 0) {
      paintHealth(canvas, middle - BAR_WIDTH / 2, top + 19, label.health, opacity);
    }
  }

  private static void paintHealth(
      Canvas canvas, float left, float top, float health, float opacity) {
    float share = Math.clamp(health, 0f, 1f);
    canvas.fill(left - 1, top - 1, BAR_WIDTH + 2, 6, 0, Palette.faded(Palette.SHADOW, opacity));
    canvas.fill(left, top, BAR_WIDTH * share, 4, 0, Palette.faded(Palette.TEXT, opacity));
  }
}
