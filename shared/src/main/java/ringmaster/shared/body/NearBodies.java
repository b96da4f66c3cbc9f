package ringmaster.shared.body;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Surroundings;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.ContactReader;
import ringmaster.shared.physics.World;

/**
 * Bodies near the player's own, in the same world. One that touches nothing changes no bit of the
 * own body: they only meet in contacts, and those between the same two are solved in the same order
 * with or without others.
 *
 * <p>As words, a count and {@link Surroundings#MAX_BODIES} rows in order of {@link Neighbour}s and
 * slots, unused ones 0:
 *
 * <pre>
 * word  field
 * 0     slot, type and generation, 16, 8 and 8 bits from the highest
 * 1     ticks since it was touched, by the own body or through others
 * 2..8  motion, see {@link BodyWords}
 * </pre>
 */
final class NearBodies implements Surroundings {
  private static final int AGE = 1;
  private static final int MOTION = 2;
  private static final int ROW = MOTION + BodyWords.MOTION_COUNT;
  private static final int WORDS = 1 + MAX_BODIES * ROW;
  private static final int SLOT_SHIFT = 16;
  private static final int TYPE_SHIFT = 8;
  private static final int BYTE = 0xFF;

  /** What is in is kept this much further out: at the edge it would come and go all the time. */
  private static final float KEPT_REACH = 1.25f;

  private final World world;
  private final Bodies bodies;
  private final ContactReader contacts;
  private final List<Neighbour> neighbours;
  private long self = Bodies.NONE;

  private int count;
  private final int[] key = new int[MAX_BODIES];
  private final int[] touchAgeTicks = new int[MAX_BODIES];
  private final long[] body = new long[MAX_BODIES];

  /** Told of the touched ones by the last owner words. */
  private final int[] told = new int[BodyWords.TOUCHED_COUNT];

  // Scratch of see: the nearest by distance, then what is made of them.
  private int nearest;
  private final int[] nearKey = new int[MAX_BODIES];
  private final float[] nearSquared = new float[MAX_BODIES];
  private final int[] before = new int[WORDS];
  private final int[] after = new int[WORDS];

  /**
   * To be made before the own body: contacts are computed from the body in the lower slot, and of
   * props and hulls the simulation makes the props first. Placeholders of the most parts keep the
   * slots until {@link #begin}.
   */
  NearBodies(World world, List<Neighbour> neighbours) {
    this.world = world;
    this.neighbours = neighbours;
    bodies = world.bodies();
    contacts = world.contacts();
    neighbours.stream()
        .map(neighbour -> neighbour.kind())
        .max(Comparator.comparingInt(kind -> kind.parts().size()))
        .ifPresent(this::keepSlots);
  }

  private void keepSlots(BodyKind kind) {
    while (count < MAX_BODIES) {
      body[count++] = bodies.create(kind, 0, 0);
    }
  }

  /** The own body has been made; the slots below it are free from now on. */
  void begin(long own) {
    self = own;
    clear();
  }

  /** The entity slot of one of these bodies, or {@link BodySlots#NONE}. */
  int slotOf(long near) {
    int index = indexOfBody(near);
    return index < 0 ? BodySlots.NONE : slot(index);
  }

