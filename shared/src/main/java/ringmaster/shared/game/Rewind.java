package ringmaster.shared.game;

import ringmaster.shared.time.TickRate;

/**
 * How far back a command's shots are judged: the view that its player claims to have aimed in, held
 * against what the server knows that player had seen. The one rule of lag compensation, for the
 * server that applies it and for a client that wants to know what becomes of its claim.
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

  /** The longest time without a snapshot that an honest player's lost datagram is believed. */
  private static final int MAX_SNAPSHOT_GAP_MILLIS = 100;

  private final int maxSixteenths;
  private final int maxInterpolationSixteenths;
  private final int maxSnapshotGapTicks;

  public Rewind(TickRate rate) {
    maxSixteenths = ticks(MAX_MILLIS, rate) * SIXTEENTHS;
    maxInterpolationSixteenths = ticks(MAX_INTERPOLATION_MILLIS, rate) * SIXTEENTHS;
    maxSnapshotGapTicks = ticks(MAX_SNAPSHOT_GAP_MILLIS, rate);
  }

  /** Whole ticks of a time in milliseconds. */
  public static int ticks(int millis, TickRate rate) {
    return millis * rate.hz() / 1000;
  }

  /**
   * Newest snapshot that a player had surely acknowledged when making a command.
   *
   * <p>The newest of a datagram was made with its acks. One that comes in a later datagram, since
   * its own was lost, was made before that one's acks: not before those of the datagram that was
   * received last, which may be long ago. A player who falls silent to have an old view for one
   * shot gains little: in the ticks between the command and the newest, snapshots came, with a gap
   * of 100 ms at most. So no command goes further back than the newest of its datagram and that
   * gap.
   *
   * @param index ticks between the command and the newest of its datagram
   * @param ackedBeforeTick newest snapshot acknowledged before the datagram came; -1: none
   * @param ackedTick newest snapshot acknowledged by now
   */
  public int leastAcked(int index, int ackedBeforeTick, int ackedTick) {
    return index == 0
        ? ackedTick
        : Math.max(ackedBeforeTick, ackedTick - index - maxSnapshotGapTicks);
  }

  /**
   * The rewind of a command, in 1/16 tick.
   *
   * @param tick the command's
   * @param claimedAgeSixteenths how far behind its tick the view was that it was aimed in; 0: none
   * @param leastAckedTick see {@link #leastAcked}
   * @param ackedTick newest snapshot that its player has acknowledged by now; -1: none
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
