package ringmaster.client.hud;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import ringmaster.client.settings.NetGraphLevel;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;

/**
 * The network in figures, twice a second, and frame by frame as a strip. A figure that is bad for
 * the game stands out.
 */
final class NetGraph {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final float NAME_WIDTH = 92;
  private static final float VALUE_WIDTH = 216;

  /** From here on a player feels it. */
  private static final float MUCH_LOSS_PERCENT = 3;

  private static final float MUCH_JITTER_MILLIS = 15;
  private static final float MUCH_ROUND_TRIP_MILLIS = 150;
  private static final float MANY_MISSES_PERCENT = 1;
  private static final float MANY_UNDERRUNS_PERCENT = 1;
  private static final float MUCH_ERROR_METERS = 0.1f;
  private static final float KILO = 1_000;
  private static final float CENTIMETERS = 100;

  /** A name and what stands beside it. */
  private static final class Row {
    private final Label value;
    private final Flow line;

    Row(String id, String name) {
      value = new Label("net-" + id, TextStyle.FIGURES, Palette.TEXT);
      line =
          Flow.row("net-" + id + "-row", 6)
              .add(
                  new Label("net-" + id + "-name", name, TextStyle.SMALL, Palette.TEXT_SOFT),
                  NAME_WIDTH)
              .add(value, VALUE_WIDTH);
    }

    void set(boolean bad, String format, Object... figures) {
      value.set(String.format(Locale.ROOT, format, figures));
      value.colour(bad ? Palette.WARNING : Palette.TEXT);
    }
  }

  private final Row path = new Row("path", "Round trip");
  private final Row loss = new Row("loss", "Loss");
  private final Row bytes = new Row("bytes", "Traffic");
  private final Row snapshots = new Row("snapshots", "Snapshots");
  private final Row input = new Row("input", "Input");
  private final Row view = new Row("view", "Others");
  private final Row own = new Row("own", "Own tank");
  private final Row rewind = new Row("rewind", "Shots");
  private final Lagometer lagometer = new Lagometer();
  private final Flow column =
      Flow.column("net-graph", 1)
          .padded(8)
          .on(Palette.GLASS, 8)
          .add(path.line)
          .add(loss.line)
          .add(bytes.line)
          .add(snapshots.line)
          .add(input.line)
          .add(view.line)
          .add(own.line)
          .add(rewind.line)
          .add(lagometer);
  private long shownNanos;
  private boolean everShown;

  Flow widget() {
    return column;
  }

  void update(HudState state, NetGraphLevel level) {
    boolean shown = level == NetGraphLevel.FIGURES || level == NetGraphLevel.LAGOMETER;
    column.setVisible(shown && state.inMatch);
    lagometer.setVisible(level == NetGraphLevel.LAGOMETER);
    lagometer.show(state.net);
    if (column.visible() && (!everShown || state.nowNanos - shownNanos >= INTERVAL_NANOS)) {
      everShown = true;
      shownNanos = state.nowNanos;
      write(state.net, state.spectating);
    }
  }

  private void write(NetState net, boolean watches) {
    writePath(net);
    loss.set(
        Math.max(net.lossDownPercent, net.lossUpPercent) > MUCH_LOSS_PERCENT,
        "%.1f %% down, %.1f %% up",
        net.lossDownPercent,
        net.lossUpPercent);
    bytes.set(
        false,
        "%.1f kB/s down, %.1f up",
        net.downBytesPerSecond / KILO,
        net.upBytesPerSecond / KILO);
    snapshots.set(false, "%.0f B, %.0f a second", net.snapshotBytes, net.snapshotsPerSecond);
    view.set(
        net.underrunsPercent > MANY_UNDERRUNS_PERCENT,
        "%.0f ms back, %.1f %% dry",
        net.interpolationMillis,
        net.underrunsPercent);
    input.line.setVisible(!watches);
    own.line.setVisible(!watches);
    rewind.line.setVisible(!watches);
    if (!watches) {
      input.set(
          net.missedInputsPercent > MANY_MISSES_PERCENT || net.inputMarginMillis < 0,
          "%.1f ms early, %.1f %% missed",
          net.inputMarginMillis,
          net.missedInputsPercent);
      own.set(
          net.predictionErrorMeters > MUCH_ERROR_METERS,
          "%.1f cm off",
          net.predictionErrorMeters * CENTIMETERS);
      rewind.set(false, "judged %.0f ms back", net.rewindMillis);
    }
  }

  private void writePath(NetState net) {
    boolean bad =
        net.roundTripMillis > MUCH_ROUND_TRIP_MILLIS || net.jitterMillis > MUCH_JITTER_MILLIS;
    if (net.roundTripMillis < 0) {
      path.set(bad, "not known yet");
    } else {
      path.set(bad, "%.0f ms ± %.0f", net.roundTripMillis, net.jitterMillis);
    }
  }
}
