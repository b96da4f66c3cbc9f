package ringmaster.client.interpolation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringmaster.client.interpolation.FieldMotion.Blend;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.SteadyPredictor;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.time.TickRate;

/**
 * Everybody else at the view's time: each entity between its last value before that time and its
 * first one after. Reads the frames the decoder keeps anyway. A frame also holds what did not fit
 * its snapshot, as it was before: so an entity is followed from the tick that its value is of to
 * the tick of its next one, however many snapshots lie between.
 *
 * <p>Where the next value is missing, a body goes on by its speed, ever slower, and stands after
 * {@value #CARRY_MILLIS} ms: by then a guess is worse than none. Once the value comes, what is
 * shown is not jumped to it: the difference stays in view and is gone after a tenth of a second.
 */
public final class InterpolatedView implements EntityView {
  /** How the view's moment lies to the snapshots that have come. */
  public enum Footing {
    /** A later snapshot is there. */
    BETWEEN,
    /** None is, and what moves is carried on by its speed. */
    CARRIED,
    /** None has been for so long that all stands. */
    STANDING
  }

  private static final int CARRY_MILLIS = 100;
  private static final long CARRY_NANOS = CARRY_MILLIS * 1_000_000L;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final float SECONDS_PER_NANO = 1e-9f;
  private static final float CARRY_SECONDS = CARRY_NANOS * SECONDS_PER_NANO;

  /** After three of these, a tenth of a second, a twentieth is left. */
  private static final float DECAY_SECONDS = 0.1f / 3;

  /** What was so far off is shown where it is at once: sliding there would be no less of a leap. */
  private static final float MAX_SMOOTHED_METERS = 5;

  private static final int NOTHING = -1;

  private final SnapshotDecoder decoder;
  private final TickRate rate;
  private final FieldMotion[] motions;
  private final int stride;

  private EntityFrame from;
  private long viewNanos;
  private Footing footing = Footing.STANDING;

  /** Frames after the view's moment, earliest first. */
  private final EntityFrame[] later = new EntityFrame[Limits.FRAME_HISTORY];

  private int laterCount;

  /** By slot: which entity was shown last; {@link #NOTHING}: none. */
  private final int[] shownEntity;

  /** By slot: tick of the frame it was shown from. */
  private final int[] shownTick;

  /** By slot: the tick its value is of. */
  private final int[] valueTick;

  /** By slot: the frame with its next value, an index into {@link #later}; -1: there is none. */
  private final int[] next;

  /** By slot: how much of the way to the next value has passed. */
  private final float[] share;

  /** By slot: how far its speed has carried it, as seconds at that speed. */
  private final float[] carriedSeconds;

  /** By slot and field: from what the snapshots say to what is shown. */
  private final float[] offset;

  public InterpolatedView(SnapshotDecoder decoder, EntitySchema schema, TickRate rate) {
    this.decoder = decoder;
    this.rate = rate;
    motions = schema.types().stream().map(FieldMotion::new).toArray(FieldMotion[]::new);
    stride = schema.maxFields();
    int capacity = schema.capacity();
    shownEntity = new int[capacity];
    Arrays.fill(shownEntity, NOTHING);
    shownTick = new int[capacity];
    valueTick = new int[capacity];
    next = new int[capacity];
    share = new float[capacity];
    carriedSeconds = new float[capacity];
    offset = new float[capacity * stride];
    from = decoder.newest();
  }

  /**
   * Moves to a time.
   *
   * @param newViewNanos as {@link SnapshotTimeline#viewNanos} has it
   */
  public void moveTo(long newViewNanos) {
    float elapsedSeconds = Math.max(0, newViewNanos - viewNanos) * SECONDS_PER_NANO;
    float left = (float) Math.exp(-elapsedSeconds / DECAY_SECONDS);
    viewNanos = newViewNanos;
    int tick = (int) Math.max(0, viewNanos * rate.hz() / NANOS_PER_SECOND);
    findLater(tick + 1);
    EntityFrame before = newestUpTo(tick);
    from = before != null ? before : laterCount > 0 ? later[0] : decoder.newest();
    footing = findFooting();
    for (int slot = 0; slot < from.capacity(); slot++) {
      if (present(slot)) {
        follow(slot, left);
      } else {
        shownEntity[slot] = NOTHING;
      }
    }
  }

  private @Nullable EntityFrame newestUpTo(int tick) {
    int newest = Math.min(tick, decoder.newestTick());
    for (int t = newest; t >= 0 && t > newest - Limits.FRAME_HISTORY; t--) {
      EntityFrame frame = decoder.find(t);
      if (frame != null) {
        return frame;
      }
    }
    return null;
  }

  private void findLater(int tick) {
    laterCount = 0;
    int newest = decoder.newestTick();
    for (int t = Math.max(tick, newest - Limits.FRAME_HISTORY + 1); t <= newest; t++) {
      EntityFrame frame = decoder.find(t);
      if (frame != null) {
        later[laterCount++] = frame;
      }
    }
  }

  private Footing findFooting() {
    if (laterCount > 0) {
      return Footing.BETWEEN;
    }
    boolean carried = viewNanos - rate.nanosOf(from.tick()) < CARRY_NANOS;
    return carried ? Footing.CARRIED : Footing.STANDING;
  }

