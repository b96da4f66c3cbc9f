package ringmaster.client.hud;

import java.util.concurrent.TimeUnit;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;

/** Frames per second and ping, twice a second: faster could not be read. */
final class Meters {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Figures framesWords = new Figures(" fps");
  private final Figures pingWords = new Figures(" ms");
  private final Label frames = new Label("fps", TextStyle.FIGURES, Palette.TEXT).shadowed();
  private final Label ping = new Label("ping", TextStyle.FIGURES, Palette.TEXT).shadowed();
  private final Flow column = Flow.column("meters", 0).add(frames).add(ping);
  private long shownNanos;
  private boolean everShown;

  Flow widget() {
    return column;
  }

  void update(HudState state, boolean shown) {
    column.setVisible(shown);
    if (shown && (!everShown || state.nowNanos - shownNanos >= INTERVAL_NANOS)) {
      everShown = true;
      shownNanos = state.nowNanos;
      frames.set(framesWords.of(Math.round(state.framesPerSecond)));
      ping.setVisible(state.pingMillis >= 0);
      ping.set(state.pingMillis < 0 ? "" : pingWords.of(state.pingMillis));
    }
  }
}
