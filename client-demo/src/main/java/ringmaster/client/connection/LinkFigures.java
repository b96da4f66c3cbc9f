package ringmaster.client.connection;

import ringmaster.shared.math.SlidingQuantile;
import ringmaster.shared.time.TickRate;

/**
 * What the path between client and server is like, and what comes of it: figures of the last
 * {@value #WINDOW_SECONDS} seconds for a player's net graph, for {@link NetworkDoctor} and for
 * reports. Whatever is counted at all is in {@link ClientCounters}, so a window is the difference
 * of two.
 *
 * <p>The times come from the server's reports on commands. For command tick T, reported in the
 * snapshot of tick S, four moments are known: when the command was sent and the snapshot received,
 * by this client's clock, and by how much the command beat the deadline of T, and the time between
 * the deadlines of T and S, by the server's. So, as NTP does (Mills, RFC 5905):
 *
 * <pre>
 * round trip = received - sent - (S - T) - margin
 * deadline 0 = ((received - S) + (sent + margin - T)) / 2, of the local clock
 * </pre>
 *
 * <p>A path that becomes slower lengthens the round trip; a server whose ticks become later moves
 * the deadlines and leaves the round trip as it was.
 *
 * <p>Belongs to the client's thread and allocates nothing.
 */
public final class LinkFigures {
  private static final int WINDOW_SECONDS = 5;
  private static final int SLICES_PER_SECOND = 4;
  private static final int SLICES = WINDOW_SECONDS * SLICES_PER_SECOND;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long SLICE_NANOS = NANOS_PER_SECOND / SLICES_PER_SECOND;
  private static final double MILLIS_PER_NANO = 1e-6;

  /** Two seconds of snapshots at 60 Hz, of which the edges of the jitter are seen. */
  private static final int ARRIVALS = 128;

  private static final double JITTER_EDGE = 0.05;

  /** Half a second of reports: the median of so many is the path without its jitter. */
  private static final int REPORTS = 32;

  /** What was missed before the first report is of joining. */
  private static final int UNKNOWN = -1;

  /** What one more wrong millimetre is: noise of the wire's grid is below it. */
  private static final float CORRECTION_METERS = 0.001f;

  /** How things stood at the beginning of a quarter second, and the worst that happened in it. */
  private static final class Slice {
    final ClientCounters counters = new ClientCounters();
    long beginNanos;
    long roundTripNanos;
    long deadlineNanos;
    float worstErrorMeters;
  }

  private final ClientCounters counters;

  /** What was counted within the window. */
  private final ClientCounters recent = new ClientCounters();

  private final Slice[] slices = new Slice[SLICES + 1];
  private int begun;
  private double windowSeconds = 1;

  private final SlidingQuantile leadsNanos = new SlidingQuantile(ARRIVALS);
  private final SlidingQuantile roundTripsNanos = new SlidingQuantile(REPORTS);
  private final SlidingQuantile deadlinesNanos = new SlidingQuantile(REPORTS);
  private final SlidingQuantile marginsNanos = new SlidingQuantile(ARRIVALS);
  private TickRate rate = new TickRate(60);
  private long firstRoundTripNanos;
  private long heardNanos;
  private long rewindNanos;
  private long interpolationDelayNanos;
  private int missed = UNKNOWN;
  private float errorMeters;
  private float worstErrorMeters;

  LinkFigures(ClientCounters counters) {
    this.counters = counters;
    for (int i = 0; i < slices.length; i++) {
      slices[i] = new Slice();
    }
  }

  /**
   * The next match begins: what was known of ticks means nothing any more.
   *
   * @param roundTripNanos as far as known before the first report
   */
  void matchStarted(TickRate newRate, long roundTripNanos, long nowNanos) {
    rate = newRate;
    firstRoundTripNanos = roundTripNanos;
    heardNanos = nowNanos;
    leadsNanos.clear();
    roundTripsNanos.clear();
    deadlinesNanos.clear();
    marginsNanos.clear();
    missed = UNKNOWN;
    begun = 0;
    recent.set(new ClientCounters());
    begin(nowNanos);
  }

  /** Moves the window on. */
  void turn(long nowNanos) {
    if (begun > 0 && nowNanos - newest().beginNanos >= SLICE_NANOS) {
      begin(nowNanos);
    }
  }

