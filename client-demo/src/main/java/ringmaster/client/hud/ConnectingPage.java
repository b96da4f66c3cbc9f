package ringmaster.client.hud;

import ringmaster.client.widget.Button;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Stack;
import ringmaster.client.widget.TextStyle;
import ringmaster.client.widget.Widget;

/** While a server is asked for a seat. */
final class ConnectingPage implements Page {
  private final Label what =
      new Label("connecting-what", TextStyle.BODY, Palette.TEXT_SOFT).aligned(0.5f);
  private final Label address =
      new Label("connecting-to", TextStyle.STRONG, Palette.TEXT).aligned(0.5f).wrapped();
  private final Button cancel;
  private final Stack root;

  ConnectingPage(Runnable onCancel) {
    cancel = new Button("cancel", "Cancel", onCancel);
    Flow column =
        Flow.column("connecting-column", 18)
            .padded(28)
            .on(Palette.PANEL, 12)
            .add(new Spinner("spinner"))
            .add(what)
            .add(address)
            .add(new Stack("cancel-place").add(cancel, 0.5f, 0, 140, 0));
    root = new Stack("connecting").add(column, 0.5f, 0.5f, 440, 0).padded(16);
  }

  /**
   * @param doing what is being done
   * @param withWhom the address; empty if there is none
   */
  void show(String doing, String withWhom) {
    what.set(doing);
    address.set(withWhom);
  }

  @Override
  public Group root() {
    return root;
  }

  @Override
  public Widget first() {
    return cancel;
  }

  /** Turns while something is waited for. */
  private static final class Spinner extends Widget {
    private static final double TURNS_PER_NANO = 0.9e-9;
    private static final float RADIUS = 20;

    Spinner(String id) {
      super(id);
    }

    @Override
    public float preferredWidth(Canvas canvas) {
      return 2 * RADIUS + 8;
    }

    @Override
    public float preferredHeight(Canvas canvas, float forWidth) {
      return 2 * RADIUS + 8;
    }

    @Override
    protected void paint(Canvas canvas, long nowNanos) {
      float from = (float) (nowNanos * TURNS_PER_NANO % 1 * 2 * Math.PI);
      float whole = (float) (2 * Math.PI);
      canvas.arc(centreX(), centreY(), RADIUS, 0, whole, 4, Palette.CONTROL);
      canvas.arc(centreX(), centreY(), RADIUS, from, from + 1.7f, 4, Palette.ACCENT);
    }
  }
}
