package ringmaster.shared.physics;

import java.util.Arrays;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/**
 * The shapes of a world, in columns: for each body one of every part of its kind, in ascending
 * slots, and around each the fat box in which pairs are sought.
 *
 * <p>A fat box is larger than its shape, so that it lasts for some steps: only a shape that leaves
 * its own gets a new one, and only such a shape looks for others near it.
 */
final class Shapes {
  static final int BOX = 4;

  private static final int NO_SLOT = Bodies.NO_SLOT;

  /** How far ahead of a body its fat boxes reach; more would make fast crowds all neighbours. */
  private static final float AHEAD_SECONDS = 0.04f;

  private static final float MAX_AHEAD_METERS = 0.15f;

  private final World world;
  private final Bodies bodies;
  private final PartTable parts;

  /** Slots run from 0 to this. */
  int end;

  private int lowestFree;
  private int count;

  /** The body, or {@link Bodies#NO_SLOT} for a free slot. */
  int[] body;

  int[] part;

  /** The next of the same body, or {@link Bodies#NO_SLOT}. */
  int[] next;

  /** Fat boxes: least x, least y, greatest x, greatest y. */
  float[] box;

  /** Whether the fat box is new since pairs were last sought. */
  boolean[] moved;

  // For visiting what is not saved as it stands.
  private byte[] packedMoved = {};

  Shapes(World world, Bodies bodies, int capacity) {
    this.world = world;
    this.bodies = bodies;
    parts = bodies.parts;
    body = new int[capacity];
    part = new int[capacity];
    next = new int[capacity];
    box = new float[capacity * BOX];
    moved = new boolean[capacity];
    Arrays.fill(body, NO_SLOT);
  }

  /** Throws unless the world can hold so many more. */
  void checkRoom(int more) {
    if (more > Limits.MAX_SHAPES - count) {
      throw new IllegalStateException("a world holds at most " + Limits.MAX_SHAPES + " shapes");
    }
  }

  /** Gives a body the shapes of its kind. */
  void addOf(int owner) {
    int kind = bodies.kind[owner];
    bodies.firstShape[owner] = NO_SLOT;
    int last = NO_SLOT;
    for (int p = bodies.kinds.firstPart(kind); p < bodies.kinds.endPart(kind); p++) {
      int shape = take();
      body[shape] = owner;
      part[shape] = p;
      next[shape] = NO_SLOT;
      if (last == NO_SLOT) {
        bodies.firstShape[owner] = shape;
      } else {
        next[last] = shape;
      }
      last = shape;
      fatten(shape);
      world.broadPhase.insert(shape, bodies.isStatic(owner));
    }
  }

  /** Nobody meets the shapes of a body any more. */
  void hideOf(int owner) {
    for (int shape = bodies.firstShape[owner]; shape != NO_SLOT; shape = next[shape]) {
      world.broadPhase.remove(shape);
      moved[shape] = false;
    }
  }

  /** Frees the slots of a body's shapes. */
  void freeOf(int owner) {
    int shape = bodies.firstShape[owner];
    while (shape != NO_SLOT) {
      int following = next[shape];
      body[shape] = NO_SLOT;
      count--;
      Arrays.fill(box, shape * BOX, shape * BOX + BOX, 0);
      lowestFree = Math.min(lowestFree, shape);
      shape = following;
    }
    while (end > 0 && body[end - 1] == NO_SLOT) {
      end--;
    }
  }

  private int take() {
    while (lowestFree < end && body[lowestFree] != NO_SLOT) {
      lowestFree++;
    }
    if (lowestFree == body.length) {
      resize(Limits.grown(body.length, Limits.MAX_SHAPES));
      world.contacts.reserveFor(body.length);
    }
    end = Math.max(end, lowestFree + 1);
    count++;
    return lowestFree++;
  }

  private void resize(int capacity) {
    int old = body.length;
    body = Arrays.copyOf(body, capacity);
    Arrays.fill(body, old, capacity, NO_SLOT);
    part = Arrays.copyOf(part, capacity);
    next = Arrays.copyOf(next, capacity);
    box = Arrays.copyOf(box, capacity * BOX);
    moved = Arrays.copyOf(moved, capacity);
  }

  /** The shape that is a body's part, or {@link Bodies#NO_SLOT}. */
  int of(int owner, int partOfKind) {
    int shape = bodies.firstShape[owner];
    for (int i = 0; i < partOfKind && shape != NO_SLOT; i++) {
      shape = next[shape];
    }
    return partOfKind < 0 ? NO_SLOT : shape;
  }

  /** Which of the parts of its body's kind a shape is. */
  int partOfKind(int shape) {
    return part[shape] - bodies.kinds.firstPart(bodies.kind[body[shape]]);
  }

  /** Lets pairs be sought about a body although its boxes are what they were. */
  void seekPairsOf(int owner) {
    for (int shape = bodies.firstShape[owner]; shape != NO_SLOT; shape = next[shape]) {
      moved[shape] = true;
    }
  }

  /** Gives all shapes of a body that was put elsewhere a new fat box. */
  void place(int owner) {
    for (int shape = bodies.firstShape[owner]; shape != NO_SLOT; shape = next[shape]) {
      fatten(shape);
      world.broadPhase.move(shape);
    }
  }

  /** Gives those shapes of a body a new fat box that have left theirs. Safe side by side. */
  void refit(int owner) {
    for (int shape = bodies.firstShape[owner]; shape != NO_SLOT; shape = next[shape]) {
      if (!boxHolds(shape)) {
        fatten(shape);
      }
    }
  }