  private void begin(long nowNanos) {
    Slice slice = slices[begun % slices.length];
    begun++;
    slice.counters.set(counters);
    slice.beginNanos = nowNanos;
    slice.roundTripNanos = roundTripNanos();
    slice.deadlineNanos = deadlineNanos();
    slice.worstErrorMeters = 0;
    Slice oldest = oldest();
    recent.set(counters);
    recent.add(oldest.counters, -1);
    windowSeconds = Math.max(SLICE_NANOS, nowNanos - oldest.beginNanos) / (double) NANOS_PER_SECOND;
    worstErrorMeters = 0;
    for (int i = 0; i < Math.min(begun, slices.length); i++) {
      worstErrorMeters = Math.max(worstErrorMeters, slices[i].worstErrorMeters);
    }
  }

  private Slice newest() {
    return slices[(begun - 1) % slices.length];
  }

  private Slice oldest() {
    return slices[Math.max(0, begun - slices.length) % slices.length];
  }

  /** A snapshot of a tick arrived, in order or not. */
  void snapshotArrived(int tick, long nowNanos) {
    heardNanos = nowNanos;
    leadsNanos.add(rate.nanosOf(tick) - nowNanos);
  }

  /** The server says how early a command came; negative: late. */
  void commandReported(long marginNanos) {
    marginsNanos.add(marginNanos);
    counters.commandsLate += marginNanos < 0 ? 1 : 0;
  }

  /**
   * The same exactly, which needs a margin that fits a snapshot's header.
   *
   * @param marginNanos by how much it beat its deadline
   */
  void pathMeasured(
      int commandTick, long sentNanos, long marginNanos, int snapshotTick, long nowNanos) {
    long beforeNanos = rate.nanosOf(snapshotTick) - rate.nanosOf(commandTick);
    long upNanos = sentNanos + marginNanos - rate.nanosOf(commandTick);
    long downNanos = nowNanos - rate.nanosOf(snapshotTick);
    roundTripsNanos.add(Math.max(0, nowNanos - sentNanos - beforeNanos - marginNanos));
    deadlinesNanos.add((upNanos + downNanos) / 2);
  }

  /**
   * The server says how many ticks of the match it has run without a command of this client's.
   *
   * @param modulo65536 as {@link ringmaster.shared.snapshot.SnapshotHeader#missedCommands}
   */
  void commandsMissed(int modulo65536) {
    counters.commandsMissed += missed == UNKNOWN ? 0 : modulo65536 - missed & 0xFFFF;
    missed = modulo65536;
  }

  /**
   * The server says how many of this client's datagrams have arrived.
   *
   * @param modulo65536 as {@link ringmaster.shared.snapshot.SnapshotHeader#datagramsArrived}
   */
  void datagramsArrived(int modulo65536) {
    boolean first = counters.datagramsSentByThen == 0;
    counters.datagramsArrived += modulo65536 - counters.datagramsArrived & 0xFFFF;
    counters.datagramsSentByThen = counters.datagramsSent;
    if (first) {
      countFromHere();
    }
  }

  /** What was under way at the first report is not lost: windows begin with that report. */
  private void countFromHere() {
    for (Slice slice : slices) {
      slice.counters.datagramsArrived = counters.datagramsArrived;
      slice.counters.datagramsSentByThen = counters.datagramsSentByThen;
    }
  }

  /** The own body was predicted, and now the server's word is known. */
  void predictionCompared(float newErrorMeters) {
    errorMeters = newErrorMeters;
    counters.corrections += newErrorMeters > CORRECTION_METERS ? 1 : 0;
    Slice slice = newest();
    slice.worstErrorMeters = Math.max(slice.worstErrorMeters, newErrorMeters);
    worstErrorMeters = Math.max(worstErrorMeters, newErrorMeters);
  }

  /** A command is sent that claims a view so far before the tick it acts on. */
  void viewClaimed(long newRewindNanos) {
    rewindNanos = newRewindNanos;
  }

  /** A frame is shown with this interpolation delay. */
  void frameShown(long newDelayNanos) {
    interpolationDelayNanos = newDelayNanos;
  }

  /** Whether the match has gone on for a whole window. */
  boolean settled() {
    return begun > SLICES;
  }

