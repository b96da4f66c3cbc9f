package ringmaster.server.session;

/**
 * Lets the command of each tick through once, however often it is sent again. Used by the network
 * thread of the session.
 */
final class CommandWindow {
  private static final int SIZE = Long.SIZE;

  /** Newest tick let through; bit i of the mask stands for newest - i. */
  private int newest = -1;

  private long mask;

  void reset() {
    newest = -1;
    mask = 0;
  }

  /** True once per tick that is not older than 63 ticks behind the newest. */
  boolean accept(int tick) {
    if (tick > newest) {
      int forward = tick - newest;
      mask = newest < 0 || forward >= SIZE ? 1 : mask << forward | 1;
      newest = tick;
      return true;
    }
    int back = newest - tick;
    if (back >= SIZE || (mask >>> back & 1) != 0) {
      return false;
    }
    mask |= 1L << back;
    return true;
  }
}
