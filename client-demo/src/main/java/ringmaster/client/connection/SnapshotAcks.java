package ringmaster.client.connection;

/** Which snapshots were taken, as the command datagram tells it: the newest, and 32 before it. */
final class SnapshotAcks {
  private int newestTick = -1;
  private int mask;

  /** Notes a tick newer than all before. */
  void take(int tick) {
    int advance = tick - newestTick;
    int shifted = advance < Integer.SIZE ? mask << advance : 0;
    boolean covers = newestTick >= 0 && advance <= Integer.SIZE;
    mask = covers ? shifted | 1 << (advance - 1) : 0;
    newestTick = tick;
  }

  /** Nothing was ever taken. */
  void clear() {
    newestTick = -1;
    mask = 0;
  }

  /** Newest tick taken; -1: none. */
  int newestTick() {
    return newestTick;
  }

  /** Bit i stands for the tick {@code newestTick() - 1 - i}. */
  int mask() {
    return mask;
  }
}
