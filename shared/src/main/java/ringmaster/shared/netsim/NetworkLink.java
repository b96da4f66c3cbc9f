package ringmaster.shared.netsim;

import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.Limits;

/**
 * One direction of a simulated network: datagrams go in at one time and come out later, or twice,
 * or never, as the {@link NetworkProfile} says. Equal seeds and equal calls give equal deliveries.
 *
 * <pre>
 * send -> [bandwidth queue] -> [loss] -> [latency +- jitter, reordering, duplication] -> poll
 *          tail drop            bursts    each copy draws a delay of its own
 * </pre>
 *
 * <p>Every datagram draws its own jitter, so a later one may overtake an earlier one when the
 * jitter exceeds the spacing: that is what the field's usual tool, Linux netem, does, and what an
 * unordered path does. {@code reorder} holds some datagrams back on top of that, also where there
 * is no jitter.
 *
 * <p>Loss is the two-state chain of Gilbert ("Capacity of a burst-noise channel", 1960) in which
 * the bad state loses everything. With mean run {@code burst} and mean rate {@code loss}, the chain
 * leaves the bad state with 1/burst and enters it with loss / (burst * (1 - loss)). Independent
 * loss already has runs of 1 / (1 - loss); a shorter {@code burst} means just that.
 *
 * <p>Allocates nothing after construction. Used by one thread.
 */
public final class NetworkLink {
  /** Two ticks at 60 Hz and a little: a datagram held back is overtaken by the next two. */
  static final long REORDER_DELAY_NANOS = 40_000_000;

  /** IPv4 and UDP headers, which occupy the path as well. */
  private static final int HEADER_BYTES = 28;

  private static final int SLOT_BYTES = Limits.MAX_DATAGRAM_BYTES;

  /** Takes what comes out of a link. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param bytes valid during the call
     */
    void onDatagram(byte[] bytes, int offset, int length);
  }

  private final NetworkProfile profile;
  private final int stream;
  private final Rng rng;
  private final float burstStartChance;
  private final float burstEndChance;
  private final byte[] bytes;
  private final int[] lengths;
  private final DeliveryQueue onTheWay;

  private boolean losing;
  private boolean begun;
  private long busyUntilNanos;
  private long firstNanos;

  private long sent;
  private long delivered;
  private long lost;
  private long duplicated;
  private long queueDropped;
  private long overflowed;

  /**
   * @param stream which link of the profile's seed this is: links of different streams draw
   *     independently
   * @param capacityDatagrams on their way at once; see {@link NetworkProfile#datagramsInFlight}
   */
  public NetworkLink(NetworkProfile profile, int stream, int capacityDatagrams) {
    this.profile = profile;
    this.stream = stream;
    rng = new Rng(Rng.mix(Rng.mix(profile.seed()) + stream));
    double loss = profile.lossFraction();
    double leave = Math.min(1 / profile.burstDatagrams(), 1 - loss);
    burstEndChance = (float) leave;
    burstStartChance = loss == 1 ? 1 : (float) (loss * leave / (1 - loss));
    bytes = new byte[Math.multiplyExact(capacityDatagrams, SLOT_BYTES)];
    lengths = new int[capacityDatagrams];
    onTheWay = new DeliveryQueue(capacityDatagrams);
  }

  /**
   * A link of the same stream that takes this one's place. Its time goes on from this one's first
   * datagram: a hole that has passed does not come again.
   */
  public NetworkLink successor(NetworkProfile newProfile, int capacityDatagrams) {
    NetworkLink next = new NetworkLink(newProfile, stream, capacityDatagrams);
    next.begun = begun;
    next.firstNanos = firstNanos;
    next.busyUntilNanos = firstNanos;
    return next;
  }

  /**
   * Puts a datagram on its way. The bytes are copied.
   *
   * @throws IllegalArgumentException if it is longer than {@link Limits#MAX_DATAGRAM_BYTES}
   */
  public void send(byte[] datagram, int offset, int length, long nowNanos) {
    if (length > SLOT_BYTES) {
      throw new IllegalArgumentException(
          "a datagram has at most " + SLOT_BYTES + " bytes, not " + length);
    }
    if (!begun) {
      begun = true;
      firstNanos = nowNanos;
      busyUntilNanos = nowNanos;
    }
    sent++;
    if (busyUntilNanos - nowNanos < 0) {
      busyUntilNanos = nowNanos;
    }
    if (!enterBandwidthQueue(length, nowNanos)) {
      queueDropped++;
    } else if (drawLoss() || inHole(nowNanos)) {
      lost++;
    } else {
      launch(datagram, offset, length);
    }
  }

  /** Hands over the datagrams due by now, in the order in which they became due. */
  public int poll(long nowNanos, Sink sink) {
    int count = 0;
    while (!onTheWay.isEmpty() && onTheWay.earliestNanos() - nowNanos <= 0) {
      int slot = onTheWay.removeEarliest();
      count++;
      delivered++;
      sink.onDatagram(bytes, slot * SLOT_BYTES, lengths[slot]);
      onTheWay.release(slot);
    }
    return count;
  }

  private boolean enterBandwidthQueue(int length, long nowNanos) {
    long bitsPerSecond = profile.bandwidthBitsPerSecond();
    if (bitsPerSecond == 0) {
      return true;
    }
    if (busyUntilNanos - nowNanos > profile.queueNanos()) {
      return false;
    }
    busyUntilNanos += (length + HEADER_BYTES) * 8L * 1_000_000_000L / bitsPerSecond;
    return true;
  }

  private boolean drawLoss() {
    losing = losing ? !rng.nextBoolean(burstEndChance) : rng.nextBoolean(burstStartChance);
    return losing;
  }

  private boolean inHole(long nowNanos) {
    long sinceNanos = nowNanos - firstNanos - profile.holeAfterNanos();
    return sinceNanos >= 0 && sinceNanos < profile.holeNanos();
  }

  private void launch(byte[] datagram, int offset, int length) {
    if (!launchCopy(datagram, offset, length)) {
      overflowed++;
    } else if (rng.nextBoolean((float) profile.duplicateFraction())
        && launchCopy(datagram, offset, length)) {
      duplicated++;
    }
  }

  private boolean launchCopy(byte[] datagram, int offset, int length) {
    if (onTheWay.isFull()) {
      return false;
    }
    int slot = onTheWay.add(busyUntilNanos + drawDelayNanos());
    System.arraycopy(datagram, offset, bytes, slot * SLOT_BYTES, length);
    lengths[slot] = length;
    return true;
  }

  private long drawDelayNanos() {
    double jitter = profile.jitterNanos() * (2.0 * rng.nextFloat() - 1);
    long delayNanos = Math.max(0, profile.latencyNanos() + (long) jitter);
    boolean heldBack = rng.nextBoolean((float) profile.reorderFraction());
    return heldBack ? delayNanos + REORDER_DELAY_NANOS : delayNanos;
  }

  /** Datagrams handed to {@link #send}. */
  public long sent() {
    return sent;
  }

  /** Datagrams handed to sinks, copies included. */
  public long delivered() {
    return delivered;
  }

  /** Datagrams the path lost, as the profile asks. */
  public long lost() {
    return lost;
  }

  /** Second copies put on their way. */
  public long duplicated() {
    return duplicated;
  }

  /** Datagrams that found the bandwidth queue full. */
  public long queueDropped() {
    return queueDropped;
  }

  /** Datagrams dropped because more were on their way than this link can hold: make it larger. */
  public long overflowed() {
    return overflowed;
  }

  /** Datagrams on their way. */
  public int inFlight() {
    return onTheWay.size();
  }
}
