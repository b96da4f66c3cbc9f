package ringmaster.client.widget;

import org.jspecify.annotations.Nullable;
import ringmaster.client.window.Key;

/** Shows a key, and once it is pressed takes the next key in its place; Escape leaves it be. */
public final class KeyCell extends Widget {
  /** What the key is for. */
  public interface Binding {
    /** Null: none yet. */
    @Nullable Key key();

    void bind(Key key);

    /** Backspace or Delete was pressed: no key here. */
    void clear();
  }

  private static final String LISTENING = "Press a key…";

  private final Interaction interaction;
  private final Binding binding;
  private final Text text = new Text(TextStyle.BODY);
  private @Nullable Key written;
  private String label = "";

  public KeyCell(String id, Interaction interaction, Binding binding) {
    super(id);
    this.interaction = interaction;
    this.binding = binding;
  }

  public boolean listening() {
    return interaction.grabs(this);
  }

  @Override
  public String text() {
    if (listening()) {
      return LISTENING;
    }
    Key key = binding.key();
    if (key != written) {
      written = key;
      label = key == null ? "" : key.label();
    }
    return label;
  }

  @Override
  public boolean focusable() {
    return true;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return 128;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return 30;
  }

  @Override
  protected boolean key(Key key, Modifiers held) {
    if (Button.presses(key)) {
      interaction.grab(this);
    } else if (key == Key.BACKSPACE || key == Key.DELETE || key == Key.PAD_X) {
      binding.clear();
    } else {
      return false;
    }
    return true;
  }

  @Override
  protected void pointerUp(float atX, float atY, boolean inside) {
    if (inside) {
      interaction.grab(this);
    }
  }

  @Override
  protected void grabbedKey(Key key) {
    interaction.release();
    if (key != Key.ESCAPE) {
      binding.bind(key);
    }
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    boolean waits = listening();
    int ground = waits ? Palette.FIELD : hovered() ? Palette.CONTROL_HOVER : Palette.CONTROL;
    canvas.fill(x(), y(), width(), height(), 6, ground);
    if (waits) {
      canvas.outline(x(), y(), width(), height(), 6, 2, Palette.WARNING);
    }
    text.set(text().isEmpty() ? "–" : text());
    int ink = waits ? Palette.WARNING : label.isEmpty() ? Palette.TEXT_FAINT : Palette.TEXT;
    text.draw(canvas, x() + 6, centreY(), width() - 12, 0.5f, ink);
    paintFocus(canvas, 6);
  }
}
