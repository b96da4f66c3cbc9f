package ringmaster.shared.physics;

import java.util.Arrays;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateVisitor;

/**
 * The pairs of shapes whose fat boxes overlap, sorted by (shape A, shape B), A being the lower. So
 * their order depends on nothing that happened before, and neither does that of anything which
 * follows from it: events, colours, the order of solving.
 *
 * <p>What a pair remembers is for the next step: where it touched, in the frames of both bodies, so
 * that the place can be used again while they hardly move against each other, and with what
 * impulse.
 *
 * <pre>
 * floats of a contact, STRIDE apart
 *  0, 1    normal, a unit vector from A to B in A's frame
 *  2..6    point 0: anchor x, y in A's frame; x, y in B's frame; separation when they coincided
 *  7..11   point 1
 * 12, 13   point 0: impulse along the normal and along the tangent, N s
 * 14, 15   point 1
 * 16..19   where B was in A's frame when this was computed: x, y, cosine, sine;
 *          all 0 before the first time
 * </pre>
 */
final class Contacts implements KnownPairs {
  static final int STRIDE = 20;
  static final int POINT = 2;
  static final int POINT_STRIDE = 5;
  static final int IMPULSE = 12;
  static final int CACHED_POSE = 16;

  /** Saved of every contact, the last ones of its row; and the rest, of those that touch. */
  private static final int POSE_WORDS = 4;

  private static final int TOUCH_WORDS = STRIDE - POSE_WORDS;

  /** {@link #flags}: how many points touch. */
  static final byte POINTS = 3;

  /** It touched after the last step; what a begin or an end is measured by. */
  static final byte TOUCHED = 4;

  /** One of the shapes is a sensor. */
  static final byte SENSOR = 8;

  /** Neither body is awake. */
  static final byte ASLEEP = 16;

  /** The fat boxes no longer overlap, or a body was destroyed: goes before the step ends. */
  static final byte GONE = 32;

  /** It was a blow in this step. */
  static final byte HIT = 64;

  private static final int FIRST_CAPACITY = 16;

  /** Room is made for so many when a shape is, so that steps seldom have to. */
  private static final int FOR_EACH_SHAPE = 4;

  /** A pile of bodies in one place would take memory with the square of their number. */
  private static final int MAX_CONTACTS = 1 << 22;

  private final Bodies bodies;
  private final Shapes shapes;

  int count;
  int[] shapeA = new int[FIRST_CAPACITY];
  int[] shapeB = new int[FIRST_CAPACITY];
  byte[] flags = new byte[FIRST_CAPACITY];

  /** Features that touch, two for each contact. */
  int[] ids = new int[2 * FIRST_CAPACITY];

  float[] data = new float[FIRST_CAPACITY * STRIDE];

  // Derived.
  int[] bodyA = new int[FIRST_CAPACITY];
  int[] bodyB = new int[FIRST_CAPACITY];

  /** First contact of each shape as A; one more entry than there are shapes. */
  private int[] rows = new int[1];

  private int rowCount;

  /** What is saved of {@link #data}, close together. */
  private float[] packed = {};

  private int[] packedIds = {};
  private final long[] seeds = new long[1];

  Contacts(Bodies bodies) {
    this.bodies = bodies;
    shapes = bodies.shapes;
  }

  @Override
  public boolean contains(int a, int b) {
    if (a >= rowCount) {
      return false;
    }
    return Arrays.binarySearch(shapeB, rows[a], rows[a + 1], b) >= 0;
  }

  /**
   * Adds pairs.
   *
   * @param pairs {@code shapeA << 32 | shapeB}, ascending, none of them known
   */
  void add(long[] pairs, int pairCount) {
    if (pairCount == 0) {
      return;
    }
    reserve(count + pairCount);
    int from = count;
    int to = count + pairCount;
    for (int pair = pairCount - 1; pair >= 0; pair--) {
      int place = lowerBound(pairs[pair], from);
      to -= from - place;
      move(place, to, from - place);
      from = place;
      set(--to, (int) (pairs[pair] >>> 32), (int) pairs[pair]);
    }
    count += pairCount;
    indexRows();
  }

