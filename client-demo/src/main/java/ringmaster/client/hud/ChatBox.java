package ringmaster.client.hud;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ringmaster.client.settings.Settings;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Clipboard;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Text;
import ringmaster.client.widget.TextEdit;
import ringmaster.client.widget.TextField;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;
import ringmaster.client.window.Key;
import ringmaster.shared.protocol.Limits;

/**
 * What players say. Closed, it shows the last lines until they fade; open, all there are, and a
 * line to write.
 */
final class ChatBox {
  private static final long SHOWN_NANOS = TimeUnit.SECONDS.toNanos(8);
  private static final long FADE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Settings settings;
  private final Consumer<String> say;
  private final Figures bytes = new Figures(" / " + Limits.MAX_CHAT_BYTES);
  private final Log log = new Log();
  private final TextField field;
  private final Label count =
      new Label("chat-count", TextStyle.SMALL, Palette.TEXT_SOFT).aligned(1);
  private final Flow foot;
  private final Flow column;
  private boolean open;

  ChatBox(Settings settings, Clipboard clipboard, Consumer<String> say) {
    this.settings = settings;
    this.say = say;
    TextEdit edit = new TextEdit(Limits.MAX_CHAT_BYTES, Limits.MAX_CHAT_BYTES);
    field =
        new TextField("chat-field", "Say to the match", edit, clipboard)
            .onChange(text -> showCount())
            .onSubmit(text -> send());
    foot = Flow.column("chat-foot", 2).add(field).add(count);
    foot.setVisible(false);
    column = Flow.column("chat", 6).addGrowing(log, 1).add(foot);
  }

  Flow widget() {
    return column;
  }

  TextField field() {
    return field;
  }

  boolean open() {
    return open;
  }

  void setOpen(boolean nowOpen) {
    open = nowOpen;
    field.set("");
    showCount();
    foot.setVisible(nowOpen);
    log.scrollToEnd();
  }

  private void showCount() {
    count.set(bytes.of(field.edit().bytes()));
  }

  private void send() {
    String line = field.text().strip();
    setOpen(false);
    if (!line.isEmpty()) {
      say.accept(line);
    }
  }

  /** A key while it is open; whether it turned the pages. */
  boolean key(Key key) {
    switch (key) {
      case PAGE_UP -> log.scroll(log.page());
      case PAGE_DOWN -> log.scroll(-log.page());
      case UP -> log.scroll(1);
      case DOWN -> log.scroll(-1);
      default -> {
        return false;
      }
    }
    return true;
  }

  void scrolled(float lines) {
    log.scroll(Math.round(lines * 2));
  }

  void update(HudState state) {
    log.update(state);
  }

  /**
   * A line as it is shown; what one person says may take several.
   *
   * @param name null on the later lines of several
   */
  private record Row(@Nullable Text name, int rgb, Text words, long atNanos) {}

  /** The lines. */
  private final class Log extends Widget {
    private static final float LINE = 20;
    private static final float PADDING = 8;

    private final List<Row> rows = new ArrayList<>();
    private HudState state = new HudState();
    private boolean unread = true;
    private int builtSize;
    private HudState.@Nullable ChatLine builtLast;
    private int builtMuted;
    private float builtWidth;
    private float builtScale;
    private int above;

    Log() {
      super("chat-log");
    }

    void update(HudState now) {
      state = now;
      HudState.ChatLine last = now.chat.isEmpty() ? null : now.chat.getLast();
      if (now.chat.size() != builtSize
          || last != builtLast
          || settings.muted.size() != builtMuted) {
        builtSize = now.chat.size();
        builtLast = last;
        builtMuted = settings.muted.size();
        unread = true;
      }
    }

    int page() {
      return Math.max(1, visibleRows() - 1);
    }

    void scroll(int lines) {
      above = Math.clamp(above + lines, 0, Math.max(0, rows.size() - visibleRows()));
    }