  @Override
  public boolean see(EntityFrame frame, IntPredicate upToDate, int ownSlot) {
    nearest = 0;
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (slot != ownSlot && frame.present(slot)) {
        consider(frame, slot, upToDate.test(slot));
      }
    }
    sort();
    write(before, 0);
    Arrays.fill(after, 0);
    after[0] = nearest;
    for (int i = 0; i < nearest; i++) {
      boolean fresh = upToDate.test(nearKey[i] >>> SLOT_SHIFT);
      writeSeen(frame, nearKey[i], fresh, 1 + i * ROW);
    }
    if (Arrays.equals(before, after)) {
      return false;
    }
    load(after, 0);
    touchTold();
    return true;
  }

  private void consider(EntityFrame frame, int slot, boolean fresh) {
    int order = order(frame.type(slot));
    if (order < 0) {
      return;
    }
    int seenKey = key(slot, frame.type(slot), frame.generation(slot));
    boolean known = indexOf(seenKey) >= 0;
    float reach = neighbours.get(order).reachMeters() * (known ? KEPT_REACH : 1);
    float dx = frame.get(slot, BodyFields.X) - bodies.x(self);
    float dy = frame.get(slot, BodyFields.Y) - bodies.y(self);
    float squared = dx * dx + dy * dy;
    if ((known || fresh) && squared <= reach * reach) {
      insert(seenKey, squared);
    }
  }

  private void insert(int seenKey, float squared) {
    int at = Math.min(nearest, MAX_BODIES - 1);
    if (nearest == MAX_BODIES && nearSquared[at] <= squared) {
      return;
    }
    nearest = Math.min(nearest + 1, MAX_BODIES);
    while (at > 0 && nearSquared[at - 1] > squared) {
      nearKey[at] = nearKey[at - 1];
      nearSquared[at] = nearSquared[at - 1];
      at--;
    }
    nearKey[at] = seenKey;
    nearSquared[at] = squared;
  }

  /** In the order in which the simulation makes them. */
  private void sort() {
    for (int i = 1; i < nearest; i++) {
      int moved = nearKey[i];
      int at = i;
      while (at > 0 && isBefore(moved, nearKey[at - 1])) {
        nearKey[at] = nearKey[at - 1];
        at--;
      }
      nearKey[at] = moved;
    }
  }

  private boolean isBefore(int one, int other) {
    int order = order(type(one));
    int otherOrder = order(type(other));
    return order == otherOrder ? one >>> SLOT_SHIFT < other >>> SLOT_SHIFT : order < otherOrder;
  }

  /** As simulated, where the frame shows it just so or is not of this tick; else as shown. */
  private void writeSeen(EntityFrame frame, int seenKey, boolean fresh, int at) {
    int known = indexOf(seenKey);
    if (known >= 0 && (!fresh || shows(frame, seenKey, body[known]))) {
      writeRow(known, after, at);
      return;
    }
    int slot = seenKey >>> SLOT_SHIFT;
    int facing = frame.quantized(slot, BodyFields.FACING);
    after[at] = seenKey;
    after[at + AGE] = known >= 0 ? touchAgeTicks[known] : BodyWords.MAX_CONTACT_AGE_TICKS;
    BodyWords.writeMotion(
        after,
        at + MOTION,
        frame.get(slot, BodyFields.X),
        frame.get(slot, BodyFields.Y),
        frame.get(slot, BodyFields.VELOCITY_X),
        frame.get(slot, BodyFields.VELOCITY_Y),
        AimTable.cos(facing),
        AimTable.sin(facing),
        frame.get(slot, BodyFields.ANGULAR_VELOCITY));
  }

  private boolean shows(EntityFrame frame, int seenKey, long near) {
    int slot = seenKey >>> SLOT_SHIFT;
    List<EntityField> fields = frame.schema().types().get(type(seenKey)).fields();
    return shows(frame, slot, fields, BodyFields.X, bodies.x(near))
        && shows(frame, slot, fields, BodyFields.Y, bodies.y(near))
        && shows(frame, slot, fields, BodyFields.VELOCITY_X, bodies.velocityX(near))
        && shows(frame, slot, fields, BodyFields.VELOCITY_Y, bodies.velocityY(near))
        && shows(frame, slot, fields, BodyFields.ANGULAR_VELOCITY, bodies.spin(near))
        && frame.quantized(slot, BodyFields.FACING)
            == AimTable.of(bodies.cos(near), bodies.sin(near));
  }

  private static boolean shows(
      EntityFrame frame, int slot, List<EntityField> fields, int field, float value) {
    return frame.quantized(slot, field) == fields.get(field).quantize(value);
  }

  /** Takes what owner words say of the touched bodies, which may come from a hostile server. */
  void touch(int[] words, int offset) {
    System.arraycopy(words, offset, told, 0, told.length);
    touchTold();
  }

  private void touchTold() {
    for (int at = 0; at < told.length; at += BodyWords.TOUCH_WORDS) {
      int index = told[at] == 0 ? -1 : indexOfSlot(BodyWords.touchedSlot(told, at));
      if (index >= 0) {
        float massKilograms = bodies.kind(body[index]).massKilograms();
        if (BodyWords.touchPlausible(told, at, massKilograms)) {
          BodyWords.readTouch(told, at, world, self, body[index]);
        }
      }
    }
  }

  /** Looks who was touched; to be called after each step of the world. */
  void afterStep() {
    for (int i = 0; i < count; i++) {
      touchAgeTicks[i] = BodyWords.older(touchAgeTicks[i]);
    }
    for (int contact = 0; contact < contacts.count() && count > 0; contact++) {
      if (contacts.touches(contact) && contacts.bodyA(contact) != MapWorld.WALLS) {
        passOn(contacts.bodyA(contact), contacts.bodyB(contact));
        passOn(contacts.bodyB(contact), contacts.bodyA(contact));
      }
    }
  }

  private void passOn(long fromBody, long toBody) {
    int from = indexOfBody(fromBody);
    int to = indexOfBody(toBody);
    if (to >= 0 && (from >= 0 || fromBody == self)) {
      int age = from < 0 ? 0 : touchAgeTicks[from];
      touchAgeTicks[to] = Math.min(touchAgeTicks[to], age);
    }
  }

  @Override
  public void clear() {
    while (count > 0) {
      world.takeOut(body[--count]);
    }
  }

  @Override
  public int words() {
    return WORDS;
  }

  @Override
  public void write(int[] words, int offset) {
    Arrays.fill(words, offset, offset + WORDS, 0);
    words[offset] = count;
    for (int i = 0; i < count; i++) {
      writeRow(i, words, offset + 1 + i * ROW);
    }
  }

  private void writeRow(int index, int[] words, int at) {
    words[at] = key[index];
    words[at + AGE] = touchAgeTicks[index];
    BodyWords.writeMotion(bodies, body[index], words, at + MOTION);
  }

  @Override
  public void load(int[] words, int offset) {
    if (!holds(words, offset)) {
      make(words, offset);
    }
    for (int i = 0; i < count; i++) {
      int at = offset + 1 + i * ROW;
      touchAgeTicks[i] = words[at + AGE];
      BodyWords.readMotion(words, at + MOTION, world, body[i]);
    }
  }

  private boolean holds(int[] words, int offset) {
    boolean same = words[offset] == count;
    for (int i = 0; i < count && same; i++) {
      same = words[offset + 1 + i * ROW] == key[i];
    }
    return same;
  }

  private void make(int[] words, int offset) {
    clear();
    for (int i = 0; i < words[offset]; i++) {
      key[i] = words[offset + 1 + i * ROW];
      body[i] = bodies.create(neighbours.get(order(type(key[i]))).kind(), 0, 0);
      count++;
    }
  }

  /** Index of an entity type's neighbours; -1: they take no part. */
  private int order(int type) {
    for (int i = 0; i < neighbours.size(); i++) {
      if (neighbours.get(i).type() == type) {
        return i;
      }
    }
    return -1;
  }

  private static int key(int slot, int type, int generation) {
    return slot << SLOT_SHIFT | type << TYPE_SHIFT | generation;
  }

  private static int type(int key) {
    return key >>> TYPE_SHIFT & BYTE;
  }

  private int indexOf(int wanted) {
    for (int i = 0; i < count; i++) {
      if (key[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private int indexOfBody(long wanted) {
    for (int i = 0; i < count; i++) {
      if (body[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private int indexOfSlot(int slot) {
    for (int i = 0; i < count; i++) {
      if (slot(i) == slot) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int slot(int index) {
    return key[index] >>> SLOT_SHIFT;
  }

  @Override
  public int generation(int index) {
    return key[index] & BYTE;
  }

  @Override
  public boolean foreseeable(int index) {
    boolean driven = neighbours.get(order(type(key[index]))).driven();
    return !driven || touchAgeTicks[index] < BodyWords.MAX_CONTACT_AGE_TICKS;
  }

  @Override
  public float x(int index) {
    return bodies.x(body[index]);
  }

  @Override
  public float y(int index) {
    return bodies.y(body[index]);
  }

  @Override
  public float facingCos(int index) {
    return bodies.cos(body[index]);
  }

  @Override
  public float facingSin(int index) {
    return bodies.sin(body[index]);
  }

  @Override
  public float velocityX(int index) {
    return bodies.velocityX(body[index]);
  }

  @Override
  public float velocityY(int index) {
    return bodies.velocityY(body[index]);
  }

  @Override
  public float spin(int index) {
    return bodies.spin(body[index]);
  }
}
