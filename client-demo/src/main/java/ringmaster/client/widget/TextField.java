package ringmaster.client.widget;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ringmaster.client.window.Key;

/** A line to write in. */
public final class TextField extends Widget {
  private static final float PADDING = 10;
  private static final long BLINK_NANOS = TimeUnit.MILLISECONDS.toNanos(530);

  private final TextEdit edit;
  private final Clipboard clipboard;
  private final Text shown = new Text(TextStyle.BODY);
  private final Text hint = new Text(TextStyle.BODY);
  private Consumer<String> onChange = text -> {};
  private Consumer<String> onSubmit = text -> {};

  /** Where the cursor can stand: indices into the text, and how far right of its beginning. */
  private int[] stopIndex = new int[1];

  private float[] stopX = new float[1];
  private int stops;
  private String stopsOf = "";
  private float stopsScale;
  private float shift;
  private long restedNanos;
  private boolean moved;

  public TextField(String id, String hint, TextEdit edit, Clipboard clipboard) {
    super(id);
    this.edit = edit;
    this.clipboard = clipboard;
    this.hint.set(hint);
  }

  /** Told each change made by a person. */
  public TextField onChange(Consumer<String> action) {
    onChange = action;
    return this;
  }

  /** Told the text when Enter is pressed. */
  public TextField onSubmit(Consumer<String> action) {
    onSubmit = action;
    return this;
  }

  @Override
  public String text() {
    return edit.value();
  }

  public TextEdit edit() {
    return edit;
  }

  public void set(String text) {
    edit.set(text);
  }

  @Override
  public boolean focusable() {
    return true;
  }

  @Override
  protected void focusChanged() {
    moved = true;
    if (!focused()) {
      edit.moveTo(edit.cursor(), false);
    }
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return 240;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return Button.HEIGHT;
  }

  @Override
  protected boolean typed(int codePoint) {
    changing(() -> edit.insert(Character.toString(codePoint)));
    return true;
  }

  private void changing(Runnable action) {
    String before = edit.value();
    action.run();
    moved = true;
    if (!before.equals(edit.value())) {
      onChange.accept(edit.value());
    }
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    boolean used = held.control() ? command(key, held) : plain(key, held.shift());
    moved |= used;
    return used;
  }

  private boolean command(Key key, Modifiers held) {
    switch (key) {
      case A -> edit.selectAll();
      case C -> copy();
      case X -> {
        copy();
        changing(() -> edit.insert(""));
      }
      case V -> changing(() -> edit.insert(clipboard.read()));
      case LEFT -> edit.left(true, held.shift());
      case RIGHT -> edit.right(true, held.shift());
      case BACKSPACE -> changing(() -> edit.deleteBackward(true));
      case DELETE -> changing(() -> edit.deleteForward(true));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void copy() {
    if (!edit.selection().isEmpty()) {
      clipboard.write(edit.selection());
    }
  }

  private boolean plain(Key key, boolean shifted) {
    switch (key) {
      case LEFT -> edit.left(false, shifted);
      case RIGHT -> edit.right(false, shifted);
      case HOME -> edit.home(shifted);
      case END -> edit.end(shifted);
      case BACKSPACE -> changing(() -> edit.deleteBackward(false));
      case DELETE -> changing(() -> edit.deleteForward(false));
      case ENTER, KEYPAD_ENTER -> onSubmit.accept(edit.value());
      default -> {
        // What types a character comes again by way of typed().
        return key.compareTo(Key.ESCAPE) < 0;
      }
    }
    return true;
  }

  @Override
  protected void pointerDown(float atX, float atY, Modifiers held) {
    edit.moveTo(indexAt(atX), held.shift());
    moved = true;
  }

  @Override
  protected void pointerDragged(float atX, float atY) {
    edit.moveTo(indexAt(atX), true);
  }

  @Override
  protected void doubleClicked() {
    edit.selectAll();
  }

  private int indexAt(float atX) {
    float wanted = atX - x() - PADDING + shift;
    int best = 0;
    for (int i = 1; i < stops; i++) {
      if (Math.abs(stopX[i] - wanted) < Math.abs(stopX[best] - wanted)) {
        best = i;
      }
    }
    return stopsOf.equals(edit.value()) ? stopIndex[best] : edit.value().length();
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    measureStops(canvas);
    followCursor();
    if (moved) {
      moved = false;
      restedNanos = nowNanos;
    }
    canvas.fill(x(), y(), width(), height(), 7, Palette.FIELD);
    int edge = focused() ? Palette.ACCENT : hovered() ? Palette.TEXT_FAINT : Palette.EDGE;
    canvas.outline(x(), y(), width(), height(), 7, focused() ? 2 : 1, edge);
    canvas.clip(x() + PADDING - 2, y(), width() - 2 * PADDING + 4, height());
    paintLine(canvas, nowNanos);
    canvas.unclip();
  }

  private void paintLine(Canvas canvas, long nowNanos) {
    float left = x() + PADDING - shift;
    float middle = centreY();
    if (edit.selectionStart() != edit.selectionEnd()) {
      float from = xOf(edit.selectionStart());
      float wide = xOf(edit.selectionEnd()) - from;
      canvas.fill(left + from, middle - 11, wide, 22, 2, Palette.SELECTION);
    }
    if (stopsOf.isEmpty()) {
      hint.draw(canvas, left, middle, width() - 2 * PADDING, 0, Palette.TEXT_FAINT);
    } else {
      shown.draw(canvas, left, middle, Palette.TEXT);
    }
    if (focused() && (nowNanos - restedNanos) / BLINK_NANOS % 2 == 0) {
      float at = left + xOf(edit.cursor());
      canvas.line(at, middle - 10, at, middle + 10, 1.5f, Palette.TEXT);
    }
  }

  private float xOf(int index) {
    for (int i = 0; i < stops; i++) {
      if (stopIndex[i] >= index) {
        return stopX[i];
      }
    }
    return 0;
  }

  private void followCursor() {
    float room = width() - 2 * PADDING;
    float at = xOf(edit.cursor());
    shift = Math.clamp(shift, at - room, Math.max(at - room, at));
    shift = Math.clamp(shift, 0, Math.max(0, stopX[Math.max(0, stops - 1)] - room));
  }

  private void measureStops(Canvas canvas) {
    if (stops > 0 && stopsScale == canvas.pixelsPerUnit() && stopsOf.equals(edit.value())) {
      return;
    }
    stopsOf = edit.value();
    stopsScale = canvas.pixelsPerUnit();
    shown.set(stopsOf);
    stops = 0;
    addStop(canvas, 0);
    for (int index = 0; index < stopsOf.length(); ) {
      index = edit.after(index);
      addStop(canvas, index);
    }
  }

  private void addStop(Canvas canvas, int index) {
    if (stops == stopIndex.length) {
      stopIndex = Arrays.copyOf(stopIndex, stops * 2);
      stopX = Arrays.copyOf(stopX, stops * 2);
    }
    stopIndex[stops] = index;
    stopX[stops] = canvas.textWidth(stopsOf.substring(0, index), shown.style());
    stops++;
  }
}
