package ringmaster.shared.netsim;

/**
 * How one direction of a network behaves.
 *
 * <pre>
 * name       latency   jitter   loss
 * none        0         0       0
 * lan         0.3 ms    0.1 ms  0
 * dsl        12 ms      3 ms    0.1 %
 * wifi-bad   15 ms     20 ms    3 % in bursts of 4
 * 4g         30 ms     15 ms    1.5 % in bursts of 2
 * satellite 300 ms     10 ms    0.5 %
 * </pre>
 *
 * @param latencyNanos mean delay one way, above what the bandwidth queue adds
 * @param jitterNanos each datagram's delay is drawn evenly from latency -jitter to +jitter, and is
 *     never below 0
 * @param lossFraction part of the datagrams lost, 0 to 1
 * @param burstDatagrams mean length of a run of losses, at least 1
 * @param duplicateFraction part of the datagrams that arrive twice, 0 to 1
 * @param reorderFraction part of the datagrams held back until later ones have passed, 0 to 1
 * @param bandwidthBitsPerSecond what the path carries, IP and UDP headers included; 0: unlimited
 * @param queueNanos how long a datagram may wait for that bandwidth before it is dropped instead
 * @param holeNanos once, all that is sent for so long is lost; 0: never
 * @param holeAfterNanos when that begins, counted from the first datagram
 * @param seed of everything drawn
 */
public record NetworkProfile(
    long latencyNanos,
    long jitterNanos,
    double lossFraction,
    double burstDatagrams,
    double duplicateFraction,
    double reorderFraction,
    long bandwidthBitsPerSecond,
    long queueNanos,
    long holeNanos,
    long holeAfterNanos,
    long seed) {
  static final long NANOS_PER_MILLI = 1_000_000L;

  /** What a home router buffers, near enough; for where only a bandwidth is given. */
  public static final long DEFAULT_QUEUE_NANOS = 200 * NANOS_PER_MILLI;

  /** Longer delays would only show that a unit was mistyped. */
  static final long MAX_DELAY_NANOS = 10_000 * NANOS_PER_MILLI;

  /** An hour: nobody waits longer for a hole. */
  static final long MAX_HOLE_AFTER_NANOS = 3_600_000 * NANOS_PER_MILLI;

  static final long MAX_BANDWIDTH_BITS_PER_SECOND = 100_000_000_000L;

  static final int MAX_BURST_DATAGRAMS = 1_000;

  /** A path that changes nothing. */
  public static final NetworkProfile NONE = ofMillis(0, 0, 0, 1);

  /** Room in a link beside what is on its way: datagrams due between two polls. */
  private static final int SPARE_DATAGRAMS = 16;

  public NetworkProfile {
    requireWithin("latency", latencyNanos, MAX_DELAY_NANOS);
    requireWithin("jitter", jitterNanos, MAX_DELAY_NANOS);
    requireWithin("queue", queueNanos, MAX_DELAY_NANOS);
    requireWithin("hole", holeNanos, MAX_DELAY_NANOS);
    requireWithin("hole's beginning", holeAfterNanos, MAX_HOLE_AFTER_NANOS);
    requireWithin("bandwidth", bandwidthBitsPerSecond, MAX_BANDWIDTH_BITS_PER_SECOND);
    requireFraction("loss", lossFraction);
    requireFraction("duplicate", duplicateFraction);
    requireFraction("reorder", reorderFraction);
    if (!(burstDatagrams >= 1 && burstDatagrams <= MAX_BURST_DATAGRAMS)) {
      throw new IllegalArgumentException("burst must be 1 to 1000, not " + burstDatagrams);
    }
  }

  /**
   * The profile a user asked for: one of the names above, settings such as {@code
   * latency=50ms,jitter=10ms,loss=2%,burst=4,duplicate=1%,reorder=1%,bandwidth=1Mbit,queue=200ms},
   * {@code hole=2s@30s} and {@code seed=7}, or a name followed by settings that change it.
   *
   * @throws IllegalArgumentException with one sentence for the user
   */
  public static NetworkProfile parse(String text) {
    return new NetworkProfileParser().parse(text);
  }

  /** Datagrams a {@link NetworkLink} must hold to carry a steady flow without overflowing. */
  public int datagramsInFlight(int datagramsPerSecond) {
    double longestSeconds = (latencyNanos + jitterNanos + queueNanos + reorderDelayNanos()) / 1e9;
    double copies = 1 + duplicateFraction;
    return (int) Math.ceil(longestSeconds * datagramsPerSecond * copies) + SPARE_DATAGRAMS;
  }

  /** The same behaviour, drawn from another seed. */
  public NetworkProfile withSeed(long newSeed) {
    return new NetworkProfile(
        latencyNanos,
        jitterNanos,
        lossFraction,
        burstDatagrams,
        duplicateFraction,
        reorderFraction,
        bandwidthBitsPerSecond,
        queueNanos,
        holeNanos,
        holeAfterNanos,
        newSeed);
  }

  private long reorderDelayNanos() {
    return reorderFraction > 0 ? NetworkLink.REORDER_DELAY_NANOS : 0;
  }

  static NetworkProfile ofMillis(
      double latencyMillis, double jitterMillis, double lossFraction, double burstDatagrams) {
    return new NetworkProfile(
        Math.round(latencyMillis * NANOS_PER_MILLI),
        Math.round(jitterMillis * NANOS_PER_MILLI),
        lossFraction,
        burstDatagrams,
        0,
        0,
        0,
        0,
        0,
        0,
        1);
  }

  private static void requireWithin(String name, long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(name + " must be 0 to " + max + ", not " + value);
    }
  }

  private static void requireFraction(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 % to 100 %, not " + value * 100 + " %");
    }
  }
}