  /** Whether the shape, with half of what contacts are made early by, is in its fat box. */
  private boolean boxHolds(int shape) {
    float[] pose = bodies.pose;
    int at = body[shape] * Bodies.POSE;
    int partAt = part[shape] * PartTable.STRIDE;
    float[] geometry = parts.geometry;
    float cos = pose[at + 2];
    float sin = pose[at + 3];
    float grown = geometry[partAt + PartTable.RADIUS] + 0.5f * Limits.SPECULATIVE_METERS;
    int of = shape * BOX;
    float minX = box[of] + grown - pose[at];
    float minY = box[of + 1] + grown - pose[at + 1];
    float maxX = box[of + 2] - grown - pose[at];
    float maxY = box[of + 3] - grown - pose[at + 1];
    int points = parts.pointCount[part[shape]];
    for (int i = 0; i < points; i++) {
      float px = geometry[partAt + 2 * i];
      float py = geometry[partAt + 2 * i + 1];
      float x = cos * px - sin * py;
      float y = sin * px + cos * py;
      if (x < minX || x > maxX || y < minY || y > maxY) {
        return false;
      }
    }
    return true;
  }

  /** Gives a shape a fat box about where it is; pairs will be sought in it. */
  void fatten(int shape) {
    int owner = body[shape];
    float[] pose = bodies.pose;
    int at = owner * Bodies.POSE;
    int partAt = part[shape] * PartTable.STRIDE;
    float[] geometry = parts.geometry;
    float cos = pose[at + 2];
    float sin = pose[at + 3];
    float minX = Float.MAX_VALUE;
    float minY = Float.MAX_VALUE;
    float maxX = -Float.MAX_VALUE;
    float maxY = -Float.MAX_VALUE;
    int points = parts.pointCount[part[shape]];
    for (int i = 0; i < points; i++) {
      float px = geometry[partAt + 2 * i];
      float py = geometry[partAt + 2 * i + 1];
      float x = cos * px - sin * py;
      float y = sin * px + cos * py;
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
    boolean still = bodies.isStatic(owner);
    float margin = still ? 0.5f * Limits.SPECULATIVE_METERS : Limits.BOX_MARGIN_METERS;
    float grown = geometry[partAt + PartTable.RADIUS] + margin;
    int to = shape * BOX;
    // Where it is going it will be in the next steps: fast bodies would leave their box in each.
    float aheadX = ahead(bodies.motion[owner * Bodies.MOTION]);
    float aheadY = ahead(bodies.motion[owner * Bodies.MOTION + 1]);
    box[to] = pose[at] + minX - grown + Math.min(aheadX, 0);
    box[to + 1] = pose[at + 1] + minY - grown + Math.min(aheadY, 0);
    box[to + 2] = pose[at] + maxX + grown + Math.max(aheadX, 0);
    box[to + 3] = pose[at + 1] + maxY + grown + Math.max(aheadY, 0);
    moved[shape] = true;
  }

  private static float ahead(float metersPerSecond) {
    float meters = AHEAD_SECONDS * metersPerSecond;
    return Math.clamp(meters, -MAX_AHEAD_METERS, MAX_AHEAD_METERS);
  }

  /** Visits all shapes; once the bodies are restored, finds what follows from both. */
  void visit(StateVisitor visitor) {
    int wanted = visitor.count(end, Limits.MAX_SHAPES);
    if (wanted > body.length) {
      resize(wanted);
    }
    if (visitor.restores()) {
      Arrays.fill(body, NO_SLOT);
    }
    end = wanted;
    pack();
    visitor.ints(body, end);
    visitor.floats(box, end * BOX);
    visitor.bytes(packedMoved, end);
    if (visitor.restores()) {
      link();
    }
  }

  private void pack() {
    if (packedMoved.length < end) {
      packedMoved = new byte[body.length];
    }
    for (int shape = 0; shape < end; shape++) {
      packedMoved[shape] = (byte) (moved[shape] ? 1 : 0);
    }
  }

  /** A body's shapes, in ascending slots, are the parts of its kind. */
  private void link() {
    lowestFree = 0;
    count = 0;
    world.broadPhase.clear();
    for (int shape = end - 1; shape >= 0; shape--) {
      moved[shape] = packedMoved[shape] == 1;
      check(shape);
      int owner = body[shape];
      if (owner != NO_SLOT) {
        count++;
        next[shape] = bodies.firstShape[owner];
        bodies.firstShape[owner] = shape;
      }
    }
    for (int owner = 0; owner < bodies.end; owner++) {
      if (bodies.phase[owner] != Bodies.FREE) {
        numberParts(owner);
      }
    }
  }

  private void check(int shape) {
    int owner = body[shape];
    boolean belongs = owner >= 0 && owner < bodies.end && bodies.phase[owner] != Bodies.FREE;
    boolean fits =
        owner == NO_SLOT ? !moved[shape] : belongs && Limits.allFinite(box, shape * BOX, BOX);
    if (!fits || packedMoved[shape] < 0 || packedMoved[shape] > 1) {
      throw new StateFormatException("shape " + shape + " of body " + owner + " cannot be");
    }
  }

  private void numberParts(int owner) {
    int kind = bodies.kind[owner];
    int number = bodies.kinds.firstPart(kind);
    int endNumber = bodies.kinds.endPart(kind);
    for (int shape = bodies.firstShape[owner]; shape != NO_SLOT; shape = next[shape]) {
      if (number == endNumber) {
        throw new StateFormatException("body " + owner + " has more shapes than its kind");
      }
      part[shape] = number++;
      if (bodies.phase[owner] == Bodies.ALIVE) {
        world.broadPhase.insert(shape, bodies.isStatic(owner));
      }
    }
    if (number != endNumber) {
      throw new StateFormatException("body " + owner + " has fewer shapes than its kind");
    }
  }
}
