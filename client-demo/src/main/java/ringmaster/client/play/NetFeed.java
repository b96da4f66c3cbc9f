package ringmaster.client.play;

import ringmaster.client.connection.ClientCounters;
import ringmaster.client.connection.LinkFigures;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.hud.NetState;

/** Fills the net graph: a column of its strip each frame, the figures now and then. */
final class NetFeed {
  private static final long INTERVAL_NANOS = 250_000_000;
  private static final float MILLIS_PER_NANO = 1e-6f;

  private final MatchPlay play;
  private final ClientCounters counters;
  private final NetState net;
  private int newestTick;
  private long missing;
  private long corrections;
  private long filledNanos;
  private boolean filled;

  NetFeed(MatchPlay play, ClientCounters counters, NetState net) {
    this.play = play;
    this.counters = counters;
    this.net = net;
    missing = counters.newestServerCounter - counters.datagramsReceived;
    corrections = counters.corrections;
  }

  /** A frame is made. */
  void frame(long nowNanos) {
    net.addFrame(play.snapshotAheadNanos(nowNanos) * MILLIS_PER_NANO, arrival());
    if (!filled || nowNanos - filledNanos >= INTERVAL_NANOS) {
      filled = true;
      filledNanos = nowNanos;
      fill(play.figures());
    }
  }

  private NetState.Arrival arrival() {
    long missingNow = counters.newestServerCounter - counters.datagramsReceived;
    boolean came = play.newestSnapshotTick() > newestTick;
    boolean lost = missingNow > missing;
    boolean corrected = counters.corrections > corrections;
    newestTick = play.newestSnapshotTick();
    missing = missingNow;
    corrections = counters.corrections;
    if (!came) {
      return NetState.Arrival.NOTHING;
    }
    return lost
        ? NetState.Arrival.AFTER_LOSS
        : corrected ? NetState.Arrival.CORRECTION : NetState.Arrival.SNAPSHOT;
  }

  private void fill(LinkFigures figures) {
    net.roundTripMillis = (float) figures.roundTripMillis();
    net.jitterMillis = (float) figures.jitterMillis() / 2; // to either side
    net.lossDownPercent = (float) figures.lossDownPercent();
    net.lossUpPercent = (float) figures.lossUpPercent();
    net.downBytesPerSecond = (float) figures.bytesDownPerSecond();
    net.upBytesPerSecond = (float) figures.bytesUpPerSecond();
    net.snapshotBytes = (float) figures.snapshotBytes();
    net.snapshotsPerSecond = (float) figures.snapshotHz();
    net.inputMarginMillis = (float) figures.marginMillis();
    net.missedInputsPercent = (float) figures.missedPercent();
    net.interpolationMillis = (float) figures.interpolationDelayMillis();
    net.underrunsPercent = (float) figures.underrunsPercent();
    net.predictionErrorMeters = figures.worstPredictionErrorMeters();
    net.rewindMillis = (float) figures.rewindMillis();
  }
}