  /** Finds a slot's values around the view's moment. */
  private void follow(int slot, float left) {
    int valueBefore = valueTick[slot];
    EntityFrame shown = carriedSeconds[slot] > 0 ? decoder.find(shownTick[slot]) : null;
    valueTick[slot] = decoder.asOfTick(from.tick(), slot);
    shownTick[slot] = from.tick();
    next[slot] = nextValue(slot);
    place(slot);
    int entity = entity(from, slot);
    if (shownEntity[slot] == entity) {
      boolean caughtUp = valueTick[slot] != valueBefore || next[slot] >= 0;
      boolean kept = shown != null && entity(shown, slot) == entity; // not after a reset
      smooth(slot, left, caughtUp && kept ? shown : null, carriedSeconds(valueBefore));
    } else {
      shownEntity[slot] = entity;
      Arrays.fill(offset, slot * stride, (slot + 1) * stride, 0);
    }
  }

  /** Tells entities that follow one another in a slot. */
  private static int entity(EntityFrame frame, int slot) {
    return frame.present(slot)
        ? frame.type(slot) * EntityFrame.GENERATIONS + frame.generation(slot)
        : NOTHING;
  }

  private int nextValue(int slot) {
    int entity = entity(from, slot);
    for (int i = 0; i < laterCount && entity(later[i], slot) == entity; i++) {
      if (decoder.asOfTick(later[i].tick(), slot) > valueTick[slot]) {
        return i;
      }
    }
    return -1;
  }

  private void place(int slot) {
    long valueNanos = rate.nanosOf(valueTick[slot]);
    if (next[slot] < 0) {
      share[slot] = 0;
      carriedSeconds[slot] = carriedSeconds(valueTick[slot]);
      return;
    }
    int nextTick = decoder.asOfTick(later[next[slot]].tick(), slot);
    float passed = viewNanos - valueNanos;
    share[slot] = Math.clamp(passed / (rate.nanosOf(nextTick) - valueNanos), 0, 1);
    carriedSeconds[slot] = 0;
  }

  /** At a speed that falls evenly to nothing within {@link #CARRY_MILLIS}. */
  private float carriedSeconds(int ofTick) {
    float seconds = (viewNanos - rate.nanosOf(ofTick)) * SECONDS_PER_NANO;
    float within = Math.clamp(seconds, 0, CARRY_SECONDS);
    return within - within * within / (2 * CARRY_SECONDS);
  }

  /**
   * Lets a slot's offsets fade.
   *
   * @param shown where the slot was carried on from, if that is over with this frame; else null
   */
  private void smooth(int slot, float left, @Nullable EntityFrame shown, float wasCarriedSeconds) {
    FieldMotion motion = motions[from.type(slot)];
    boolean leaps = false;
    for (int field = 0; field < motion.fields(); field++) {
      int at = slot * stride + field;
      if (motion.blend(field) != Blend.STEP) {
        float jump = shown == null ? 0 : jump(motion, shown, slot, field, wasCarriedSeconds);
        offset[at] = offset[at] * left + jump;
        leaps |= motion.blend(field) == Blend.LINEAR && Math.abs(jump) > MAX_SMOOTHED_METERS;
      }
    }
    if (leaps) {
      Arrays.fill(offset, slot * stride, (slot + 1) * stride, 0);
    }
  }

  private float jump(
      FieldMotion motion, EntityFrame shown, int slot, int field, float wasCarriedSeconds) {
    float before = carried(motion, shown, slot, field, wasCarriedSeconds);
    return motion.difference(field, snapshotValue(motion, slot, field), before);
  }

  private static float carried(
      FieldMotion motion, EntityFrame frame, int slot, int field, float seconds) {
    int rateField = motion.rateField(field);
    float value = frame.get(slot, field);
    return rateField == SteadyPredictor.NONE ? value : value + seconds * frame.get(slot, rateField);
  }

  private float snapshotValue(FieldMotion motion, int slot, int field) {
    if (next[slot] < 0) {
      return carried(motion, from, slot, field, carriedSeconds[slot]);
    }
    float start = from.get(slot, field);
    return start
        + share[slot] * motion.difference(field, start, later[next[slot]].get(slot, field));
  }

  @Override
  public int capacity() {
    return from.capacity();
  }

  /** What has left by the next snapshot, died or far away by now, is not there in between. */
  @Override
  public boolean present(int slot) {
    return from.present(slot) && (laterCount == 0 || later[0].present(slot));
  }

  /** Type index, or {@link EntityFrame#EMPTY}. */
  @Override
  public int type(int slot) {
    return present(slot) ? from.type(slot) : EntityFrame.EMPTY;
  }

  /** 0..255; tells a slot's present entity from its earlier ones. */
  @Override
  public int generation(int slot) {
    return from.generation(slot);
  }

  /** Tick of the snapshot at or before the view's time; -1 before the first. */
  public int tick() {
    return from.tick();
  }

  /** How the moment lies to the snapshots; {@link Footing#STANDING} before the first. */
  public Footing footing() {
    return footing;
  }

  /** A field's value in its unit: positions and angles of the moment, all else as of the last. */
  @Override
  public float get(int slot, int field) {
    FieldMotion motion = motions[from.type(slot)];
    return motion.blend(field) == Blend.STEP
        ? from.get(slot, field)
        : snapshotValue(motion, slot, field) + offset[slot * stride + field];
  }
}
