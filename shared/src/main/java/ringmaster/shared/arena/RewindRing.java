package ringmaster.shared.arena;

import ringmaster.shared.game.Rewind;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * Where every hull stood at the end of the last ticks, so that a shot is judged by what its shooter
 * saw.
 *
 * <p>Rewind 0 is the world as the previous tick left it: the newest that anybody can have seen when
 * a tick begins. Row {@code tick % rows} holds the end of that tick. A hull's mark is {@code 2 *
 * life + shielded}, 0 where there was none.
 */
final class RewindRing {
  private final int seats;
  private final int rows;
  private final int maxRewindSixteenths;
  private final float[] x;
  private final float[] y;
  private final int[] marks;

  private float locatedX;
  private float locatedY;
  private boolean locatedShielded;

  RewindRing(int seats, TickRate rate) {
    this.seats = seats;
    int maxRewindTicks = Rewind.ticks(Rewind.MAX_MILLIS, rate);
    maxRewindSixteenths = maxRewindTicks * Rewind.SIXTEENTHS;
    rows = maxRewindTicks + 2;
    x = new float[rows * seats];
    y = new float[rows * seats];
    marks = new int[rows * seats];
  }

  /** Keeps the hulls at the end of a tick. */
  void record(int tick, Tanks tanks) {
    int row = tick % rows * seats;
    for (int seat = 0; seat < seats; seat++) {
      marks[row + seat] = mark(tanks, seat);
      x[row + seat] = tanks.alive(seat) ? tanks.x(seat) : 0;
      y[row + seat] = tanks.alive(seat) ? tanks.y(seat) : 0;
    }
  }

  private static int mark(Tanks tanks, int seat) {
    if (!tanks.alive(seat)) {
      return 0;
    }
    return 2 * tanks.life(seat) + (tanks.shielded(seat) ? 1 : 0);
  }

  /**
   * Finds a hull in the past; {@link #x}, {@link #y} and {@link #shielded} then tell of it.
   *
   * @param tick the tick under way
   * @param life the hull's present life: earlier ones are gone and cannot be hit
   * @param rewindSixteenths back from the end of the previous tick, in 1/16 tick
   * @return whether it was there
   */
  boolean locate(int tick, int seat, int life, int rewindSixteenths) {
    int back = Math.clamp(rewindSixteenths, 0, maxRewindSixteenths);
    int newer = index(tick - 1 - back / Rewind.SIXTEENTHS, seat);
    if (marks[newer] / 2 != life) {
      return false;
    }
    locatedShielded = marks[newer] % 2 == 1;
    locatedX = x[newer];
    locatedY = y[newer];
    int older = index(tick - 2 - back / Rewind.SIXTEENTHS, seat);
    // Between its spawn and the tick before, a hull was nowhere: it is taken where it appeared.
    if (marks[older] / 2 == life) {
      float share = back % Rewind.SIXTEENTHS * (1f / Rewind.SIXTEENTHS);
      locatedX += (x[older] - locatedX) * share;
      locatedY += (y[older] - locatedY) * share;
    }
    return true;
  }

  /** Rows of ticks before the match's first are still empty. */
  private int index(int tick, int seat) {
    return Math.floorMod(tick, rows) * seats + seat;
  }

  float x() {
    return locatedX;
  }

  float y() {
    return locatedY;
  }

  boolean shielded() {
    return locatedShielded;
  }

  void visit(StateVisitor visitor) {
    visitor.floats(x, rows * seats);
    visitor.floats(y, rows * seats);
    visitor.ints(marks, rows * seats);
  }
}
