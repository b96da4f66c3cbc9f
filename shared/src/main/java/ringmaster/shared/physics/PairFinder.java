package ringmaster.shared.physics;

import java.util.Arrays;

/**
 * Finds the pairs of shapes that may touch from now on: whose fat boxes overlap, one of which is
 * new. Runs at the beginning of a step, in blocks of moved shapes; each lane gathers on its own and
 * the whole is sorted, so that neither the lanes nor the structure searched in can be seen.
 */
final class PairFinder {
  /** Moved shapes: few enough to share evenly, many enough to be worth the claim. */
  private static final int BLOCK = 64;

  /** Below, waking helpers takes longer than the work. */
  private static final int WORTH_SHARING = 512;

  private static final byte STATIC = (byte) BodyType.STATIC.ordinal();
  private static final byte DYNAMIC = (byte) BodyType.DYNAMIC.ordinal();

  /** What a lane has found. */
  private static final class Lane {
    final IntList near = new IntList();
    final PairList pairs = new PairList();
  }

  private final World world;
  private final Bodies bodies;
  private final Shapes shapes;
  private final KnownPairs known;
  private final Workers.Stage seekStage = this::seekBlock;
  private final IntList moved = new IntList();
  private Lane[] lanes = {};

  /** New pairs of shapes, the lower slot first, sorted, each once. */
  final PairList pairs = new PairList();

  PairFinder(World world, KnownPairs known) {
    this.world = world;
    bodies = world.bodies;
    shapes = bodies.shapes;
    this.known = known;
  }

  /** Fills {@link #pairs}; the marks of moved shapes stay. */
  void find(Workers workers) {
    reserve(workers.lanes());
    gatherMoved();
    int blocks = (moved.count + BLOCK - 1) / BLOCK;
    (moved.count < WORTH_SHARING ? Workers.ALONE : workers).run(seekStage, blocks);
    pairs.clear();
    for (Lane lane : lanes) {
      pairs.addAll(lane.pairs);
      lane.pairs.clear();
    }
    pairs.sort();
  }

  private void reserve(int laneCount) {
    int old = lanes.length;
    if (laneCount > old) {
      lanes = Arrays.copyOf(lanes, laneCount);
      for (int lane = old; lane < laneCount; lane++) {
        lanes[lane] = new Lane();
      }
    }
  }

  private void gatherMoved() {
    boolean[] hasMoved = shapes.moved;
    int[] list = moved.reserve(shapes.end + 1);
    int count = 0;
    for (int shape = 0; shape < shapes.end; shape++) {
      list[count] = shape;
      count += hasMoved[shape] ? 1 : 0;
    }
    moved.count = count;
  }

  private void seekBlock(int block, int lane) {
    int end = Math.min(moved.count, (block + 1) * BLOCK);
    for (int i = block * BLOCK; i < end; i++) {
      seek(moved.values[i], lanes[lane]);
    }
  }

  private void seek(int shape, Lane lane) {
    IntList near = lane.near;
    near.clear();
    lookAround(shape, near);
    dropTold(shape, near);
    for (int i = 0; i < near.count; i++) {
      int other = near.values[i];
      if (isNew(shape, other)) {
        lane.pairs.add(Math.min(shape, other), Math.max(shape, other));
      }
    }
  }

  /** Two that moved find each other; the lower one tells. Without branches: it is a toss-up. */
  private void dropTold(int shape, IntList near) {
    boolean[] hasMoved = shapes.moved;
    int[] list = near.values;
    int kept = 0;
    for (int i = 0; i < near.count; i++) {
      int other = list[i];
      list[kept] = other;
      int lower = other - shape >>> 31;
      kept += hasMoved[other] ? 1 - lower : 1;
    }
    near.count = kept;
  }

  private void lookAround(int shape, IntList near) {
    float[] box = shapes.box;
    int at = shape * Shapes.BOX;
    if (bodies.type[shapes.body[shape]] == STATIC) {
      world.broadPhase.overlapMoving(box[at], box[at + 1], box[at + 2], box[at + 3], near);
    } else {
      world.broadPhase.overlap(box[at], box[at + 1], box[at + 2], box[at + 3], near);
    }
  }

  private boolean isNew(int shape, int other) {
    return mayTouch(shape, other)
        && !known.contains(Math.min(shape, other), Math.max(shape, other));
  }

  /** Whether two shapes collide where they meet, by their bodies, filters and joints. */
  boolean mayTouch(int shape, int other) {
    int body = shapes.body[shape];
    int otherBody = shapes.body[other];
    return body != otherBody
        && partsCollide(
            shapes.part[shape], bodies.type[body],
            shapes.part[other], bodies.type[otherBody])
        && !world.joints.forbids(body, otherBody);
  }

  private boolean partsCollide(int part, byte type, int other, byte otherType) {
    PartTable parts = bodies.parts;
    boolean oneIsPushed = type == DYNAMIC || otherType == DYNAMIC;
    boolean oneMoves = type != STATIC || otherType != STATIC;
    boolean oneSenses = parts.sensor[part] || parts.sensor[other];
    boolean oneIsSolid = !parts.sensor[part] || !parts.sensor[other];
    return (oneIsPushed || (oneSenses && oneMoves))
        && oneIsSolid
        && Filter.collide(
            parts.category[part],
            parts.mask[part],
            parts.group[part],
            parts.category[other],
            parts.mask[other],
            parts.group[other]);
  }
}
