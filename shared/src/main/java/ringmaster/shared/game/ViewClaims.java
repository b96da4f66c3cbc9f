package ringmaster.shared.game;

import ringmaster.shared.time.TickRate;

/**
 * One player's acknowledgements in one match, for what its claims to have aimed in an old view are
 * worth by {@link Rewind}. For the server, and for a client that wants to know what becomes of its
 * claims. Not thread-safe.
 *
 * <p>The newest command of a datagram was made with its acks. One that comes in a later datagram,
 * since its own was lost, was made before that one's acks: not before those of the datagram that
 * was received last.
 *
 * <p>Acks are the player's word: by leaving them out it can seem to have seen nothing for a while,
 * and have a shot judged far back. So they count as no further behind the commands than they were
 * at best in the last {@value #MEMORY_SECONDS} to {@value #MEMORY_SECONDS} times two seconds, and a
 * gap of {@value #MAX_GAP_MILLIS} ms between snapshots. Who always acknowledges late gets what a
 * slow line gets.
 */
public final class ViewClaims {
  private static final int MAX_GAP_MILLIS = 100;
  private static final int MEMORY_SECONDS = 5;

  /** Ticks behind: nothing is known. */
  private static final int UNKNOWN = Integer.MAX_VALUE / 2;

  private final Rewind rewind;
  private final int gapTicks;
  private final int memoryTicks;
  private int newestTick;
  private int acked;
  private int ackedBefore;

  // How far acks were behind at best, in the present stretch of time and in the one before.
  private int stretchTick;
  private int leastBehind;
  private int leastBehindBefore;

  public ViewClaims(TickRate rate) {
    rewind = new Rewind(rate);
    gapTicks = Rewind.ticks(MAX_GAP_MILLIS, rate);
    memoryTicks = MEMORY_SECONDS * rate.hz();
    restart();
  }

  /** Another match begins. */
  public void restart() {
    newestTick = -1;
    acked = -1;
    ackedBefore = -1;
    stretchTick = 0;
    leastBehind = UNKNOWN;
    leastBehindBefore = UNKNOWN;
  }

  /**
   * A datagram comes, or is made.
   *
   * @param commandTick of its newest command
   * @param ackTick newest snapshot that it acknowledges; -1: none, or none that was sent
   */
  public void acknowledged(int commandTick, int ackTick) {
    ackedBefore = acked;
    acked = Math.max(acked, ackTick);
    boolean again = commandTick <= newestTick; // sent once more, with acks newer than its own
    boolean late = commandTick <= ackTick;
    newestTick = Math.max(newestTick, commandTick);
    if (again || late || ackTick < 0) {
      return;
    }
    if (commandTick - stretchTick >= memoryTicks) {
      stretchTick = commandTick;
      leastBehindBefore = leastBehind;
      leastBehind = UNKNOWN;
    }
    leastBehind = Math.min(leastBehind, commandTick - ackTick);
  }

  /**
   * How far back a command of the datagram at hand is judged, in 1/16 tick from the end of the tick
   * before the command's.
   *
   * @param index ticks between the command and the newest of the datagram
   * @param claimedAgeSixteenths how far behind its tick the view was that it was aimed in; 0: none
   */
  public int rewindSixteenths(int tick, int index, int claimedAgeSixteenths) {
    int mostBehind = Math.min(leastBehind, leastBehindBefore) + gapTicks;
    int least = Math.max(index == 0 ? acked : ackedBefore, tick - mostBehind);
    return rewind.granted(tick, claimedAgeSixteenths, least, Math.max(acked, least));
  }
}
