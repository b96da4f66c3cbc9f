package ringmaster.shared.arena;

import java.util.Arrays;
import ringmaster.shared.game.Rewind;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BoxCast;
import ringmaster.shared.physics.CircleCast;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * Where crates and barrels stood at the end of the last ticks, so that a beam is stopped by what
 * its shooter saw: a crate pushed aside since is still in the way, one pushed in is not yet.
 *
 * <p>Unlike hulls most of them rest: a map has up to 156, and a few move at a time. So this is a
 * log to undo: row {@code tick % rows} has those that moved in that tick, each with its pose before
 * it. Nothing is kept, hashed or saved of what rests. What is gone by now stands in nobody's way,
 * and what has just come back has been there all along: for a third of a second in twenty.
 */
final class PropTrail {
  /** Floats of a pose: x, y, cos, sin. */
  private static final int POSE = 4;

  private final Bodies bodies;
  private final Crates crates;
  private final Barrels barrels;
  private final int props;
  private final int maxRewindSixteenths;
  private final int rows;

  /** How many entries each row has. */
  private final int[] counts;

  /** By row and entry: which one moved. */
  private final int[][] moved;

  /** By row and entry: its pose before; see {@link #POSE}. */
  private final float[][] before;

  // As they stand at the end of the last tick; follows from the bodies.
  private final long[] body;
  private final float[] now;

  /** As the shooter at hand saw them. */
  private final float[] seen;

  private float metFraction;

  PropTrail(Bodies bodies, Crates crates, Barrels barrels, TickRate rate) {
    this.bodies = bodies;
    this.crates = crates;
    this.barrels = barrels;
    props = crates.count() + barrels.count();
    int maxRewindTicks = Rewind.ticks(Rewind.MAX_MILLIS, rate);
    maxRewindSixteenths = maxRewindTicks * Rewind.SIXTEENTHS;
    rows = maxRewindTicks + 2;
    counts = new int[rows];
    moved = new int[rows][props];
    before = new float[rows][props * POSE];
    body = new long[props];
    now = new float[props * POSE];
    seen = new float[props * POSE];
    lookAtAll();
  }

  private long bodyOf(int prop) {
    return prop < crates.count() ? crates.body(prop) : barrels.body(prop - crates.count());
  }

  private void lookAtAll() {
    for (int prop = 0; prop < props; prop++) {
      lookAt(prop);
    }
  }

  private void lookAt(int prop) {
    body[prop] = bodyOf(prop);
    if (body[prop] != Bodies.NONE) {
      now[prop * POSE] = bodies.x(body[prop]);
      now[prop * POSE + 1] = bodies.y(body[prop]);
      now[prop * POSE + 2] = bodies.cos(body[prop]);
      now[prop * POSE + 3] = bodies.sin(body[prop]);
    }
  }

  /** Keeps what has moved, at the end of a tick. */
  void record(int tick) {
    int row = row(tick);
    counts[row] = 0;
    for (int prop = 0; prop < props; prop++) {
      if (body[prop] != bodyOf(prop)) {
        lookAt(prop);
      } else if (hasMoved(prop)) {
        int entry = counts[row]++;
        moved[row][entry] = prop;
        System.arraycopy(now, prop * POSE, before[row], entry * POSE, POSE);
        lookAt(prop);
      }
    }
  }

  private boolean hasMoved(int prop) {
    return body[prop] != Bodies.NONE
        && (now[prop * POSE] != bodies.x(body[prop])
            || now[prop * POSE + 1] != bodies.y(body[prop])
            || now[prop * POSE + 2] != bodies.cos(body[prop])
            || now[prop * POSE + 3] != bodies.sin(body[prop]));
  }

  /** All were put elsewhere: where they stood before is nothing to anybody. */
  void clear() {
    Arrays.fill(counts, 0);
    lookAtAll();
  }

  /**
   * Finds what a ray would have met first in the past; {@link #fraction} then tells how far off.
   * What the ray begins in does not count: its shooter pushes that, and has come to where it was.
   *
   * @param tick the tick under way
   * @param rewindSixteenths back from the end of the previous tick, in 1/16 tick
   * @return its body, or {@link Bodies#NONE}
   */
  long first(int tick, int rewindSixteenths, float x, float y, float wayX, float wayY) {
    rewind(tick, Math.clamp(rewindSixteenths, 0, maxRewindSixteenths));
    long met = Bodies.NONE;
    metFraction = CircleCast.MISS;
    for (int prop = 0; prop < props; prop++) {
      if (body[prop] != Bodies.NONE) {
        float fraction = fraction(prop, x, y, wayX, wayY);
        if (fraction > 0 && fraction < metFraction) {
          metFraction = fraction;
          met = body[prop];
        }
      }
    }
    return met;
  }

  /** Share of the way to what was met. */
  float fraction() {
    return metFraction;
  }

  private void rewind(int tick, int backSixteenths) {
    System.arraycopy(now, 0, seen, 0, seen.length);
    int whole = backSixteenths / Rewind.SIXTEENTHS;
    for (int back = 1; back <= whole; back++) {
      undo(row(tick - back));
    }
    undo(row(tick - 1 - whole), backSixteenths % Rewind.SIXTEENTHS);
  }

  private void undo(int row) {
    for (int entry = 0; entry < counts[row]; entry++) {
      System.arraycopy(before[row], entry * POSE, seen, moved[row][entry] * POSE, POSE);
    }
  }

  /** Undoes a part of a tick; of its turn a chord will do. */
  private void undo(int row, int sixteenths) {
    float share = sixteenths * (1f / Rewind.SIXTEENTHS);
    for (int i = 0; i < counts[row] * POSE; i++) {
      int at = moved[row][i / POSE] * POSE + i % POSE;
      seen[at] += (before[row][i] - seen[at]) * share;
    }
  }

  /** Rows of ticks before the match's first are still empty. */
  private int row(int tick) {
    return Math.floorMod(tick, rows);
  }

  private float fraction(int prop, float fromX, float fromY, float wayX, float wayY) {
    float x = fromX - seen[prop * POSE];
    float y = fromY - seen[prop * POSE + 1];
    if (prop >= crates.count()) {
      return CircleCast.fraction(x, y, wayX, wayY, Barrels.RADIUS_METERS);
    }
    float cos = seen[prop * POSE + 2];
    float sin = seen[prop * POSE + 3];
    return BoxCast.fraction(
        cos * x + sin * y,
        cos * y - sin * x,
        cos * wayX + sin * wayY,
        cos * wayY - sin * wayX,
        ArenaBodies.CRATE_HALF_METERS,
        ArenaBodies.CRATE_HALF_METERS);
  }

  /** Visits all state; crates and barrels must have been visited before. */
  void visit(StateVisitor visitor) {
    for (int row = 0; row < rows; row++) {
      counts[row] = visitor.count(counts[row], props);
      visitor.ints(moved[row], counts[row]);
      visitor.floats(before[row], counts[row] * POSE);
    }
    if (visitor.restores()) {
      check();
      lookAtAll();
    }
  }

  private void check() {
    for (int row = 0; row < rows; row++) {
      for (int entry = 0; entry < counts[row]; entry++) {
        if (moved[row][entry] < 0 || moved[row][entry] >= props) {
          throw new StateFormatException("there is no crate or barrel " + moved[row][entry]);
        }
      }
    }
  }
}
