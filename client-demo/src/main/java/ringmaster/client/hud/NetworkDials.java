package ringmaster.client.hud;

import ringmaster.shared.netsim.NetworkProfile;

/** A simulated network in the units that a person reads. What no dial shows stays as it was set. */
final class NetworkDials {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double PERCENT = 100;
  private static final double BITS_PER_KILOBIT = 1e3;

  double latencyMillis;
  double jitterMillis;
  double lossPercent;
  double burstDatagrams;
  double duplicatePercent;
  double reorderPercent;

  /** 0: no limit. */
  double kilobitsPerSecond;

  /** What the dials were set to as a whole. */
  private NetworkProfile whole;

  NetworkDials(NetworkProfile profile) {
    set(profile);
  }

  void set(NetworkProfile profile) {
    whole = profile;
    latencyMillis = profile.latencyNanos() / NANOS_PER_MILLI;
    jitterMillis = profile.jitterNanos() / NANOS_PER_MILLI;
    lossPercent = profile.lossFraction() * PERCENT;
    burstDatagrams = profile.burstDatagrams();
    duplicatePercent = profile.duplicateFraction() * PERCENT;
    reorderPercent = profile.reorderFraction() * PERCENT;
    kilobitsPerSecond = profile.bandwidthBitsPerSecond() / BITS_PER_KILOBIT;
  }

  NetworkProfile profile() {
    return new NetworkProfile(
        Math.round(latencyMillis * NANOS_PER_MILLI),
        Math.round(jitterMillis * NANOS_PER_MILLI),
        lossPercent / PERCENT,
        burstDatagrams,
        duplicatePercent / PERCENT,
        reorderPercent / PERCENT,
        Math.round(kilobitsPerSecond * BITS_PER_KILOBIT),
        queueNanos(),
        whole.holeNanos(),
        whole.holeAfterNanos(),
        whole.seed());
  }

  /** A path without a limit has no queue, until it is given a limit. */
  private long queueNanos() {
    boolean newlyLimited = whole.bandwidthBitsPerSecond() == 0 && kilobitsPerSecond > 0;
    return newlyLimited && whole.queueNanos() == 0
        ? NetworkProfile.DEFAULT_QUEUE_NANOS
        : whole.queueNanos();
  }
}