  /** Since the last snapshot, or since the match began. */
  public double silentSeconds(long nowNanos) {
    return (nowNanos - heardNanos) / (double) NANOS_PER_SECOND;
  }

  /** A message to the server and back, without what either waits for its tick. */
  public double roundTripMillis() {
    return roundTripNanos() * MILLIS_PER_NANO;
  }

  private long roundTripNanos() {
    return roundTripsNanos.count() == 0 ? firstRoundTripNanos : roundTripsNanos.quantile(0.5);
  }

  private long deadlineNanos() {
    return deadlinesNanos.count() == 0 ? 0 : deadlinesNanos.quantile(0.5);
  }

  /** From the earliest to the latest snapshots, each against its own tick; without the extremes. */
  public double jitterMillis() {
    return leadsNanos.count() == 0
        ? 0
        : (leadsNanos.quantile(1 - JITTER_EDGE) - leadsNanos.quantile(JITTER_EDGE))
            * MILLIS_PER_NANO;
  }

  /** How much later the server's ticks have become within the window, whatever the path does. */
  public double serverSlipMillis() {
    Slice then = oldest();
    if (then.deadlineNanos == 0 || deadlinesNanos.count() < REPORTS) {
      return 0;
    }
    long later = deadlineNanos() - then.deadlineNanos;
    long oneWay = Math.abs(roundTripNanos() - then.roundTripNanos) / 2; // explains so much of it
    return Math.max(0, later - oneWay) * MILLIS_PER_NANO;
  }

  /** Of the datagrams that the server sent. */
  public double lossDownPercent() {
    return percentLost(recent.datagramsReceived, recent.newestServerCounter);
  }

  /** Of the datagrams that this client sent. */
  public double lossUpPercent() {
    return percentLost(recent.datagramsArrived, recent.datagramsSentByThen);
  }

  private static double percentLost(long arrived, long sent) {
    return sent <= 0 ? 0 : Math.clamp(100 * (sent - arrived) / (double) sent, 0, 100);
  }

  public double bytesDownPerSecond() {
    return recent.datagramBytesReceived / windowSeconds;
  }

  public double bytesUpPerSecond() {
    return recent.datagramBytesSent / windowSeconds;
  }

  public double snapshotHz() {
    return recent.snapshotsReceived / windowSeconds;
  }

  /** UDP payload of a datagram with a snapshot, in the mean. */
  public double snapshotBytes() {
    return recent.datagramBytesReceived / (double) Math.max(1, recent.datagramsReceived);
  }

  /** How early commands come, in the median; negative: late. */
  public double marginMillis() {
    return marginMillis(0.5);
  }

  /** How early the latest of them come, but for one or two. */
  public double leastMarginMillis() {
    return marginMillis(0.01);
  }

  private double marginMillis(double fraction) {
    return marginsNanos.count() == 0 ? 0 : marginsNanos.quantile(fraction) * MILLIS_PER_NANO;
  }

  /** Of the ticks, those that the server ran without a command of this client's. */
  public double missedPercent() {
    return Math.min(100, 100.0 * recent.commandsMissed / Math.max(1, recent.commandsIssued));
  }

  /** How far back the others are shown. */
  public double interpolationDelayMillis() {
    return interpolationDelayNanos * MILLIS_PER_NANO;
  }

  /** As {@link #interpolationDelayMillis}. */
  public long interpolationDelayNanos() {
    return interpolationDelayNanos;
  }

  /** Of the frames, those that a snapshot was missing for. */
  public double underrunsPercent() {
    return 100.0 * recent.underruns() / Math.max(1, recent.framesShown);
  }

  /** Predictions of the own body that were corrected, within the window. */
  public long corrections() {
    return recent.corrections;
  }

  /** How far the own body was from where it was predicted, the last time. */
  public float predictionErrorMeters() {
    return errorMeters;
  }

  /** The same, at the worst within the window. */
  public float worstPredictionErrorMeters() {
    return worstErrorMeters;
  }

  /** How far back the server is asked to judge the newest command. */
  public double rewindMillis() {
    return rewindNanos * MILLIS_PER_NANO;
  }

  /** As {@link #rewindMillis}. */
  public long rewindNanos() {
    return rewindNanos;
  }
}
