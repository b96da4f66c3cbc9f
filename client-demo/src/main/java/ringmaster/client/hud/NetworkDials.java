package ringmaster.client.hud;

import java.util.Locale;
import ringmaster.shared.netsim.NetworkProfile;

/** A simulated network in the units that a person reads. */
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

  NetworkDials(NetworkProfile profile) {
    set(profile);
  }

  void set(NetworkProfile profile) {
    latencyMillis = profile.latencyNanos() / NANOS_PER_MILLI;
    jitterMillis = profile.jitterNanos() / NANOS_PER_MILLI;
    lossPercent = profile.lossFraction() * PERCENT;
    burstDatagrams = profile.burstDatagrams();
    duplicatePercent = profile.duplicateFraction() * PERCENT;
    reorderPercent = profile.reorderFraction() * PERCENT;
    kilobitsPerSecond = profile.bandwidthBitsPerSecond() / BITS_PER_KILOBIT;
  }

  NetworkProfile profile() {
    String settings =
        String.format(
            Locale.ROOT,
            "latency=%.3fms,jitter=%.3fms,loss=%.3f%%,burst=%.3f,duplicate=%.3f%%,reorder=%.3f%%",
            latencyMillis,
            jitterMillis,
            lossPercent,
            burstDatagrams,
            duplicatePercent,
            reorderPercent);
    boolean limited = kilobitsPerSecond > 0;
    String limit = String.format(Locale.ROOT, ",bandwidth=%.3fkbit", kilobitsPerSecond);
    return NetworkProfile.parse(limited ? settings + limit : settings);
  }
}
