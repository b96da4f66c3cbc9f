package ringmaster.client.hud;

import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.Widget;

/**
 * Frame by frame, the newest on the right: above, how far ahead of what is shown the newest
 * snapshot was, downwards and orange where it had run out; below, which frames had a snapshot.
 */
final class Lagometer extends Widget {
  private static final float COLUMN_WIDTH = 1.5f;
  private static final float AHEAD_HEIGHT = 26;
  private static final float DRY_HEIGHT = 14;
  private static final float ARRIVAL_HEIGHT = 10;

  /** As much as the upper part shows. */
  private static final float FULL_MILLIS = 150;

  private NetState net = new NetState();

  Lagometer() {
    super("lagometer");
  }

  void show(NetState newNet) {
    net = newNet;
  }

  @Override
  public float preferredWidth(Canvas canvas) {
    return NetState.COLUMNS * COLUMN_WIDTH;
  }

  @Override
  public float preferredHeight(Canvas canvas, float forWidth) {
    return AHEAD_HEIGHT + DRY_HEIGHT + ARRIVAL_HEIGHT;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    float zero = y() + AHEAD_HEIGHT;
    canvas.fill(x(), y(), width(), height(), 3, Palette.TRACK);
    for (int n = 0; n < NetState.COLUMNS; n++) {
      int column = net.column(n);
      float left = x() + n * COLUMN_WIDTH;
      paintAhead(canvas, left, zero, net.aheadMillis[column]);
      paintArrival(canvas, left, net.arrival(column));
    }
    canvas.line(x(), zero, right(), zero, 1, Palette.EDGE);
  }

  private static void paintAhead(Canvas canvas, float left, float zero, float millis) {
    if (millis >= 0) {
      float height = AHEAD_HEIGHT * Math.min(1, millis / FULL_MILLIS);
      canvas.fill(left, zero - height, COLUMN_WIDTH, height, 0, Palette.ACCENT);
    } else {
      float height = DRY_HEIGHT * Math.min(1, -millis / FULL_MILLIS);
      canvas.fill(left, zero, COLUMN_WIDTH, Math.max(2, height), 0, Palette.DANGER);
    }
  }

  private void paintArrival(Canvas canvas, float left, NetState.Arrival arrival) {
    int argb =
        switch (arrival) {
          case NOTHING -> 0;
          case SNAPSHOT -> Palette.TEXT_FAINT;
          case AFTER_LOSS -> Palette.DANGER;
          case CORRECTION -> Palette.WARNING;
        };
    if (argb != 0) {
      boolean told = arrival != NetState.Arrival.SNAPSHOT;
      float height = told ? ARRIVAL_HEIGHT : ARRIVAL_HEIGHT / 2;
      canvas.fill(left, bottom() - height, COLUMN_WIDTH, height, 0, argb);
    }
  }
}
