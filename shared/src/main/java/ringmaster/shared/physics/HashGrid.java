package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * The shapes that move, in grids of square cells, one for each power of two: a shape is kept in the
 * finest whose cells are larger than its fat box, in the cell of the box's least corner. So a box
 * reaches no further than into the next cell, and a query looks at the cells it covers and those
 * just before them, on every level that is in use.
 *
 * <p>Cells are buckets of a hash table: {@code x + y * step} modulo its size, where the step is the
 * size divided by the golden ratio. On such a lattice two cells that share a bucket are at least
 * half the square root of the size apart, in x or in y, wherever they are. So a query of fewer
 * cells sees no bucket twice, hence no shape twice, and need not ask which cell a shape is in: that
 * its box overlaps is enough. A query of more cells looks at all shapes of the level, which costs
 * about the same.
 *
 * <p>Hierarchical hash grids: Ericson, "Real-Time Collision Detection", 7.2.
 */
final class HashGrid {
  private static final int NONE = -1;
  private static final byte NO_LEVEL = -1;

  /** Fat boxes of most bodies of a game are larger than a quarter of a metre. */
  private static final int FINEST_EXPONENT = -1;

  /** No box is further out than this: bodies are within an eighth, and are smaller than a half. */
  private static final float EDGE_METERS = 1 << 17;

  /** The coarsest cells reach over all that is on one side of the origin. */
  private static final int LEVELS = 18 - FINEST_EXPONENT + 1;

  /** Rows from one level to the next, so that the origin is not in one bucket on all levels. */
  private static final int ROWS_BETWEEN_LEVELS = 512;

  /** More than rounding takes from a length within {@link #EDGE_METERS}. */
  private static final float SLACK_METERS = 0.02f;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio
  private static final int LEAST_BUCKET_BITS = 8;

  private final Shapes shapes;

  /** By bucket: its first shape. */
  private int[] head = {};

  private int bucketsBetweenRows;

  /** A query of more cells in a row or column could see a bucket twice. */
  private int maxCellsAcross;

  // By shape.
  private int[] next = {};
  private int[] previous = {};
  private int[] bucket = {};
  private byte[] level = {};

  // By level.
  private final int[] shapeCount = new int[LEVELS];

  /** What the boxes there were at most from side to side since the level was empty. */
  private final float[] reachMeters = new float[LEVELS];

  private int levelsInUse;

  HashGrid(Shapes shapes) {
    this.shapes = shapes;
  }

  void insert(int shape) {
    if (shape >= level.length) {
      grow(shapes.body.length);
    }
    float meters = size(shape);
    int to = levelOf(meters);
    link(shape, to, bucketOf(shape, to));
    reachMeters[to] = Math.max(reachMeters[to], meters + SLACK_METERS);
  }

  private void grow(int capacity) {
    int old = level.length;
    next = Arrays.copyOf(next, capacity);
    previous = Arrays.copyOf(previous, capacity);
    bucket = Arrays.copyOf(bucket, capacity);
    level = Arrays.copyOf(level, capacity);
    Arrays.fill(level, old, capacity, NO_LEVEL);
    makeTable(Math.max(LEAST_BUCKET_BITS, 33 - Integer.numberOfLeadingZeros(capacity - 1)));
    for (int shape = 0; shape < old; shape++) {
      if (level[shape] != NO_LEVEL) {
        chain(shape, bucketOf(shape, level[shape]));
      }
    }
  }

  private void makeTable(int bits) {
    head = new int[1 << bits];
    Arrays.fill(head, NONE);
    bucketsBetweenRows = bucketsBetweenRows(bits);
    maxCellsAcross = maxCellsAcross(bits);
  }

  /** The step of a table of 2^bits buckets. */
  static int bucketsBetweenRows(int bits) {
    return (int) (GOLDEN >>> 64 - bits) | 1;
  }

  /** Cells of one bucket are at least so many rows or columns apart. */
  static int maxCellsAcross(int bits) {
    return 1 << bits / 2 - 1;
  }

  void move(int shape) {
    float meters = size(shape);
    int to = levelOf(meters);
    int toBucket = bucketOf(shape, to);
    if (toBucket != bucket[shape] || to != level[shape]) {
      unlink(shape);
      link(shape, to, toBucket);
    }
    reachMeters[to] = Math.max(reachMeters[to], meters + SLACK_METERS);
  }

  void remove(int shape) {
    unlink(shape);
    level[shape] = NO_LEVEL;
  }

  void clear() {
    Arrays.fill(head, NONE);
    Arrays.fill(level, NO_LEVEL);
    Arrays.fill(shapeCount, 0);
    Arrays.fill(reachMeters, 0);
    levelsInUse = 0;
  }

  private void link(int shape, int to, int toBucket) {
    level[shape] = (byte) to;
    shapeCount[to]++;
    levelsInUse |= 1 << to;
    chain(shape, toBucket);
  }