    void scrollToEnd() {
      above = 0;
    }

    private int visibleRows() {
      return (int) ((height() - 2 * PADDING) / LINE);
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (HudState.ChatLine line : state.chat) {
        if (isShown(line)) {
          text.append(text.isEmpty() ? "" : "\n");
          text.append(line.name()).append(line.name().isEmpty() ? "" : ": ").append(line.text());
        }
      }
      return text.toString();
    }

    private boolean isShown(HudState.ChatLine line) {
      boolean muted = !line.name().isEmpty() && settings.muted.contains(line.name());
      return !muted && (open || state.nowNanos - line.atNanos() < SHOWN_NANOS);
    }

    @Override
    public float preferredWidth(Canvas canvas) {
      return 300;
    }

    @Override
    public float preferredHeight(Canvas canvas, float forWidth) {
      return 8 * LINE + 2 * PADDING;
    }

    @Override
    protected void paint(Canvas canvas, long nowNanos) {
      build(canvas);
      if (open) {
        canvas.fill(x(), y(), width(), height(), 8, Palette.GLASS);
        if (above > 0) {
          canvas.fill(x(), bottom() - 3, width(), 3, 1.5f, Palette.WARNING);
        }
      }
      float middle = bottom() - PADDING - LINE / 2;
      int last = rows.size() - 1 - (open ? above : 0);
      for (int i = last; i >= 0 && middle > y() + PADDING; i--, middle -= LINE) {
        if (!paintRow(canvas, rows.get(i), middle, nowNanos)) {
          return;
        }
      }
    }

    /** Whether it can still be seen, and so perhaps what was said before. */
    private boolean paintRow(Canvas canvas, Row row, float middle, long nowNanos) {
      long left = SHOWN_NANOS - (nowNanos - row.atNanos);
      if (!open && left <= 0) {
        return false;
      }
      float opacity = open ? 1 : Math.clamp(left / (float) FADE_NANOS, 0f, 1f);
      float at = x() + PADDING;
      if (row.name != null) {
        row.name.draw(canvas, at + 1, middle + 1, Palette.faded(Palette.SHADOW, opacity));
        row.name.draw(canvas, at, middle, Palette.faded(Palette.readable(row.rgb), opacity));
        at += row.name.width(canvas) + 6;
      }
      row.words.draw(canvas, at + 1, middle + 1, Palette.faded(Palette.SHADOW, opacity));
      row.words.draw(canvas, at, middle, Palette.faded(Palette.TEXT, opacity));
      return true;
    }

    private void build(Canvas canvas) {
      if (!unread && builtWidth == width() && builtScale == canvas.pixelsPerUnit()) {
        return;
      }
      unread = false;
      builtWidth = width();
      builtScale = canvas.pixelsPerUnit();
      rows.clear();
      for (HudState.ChatLine line : state.chat) {
        if (line.name().isEmpty() || !settings.muted.contains(line.name())) {
          addRows(canvas, line);
        }
      }
      scroll(0);
    }

    /** The first line stands beside the name, those after it below. */
    private void addRows(Canvas canvas, HudState.ChatLine line) {
      Text name = null;
      float room = width() - 2 * PADDING;
      float beside = room;
      if (!line.name().isEmpty()) {
        name = new Text(TextStyle.SMALL_STRONG);
        name.set(line.name());
        beside -= name.width(canvas) + 6;
      }
      String rest = line.text();
      do {
        List<String> broken =
            Text.wrap(canvas, rest, TextStyle.SMALL, name == null ? room : beside);
        String first = broken.isEmpty() ? "" : broken.getFirst();
        rest = rest.strip().substring(first.length()).strip();
        Text words = new Text(TextStyle.SMALL);
        words.set(first);
        rows.add(new Row(name, line.rgb(), words, line.atNanos()));
        name = null;
      } while (!rest.isEmpty());
    }
  }
}
