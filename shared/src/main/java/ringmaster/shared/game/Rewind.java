package ringmaster.shared.game;

import ringmaster.shared.time.TickRate;

/**
 * How far back a command's shots are judged: the view that its player claims to have aimed in, held
 * against what the server knows that player had seen ({@link ViewClaims}). The one rule of lag
 * compensation, for the server that applies it and for a client that wants to know what becomes of
 * its claim.
 *
 * <pre>
 *        oldest view granted         newest view granted                      the command's tick
 * ------------|--------------------------------|------------------------|-------------|----> ticks
 *             |&lt;-- MAX_INTERPOLATION_MILLIS --&gt;|                        |             |
 *                                     newest snapshot acked             |&lt;- 1 tick -&gt;|
 *                                                                 rewind of nothing
 * </pre>
 *
 * <p>Nobody has seen what he has not acknowledged. Nobody is shown the others further behind that
 * than interpolation may reach. A command acts on the world as the tick before its own left it, so
 * a view of that tick is a rewind of nothing; and none goes back by more than {@link #MAX_MILLIS},
 * however slow the line: that much others have to bear.
 */
public final class Rewind {
  /** Views are told in fractions of a tick. */
  public static final int SIXTEENTHS = 16;

  /** How far back a shot may be judged. */
  public static final int MAX_MILLIS = 300;

  /** How far a view may lie behind the newest snapshot acknowledged with it. */
  public static final int MAX_INTERPOLATION_MILLIS = 100;

  private final int maxSixteenths;
  private final int maxInterpolationSixteenths;

  public Rewind(TickRate rate) {
    maxSixteenths = ticks(MAX_MILLIS, rate) * SIXTEENTHS;
    maxInterpolationSixteenths = ticks(MAX_INTERPOLATION_MILLIS, rate) * SIXTEENTHS;
  }

  /** Whole ticks of a time in milliseconds. */
  public static int ticks(int millis, TickRate rate) {
    return millis * rate.hz() / 1000;
  }

  /**
   * The rewind of a command, in 1/16 tick.
   *
   * @param tick the command's
   * @param claimedAgeSixteenths how far behind its tick the view was that it was aimed in; 0: none
   * @param leastAckedTick newest snapshot that its player had surely seen when making it
   * @param ackedTick newest snapshot that its player may have seen by then; -1: none
   */
  public int granted(int tick, int claimedAgeSixteenths, int leastAckedTick, int ackedTick) {
    if (claimedAgeSixteenths == 0 || ackedTick < 0) {
      return 0;
    }
    long newest = age(tick, ackedTick);
    long oldest = age(tick, leastAckedTick) + maxInterpolationSixteenths;
    long age = Math.clamp(claimedAgeSixteenths, newest, oldest);
    return Math.clamp(age - SIXTEENTHS, 0, maxSixteenths);
  }

  private static long age(int tick, int viewTick) {
    return ((long) tick - viewTick) * SIXTEENTHS;
  }
}
