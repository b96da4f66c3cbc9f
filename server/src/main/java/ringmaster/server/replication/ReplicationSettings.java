package ringmaster.server.replication;

import ringmaster.shared.time.TickRate;

/**
 * How much each player is sent.
 *
 * @param rate of ticks
 * @param snapshotHz snapshots per second; divides the tick rate
 * @param playerBytesPerSecond UDP payload per player; saved up for a quarter second at most
 */
public record ReplicationSettings(TickRate rate, int snapshotHz, int playerBytesPerSecond) {
  /** A snapshot's header with the owner's block has to fit what one interval earns. */
  public static final int MIN_BYTES_PER_SNAPSHOT = 200;

  public ReplicationSettings {
    if (snapshotHz < 1 || rate.hz() % snapshotHz != 0) {
      throw new IllegalArgumentException(
          "snapshot rate must divide the tick rate of "
              + rate.hz()
              + " Hz, and "
              + snapshotHz
              + " does not");
    }
    if (playerBytesPerSecond / snapshotHz < MIN_BYTES_PER_SNAPSHOT) {
      throw new IllegalArgumentException(
          "player budget must be at least "
              + MIN_BYTES_PER_SNAPSHOT * snapshotHz
              + " bytes per second at "
              + snapshotHz
              + " snapshots, not "
              + playerBytesPerSecond);
    }
  }

  int ticksPerSnapshot() {
    return rate.hz() / snapshotHz;
  }
}