  /** The first contact before {@code end} that comes after the pair. */
  private int lowerBound(long pair, int end) {
    int low = 0;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (((long) shapeA[middle] << 32 | shapeB[middle]) < pair) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void set(int contact, int a, int b) {
    shapeA[contact] = a;
    shapeB[contact] = b;
    bodyA[contact] = shapes.body[a];
    bodyB[contact] = shapes.body[b];
    flags[contact] = hasSensor(a, b) ? SENSOR : 0;
    ids[2 * contact] = 0;
    ids[2 * contact + 1] = 0;
    Arrays.fill(data, contact * STRIDE, (contact + 1) * STRIDE, 0);
  }

  /** Lets a pair touch with an impulse in its first point, whose features' name is 0. */
  void seed(int a, int b, float normalImpulse) {
    if (!contains(a, b)) {
      seeds[0] = (long) a << 32 | b;
      add(seeds, 1);
    }
    int contact = lowerBound((long) a << 32 | b, count);
    flags[contact] = (byte) (flags[contact] & ~(POINTS | ASLEEP) | 1 | TOUCHED);
    ids[2 * contact] = 0;
    Arrays.fill(data, contact * STRIDE, (contact + 1) * STRIDE, 0);
    data[contact * STRIDE + IMPULSE] = normalImpulse;
  }

  /** Forgets what a body touched. */
  void removeOf(int body) {
    for (int contact = 0; contact < count; contact++) {
      mark(contact, GONE, bodyA[contact] == body || bodyB[contact] == body);
    }
    removeGone();
  }

  private void move(int from, int to, int length) {
    if (length > 0 && from != to) {
      System.arraycopy(shapeA, from, shapeA, to, length);
      System.arraycopy(shapeB, from, shapeB, to, length);
      System.arraycopy(bodyA, from, bodyA, to, length);
      System.arraycopy(bodyB, from, bodyB, to, length);
      System.arraycopy(flags, from, flags, to, length);
      System.arraycopy(ids, 2 * from, ids, 2 * to, 2 * length);
      System.arraycopy(data, from * STRIDE, data, to * STRIDE, length * STRIDE);
    }
  }

  /** Takes out what is {@link #GONE}. */
  void removeGone() {
    int kept = 0;
    int contact = 0;
    while (contact < count) {
      if ((flags[contact] & GONE) != 0) {
        contact++;
        continue;
      }
      int run = contact;
      while (contact < count && (flags[contact] & GONE) == 0) {
        contact++;
      }
      move(run, kept, contact - run);
      kept += contact - run;
    }
    count = kept;
    indexRows();
  }

  /** Finds the rows anew; to be called when contacts or shapes came or went. */
  void indexRows() {
    rowCount = shapes.end;
    if (rows.length <= rowCount) {
      rows = new int[rowCount + rowCount / 2 + 1];
    }
    int contact = 0;
    for (int shape = 0; shape < rowCount; shape++) {
      rows[shape] = contact;
      while (contact < count && shapeA[contact] == shape) {
        contact++;
      }
    }
    rows[rowCount] = count;
  }

  /** Makes room for what shapes usually touch. */
  void reserveFor(int shapes) {
    reserve(Math.min(FOR_EACH_SHAPE * shapes, MAX_CONTACTS));
  }

  int capacity() {
    return shapeA.length;
  }

  private void reserve(int wanted) {
    if (wanted <= shapeA.length) {
      return;
    }
    if (wanted > MAX_CONTACTS) {
      throw new IllegalStateException(
          "more than " + MAX_CONTACTS + " pairs of shapes are near each other");
    }
    int capacity = Math.max(wanted, 2 * shapeA.length);
    shapeA = Arrays.copyOf(shapeA, capacity);
    shapeB = Arrays.copyOf(shapeB, capacity);
    bodyA = Arrays.copyOf(bodyA, capacity);
    bodyB = Arrays.copyOf(bodyB, capacity);
    flags = Arrays.copyOf(flags, capacity);
    ids = Arrays.copyOf(ids, 2 * capacity);
    data = Arrays.copyOf(data, capacity * STRIDE);
  }

  void visit(StateVisitor visitor) {
    // Before room is made: no more than there are pairs of shapes.
    long pairs = (long) shapes.end * (shapes.end - 1) / 2;
    int wanted = visitor.count(count, (int) Math.min(pairs, MAX_CONTACTS));
    reserve(wanted);
    count = wanted;
    visitor.ints(shapeA, count);
    visitor.ints(shapeB, count);
    visitor.bytes(flags, count);
    if (visitor.restores()) {
      derive();
    }
    int touching = pack();
    visitor.floats(packed, count * POSE_WORDS + touching * TOUCH_WORDS);
    visitor.ints(packedIds, 2 * touching);
    if (visitor.restores()) {
      unpack();
    }
  }

  /** Bodies and rows, from shapes. */
  private void derive() {
    long before = -1;
    for (int contact = 0; contact < count; contact++) {
      int a = shapeA[contact];
      int b = shapeB[contact];
      long pair = (long) a << 32 | b;
      if (a < 0 || b <= a || b >= shapes.end || pair <= before) {
        throw new StateFormatException("contact " + contact + " of shapes " + a + " and " + b);
      }
      before = pair;
      bodyA[contact] = shapes.body[a];
      bodyB[contact] = shapes.body[b];
      if (!belongs(contact)) {
        throw new StateFormatException("contact " + contact + " that cannot be");
      }
      flagMoving(contact, touches(contact));
    }
    indexRows();
  }

  private boolean belongs(int contact) {
    int state = flags[contact];
    return bodyA[contact] != Bodies.NO_SLOT
        && bodyB[contact] != Bodies.NO_SLOT
        && bodyA[contact] != bodyB[contact]
        && (state & POINTS) <= 2
        && (state & (HIT | GONE)) == 0
        && state >= 0
        && sensor(contact) == hasSensor(shapeA[contact], shapeB[contact]);
  }

  private boolean hasSensor(int a, int b) {
    PartTable parts = bodies.parts;
    return parts.sensor[shapes.part[a]] || parts.sensor[shapes.part[b]];
  }

  private void flagMoving(int contact, boolean touches) {
    int a = bodyA[contact];
    int b = bodyB[contact];
    boolean both =
        touches && !sensor(contact) && bodies.inverseMass[a] != 0 && bodies.inverseMass[b] != 0;
    bodies.touchesMoving[a] |= both;
    bodies.touchesMoving[b] |= both;
  }

  private int pack() {
    if (packed.length < count * STRIDE) {
      packed = new float[shapeA.length * STRIDE];
      packedIds = new int[2 * shapeA.length];
    }
    int at = 0;
    int touching = 0;
    for (int contact = 0; contact < count; contact++) {
      boolean touches = touches(contact);
      int words = touches ? STRIDE : POSE_WORDS;
      System.arraycopy(data, (contact + 1) * STRIDE - words, packed, at, words);
      at += words;
      if (touches) {
        packedIds[2 * touching] = ids[2 * contact];
        packedIds[2 * touching + 1] = ids[2 * contact + 1];
        touching++;
      }
    }
    return touching;
  }

  private void unpack() {
    int at = 0;
    int touching = 0;
    for (int contact = 0; contact < count; contact++) {
      boolean touches = touches(contact);
      int words = touches ? STRIDE : POSE_WORDS;
      Arrays.fill(data, contact * STRIDE, (contact + 1) * STRIDE, 0);
      System.arraycopy(packed, at, data, (contact + 1) * STRIDE - words, words);
      at += words;
      ids[2 * contact] = touches ? packedIds[2 * touching] : 0;
      ids[2 * contact + 1] = touches ? packedIds[2 * touching + 1] : 0;
      touching += touches ? 1 : 0;
    }
    for (int i = 0; i < at; i++) {
      if (!(Math.abs(packed[i]) < Float.POSITIVE_INFINITY)) {
        throw new StateFormatException("a contact holds " + packed[i]);
      }
    }
  }

  boolean sensor(int contact) {
    return (flags[contact] & SENSOR) != 0;
  }

  boolean touches(int contact) {
    return (flags[contact] & POINTS) != 0;
  }

  void mark(int contact, byte flag, boolean on) {
    flags[contact] = (byte) (on ? flags[contact] | flag : flags[contact] & ~flag);
  }
}