  private void chain(int shape, int to) {
    int first = head[to];
    head[to] = shape;
    bucket[shape] = to;
    previous[shape] = NONE;
    next[shape] = first;
    if (first != NONE) {
      previous[first] = shape;
    }
  }

  private void unlink(int shape) {
    int before = previous[shape];
    int after = next[shape];
    if (before == NONE) {
      head[bucket[shape]] = after;
    } else {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
    int from = level[shape];
    if (--shapeCount[from] == 0) {
      levelsInUse &= ~(1 << from);
      reachMeters[from] = 0;
    }
  }

  private float size(int shape) {
    float[] box = shapes.box;
    int at = shape * Shapes.BOX;
    return Math.max(box[at + 2] - box[at], box[at + 3] - box[at + 1]);
  }

  /** The finest level whose cells are larger. */
  private static int levelOf(float meters) {
    return Math.clamp(Math.getExponent(meters) + 1 - FINEST_EXPONENT, 0, LEVELS - 1);
  }

  private int bucketOf(int shape, int onLevel) {
    return bucket(onLevel, cellX(shape, onLevel), cellY(shape, onLevel));
  }

  private int cellX(int shape, int onLevel) {
    return index(shapes.box[shape * Shapes.BOX], cellsPerMeter(onLevel));
  }

  private int cellY(int shape, int onLevel) {
    return index(shapes.box[shape * Shapes.BOX + 1], cellsPerMeter(onLevel));
  }

  private int bucket(int onLevel, int x, int y) {
    return rowBucket(onLevel, y) + x & head.length - 1;
  }

  /**
   * Where a row begins; its cells are buckets in sequence, so that a query reads them in one go.
   */
  private int rowBucket(int onLevel, int y) {
    return (y + onLevel * ROWS_BETWEEN_LEVELS) * bucketsBetweenRows;
  }

  private static float cellsPerMeter(int level) {
    return Float.intBitsToFloat(127 - level - FINEST_EXPONENT << 23);
  }

  private static float metersPerCell(int level) {
    return Float.intBitsToFloat(127 + level + FINEST_EXPONENT << 23);
  }

  /**
   * Which row or column a coordinate is in; never less for a greater one, and exact: a power of two
   * scales without rounding.
   */
  private static int index(float meters, float cellsPerMeter) {
    float scaled = Math.max(-EDGE_METERS, Math.min(meters, EDGE_METERS)) * cellsPerMeter;
    int towardsZero = (int) scaled;
    return scaled < towardsZero ? towardsZero - 1 : towardsZero;
  }

  /** Adds all shapes whose fat boxes overlap a box, each once. */
  void overlap(float minX, float minY, float maxX, float maxY, IntList found) {
    for (int levels = levelsInUse; levels != 0; levels &= levels - 1) {
      overlap(Integer.numberOfTrailingZeros(levels), minX, minY, maxX, maxY, found);
    }
  }

  private void overlap(int onLevel, float minX, float minY, float maxX, float maxY, IntList found) {
    float scale = cellsPerMeter(onLevel);
    float reach = reachMeters[onLevel];
    int fromX = index(minX - reach, scale);
    int fromY = index(minY - reach, scale);
    int toX = index(maxX, scale);
    int toY = index(maxY, scale);
    if (Math.max(toX - fromX, toY - fromY) < maxCellsAcross) {
      int end = listFirsts(onLevel, fromX, fromY, toX, toY, found);
      keepOverlapping(onLevel, minX, minY, maxX, maxY, found, end);
    } else {
      overlapAll(onLevel, minX, minY, maxX, maxY, found);
    }
  }

  /**
   * Lists the first shape of each cell behind what is found, without counting it as found.
   *
   * @return the end of the list
   */
  private int listFirsts(int onLevel, int fromX, int fromY, int toX, int toY, IntList found) {
    int end = found.count;
    int[] list = found.reserve(end + (toX - fromX + 1) * (toY - fromY + 1));
    for (int y = fromY; y <= toY; y++) {
      int row = rowBucket(onLevel, y);
      for (int x = fromX; x <= toX; x++) {
        int first = head[row + x & head.length - 1];
        list[end] = first;
        end += ~first >>> 31;
      }
    }
    return end;
  }

  /**
   * Goes through the list, appends what comes behind in the same bucket, and keeps what overlaps.
   * Counts with the sign bit of what was computed instead of branching: whether a shape overlaps,
   * and whether it is the last of its bucket, is as good as random, and a processor that guesses
   * wrong loses the time of five shapes.
   */
  private void keepOverlapping(
      int onLevel, float minX, float minY, float maxX, float maxY, IntList found, int listEnd) {
    float[] box = shapes.box;
    int[] list = found.values;
    int end = listEnd;
    int kept = found.count;
    // Never -0, so that no difference of equals is -0, whose sign bit is set.
    float left = 0f - minX;
    float below = 0f - minY;
    float right = 0f + maxX;
    float above = 0f + maxY;
    for (int i = kept; i < end; i++) {
      int shape = list[i];
      int after = next[shape];
      if (end == list.length) {
        list = found.reserve(end + 1);
      }
      list[end] = after;
      end += ~after >>> 31;
      int at = shape * Shapes.BOX;
      int apart =
          Float.floatToRawIntBits(box[at + 2] + left)
              | Float.floatToRawIntBits(box[at + 3] + below)
              | Float.floatToRawIntBits(right - box[at])
              | Float.floatToRawIntBits(above - box[at + 1])
              | -(level[shape] ^ onLevel);
      list[kept] = shape;
      kept += ~apart >>> 31;
    }
    found.count = kept;
  }

  private void overlapAll(
      int onLevel, float minX, float minY, float maxX, float maxY, IntList found) {
    float[] box = shapes.box;
    for (int shape = 0; shape < level.length; shape++) {
      int at = shape * Shapes.BOX;
      if (level[shape] == onLevel
          && box[at] <= maxX
          && box[at + 2] >= minX
          && box[at + 1] <= maxY
          && box[at + 3] >= minY) {
        found.add(shape);
      }
    }
  }

  /** Shows the visitor every shape whose fat box the sweep meets, each once. */
  void cast(Sweep sweep, BroadPhase.CastVisitor visitor) {
    for (int levels = levelsInUse; levels != 0; levels &= levels - 1) {
      cast(Integer.numberOfTrailingZeros(levels), sweep, visitor);
    }
  }

  /** Takes columns, or rows if it is steep, in the order in which the sweep comes through. */
  private void cast(int onLevel, Sweep sweep, BroadPhase.CastVisitor visitor) {
    int main = sweep.mainAxis();
    float scale = cellsPerMeter(onLevel);
    float start = sweep.at(main, 0);
    float end = sweep.at(main, Math.max(sweep.limit(), 0));
    int first = index(Math.min(start, end) - sweep.half(main), scale) - 1;
    int last = index(Math.max(start, end) + sweep.half(main), scale);
    float cellsAcross = 5 + 2 * sweep.half(1 - main) * scale;
    if ((last - first) * cellsAcross > level.length) {
      castAll(onLevel, sweep, visitor);
      return;
    }
    boolean backward = sweep.isBackward(main);
    boolean goesOn = true;
    for (int i = 0; goesOn && i <= last - first; i++) {
      goesOn = castColumn(onLevel, backward ? last - i : first + i, sweep, visitor);
    }
  }

  /**
   * Looks at the cells of a column that hold what the sweep may meet.
   *
   * @return whether there may be more in columns further on
   */
  private boolean castColumn(int onLevel, int column, Sweep sweep, BroadPhase.CastVisitor visitor) {
    int main = sweep.mainAxis();
    int across = 1 - main;
    float scale = cellsPerMeter(onLevel);
    float min = column * metersPerCell(onLevel);
    float max = min + 2 * metersPerCell(onLevel);
    float enter = Math.max(0, sweep.enter(main, min, max));
    float leave = Math.min(sweep.limit(), sweep.leave(main, min, max));
    if (enter > leave) {
      return enter <= sweep.limit() || !sweep.moves(main);
    }
    float a = sweep.at(across, enter);
    float b = sweep.at(across, leave);
    float reach = sweep.half(across) + sweep.slackMeters();
    int to = index(Math.max(a, b) + reach, scale);
    for (int row = index(Math.min(a, b) - reach, scale) - 1; row <= to; row++) {
      if (main == Sweep.X) {
        castCell(onLevel, column, row, sweep, visitor);
      } else {
        castCell(onLevel, row, column, sweep, visitor);
      }
    }
    return true;
  }

  /** A long way comes by cells of one bucket, so here the cell does count. */
  private void castCell(int onLevel, int x, int y, Sweep sweep, BroadPhase.CastVisitor visitor) {
    for (int shape = head[bucket(onLevel, x, y)]; shape != NONE; shape = next[shape]) {
      if (level[shape] == onLevel
          && cellX(shape, onLevel) == x
          && cellY(shape, onLevel) == y
          && sweep.meets(shapes.box, shape * Shapes.BOX)) {
        sweep.limitTo(visitor.visit(shape));
      }
    }
  }

  /** For a way past more cells than there may be shapes. */
  private void castAll(int onLevel, Sweep sweep, BroadPhase.CastVisitor visitor) {
    for (int shape = 0; shape < level.length; shape++) {
      if (level[shape] == onLevel && sweep.meets(shapes.box, shape * Shapes.BOX)) {
        sweep.limitTo(visitor.visit(shape));
      }
    }
  }
}
