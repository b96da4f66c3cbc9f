package ringmaster.shared.seal;

/**
 * Lets each counter through once, out of order within the last 256 (RFC 6479 in spirit: a bitmap
 * that moves with the newest counter). Used by one thread.
 */
public final class ReplayWindow {
  /** Four seconds of datagrams at 60 Hz. */
  public static final int SIZE = 256;

  private final long[] seen = new long[SIZE / Long.SIZE];
  private long newest;

  /**
   * @param counter at least 1
   * @return true exactly once per counter that is not older than the window
   */
  public boolean accept(long counter) {
    if (counter == 0 || newest - counter >= SIZE) {
      return false;
    }
    if (counter > newest) {
      advance(counter);
    }
    int index = (int) (counter & (SIZE - 1));
    long bit = 1L << index;
    if ((seen[index >>> 6] & bit) != 0) {
      return false;
    }
    seen[index >>> 6] |= bit;
    return true;
  }

  private void advance(long counter) {
    long passed = Math.min(counter - newest, SIZE);
    for (long i = 0; i < passed; i++) {
      int index = (int) (counter - i & (SIZE - 1));
      seen[index >>> 6] &= ~(1L << index);
    }
    newest = counter;
  }

  /** The newest counter accepted, 0 before the first. */
  public long newest() {
    return newest;
  }
}
