package ringmaster.client.hud;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Icon;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Text;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;

/** Who destroyed whom, newest last; each line goes after a while. */
final class KillFeed {
  private static final int LINES = 6;
  private static final long SHOWN_NANOS = TimeUnit.SECONDS.toNanos(6);
  private static final long FADE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  private final Line[] lines = new Line[LINES];
  private final Flow column = Flow.column("feed", 4);

  KillFeed() {
    for (int i = 0; i < LINES; i++) {
      lines[i] = new Line("feed-" + i);
      column.add(lines[i]);
    }
  }

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    int first = Math.max(0, state.feed.size() - LINES);
    for (int i = 0; i < LINES; i++) {
      boolean there = first + i < state.feed.size();
      lines[i].show(there ? state.feed.get(first + i) : null, state.nowNanos);
    }
  }

  private static Icon iconOf(String weapon) {
    return switch (weapon) {
      case "rail" -> Icon.RAIL;
      case "rocket" -> Icon.ROCKET;
      case "barrel" -> Icon.BARREL;
      default -> Icon.DEATH;
    };
  }

  /** One line. */
  private static final class Line extends Widget {
    private static final float HEIGHT = 24;
    private static final float PADDING = 9;
    private static final float ICON = 16;
    private static final float GAP = 7;

    private final Text killer = new Text(TextStyle.SMALL_STRONG);
    private final Text victim = new Text(TextStyle.SMALL_STRONG);
    private HudState.@Nullable FeedLine line;

    Line(String id) {
      super(id);
      setVisible(false);
    }

    void show(HudState.@Nullable FeedLine now, long nowNanos) {
      if (line != now) {
        line = now;
        if (now != null) {
          killer.set(now.killer());
          victim.set(now.victim());
        }
      }
      setVisible(now != null && nowNanos - now.atNanos() < SHOWN_NANOS);
    }

    @Override
    public String text() {
      HudState.FeedLine now = line;
      return now == null ? "" : (now.killer() + " " + now.weapon() + " " + now.victim()).strip();
    }

    @Override
    public float preferredWidth(Canvas canvas) {
      return killer.width(canvas) + ICON + victim.width(canvas) + 2 * (PADDING + GAP);
    }

    @Override
    public float preferredHeight(Canvas canvas, float forWidth) {
      return HEIGHT;
    }

    @Override
    protected void paint(Canvas canvas, long nowNanos) {
      HudState.FeedLine now = line;
      if (now == null) {
        return;
      }
      long left = SHOWN_NANOS - (nowNanos - now.atNanos());
      canvas.opacity(Math.clamp(left / (float) FADE_NANOS, 0f, 1f));
      paint(canvas, now);
      canvas.opacity(1);
    }

    private void paint(Canvas canvas, HudState.FeedLine now) {
      float most = (width() - ICON - 2 * (PADDING + GAP)) / 2;
      float killerWidth = Math.min(most, killer.width(canvas));
      float victimWidth = Math.min(most, victim.width(canvas));
      boolean byNobody = killer.words().isEmpty();
      float before = byNobody ? 0 : killerWidth + GAP;
      float whole = before + ICON + GAP + victimWidth + 2 * PADDING;
      float at = right() - whole;
      canvas.fill(at, y(), whole, HEIGHT, 6, Palette.GLASS);
      if (now.concernsSelf()) {
        canvas.outline(at, y(), whole, HEIGHT, 6, 1.5f, Palette.FOCUS);
      }
      at += PADDING;
      killer.draw(canvas, at, centreY(), killerWidth, 0, Palette.readable(now.killerRgb()));
      at += before;
      canvas.icon(iconOf(now.weapon()), at + ICON / 2, centreY(), ICON, Palette.TEXT);
      at += ICON + GAP;
      victim.draw(canvas, at, centreY(), victimWidth, 0, Palette.readable(now.victimRgb()));
    }
  }
}
