package ringmaster.client.prediction;

import java.util.Arrays;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.Surroundings;

/**
 * The others as they are drawn beside the predicted own body: what is simulated along with it is
 * where that has it now, all else where another view has it, a while ago.
 *
 * <p>From one to the other an entity glides, and what a snapshot corrects fades. Speeds are the
 * other view's. What the player fired is there from the frame of the input on, see {@link Flight}.
 */
public final class PredictedView implements EntityView {
  private static final int NONE = -1;
  private static final float SECONDS_PER_NANO = 1e-9f;

  /** Those that glide back, too: at most as many again. */
  private static final int MAX_GLIDES = 2 * Surroundings.MAX_BODIES;

  private final FramePose pose;

  private final Flights flights;

  /** By type. */
  private final Columns[] columns;

  private EntityView others;

  /** Index of its glide by slot, or NONE. */
  private final int[] glideOf;

  private final Glide[] glides = new Glide[MAX_GLIDES];
  private final boolean[] predicted = new boolean[MAX_GLIDES];
  private int count;

  private int seenCorrections;
  private long frameNanos;

  /**
   * @param pose of the own body; moved to each frame before this is
   * @param launches what the player sends off
   * @param nothing a view of no entities, until the first frame
   */
  public PredictedView(FramePose pose, Launches launches, EntitySchema schema, EntityView nothing) {
    this.pose = pose;
    others = nothing;
    glideOf = new int[schema.capacity()];
    Arrays.fill(glideOf, NONE);
    Arrays.setAll(glides, i -> new Glide());
    columns = schema.types().stream().map(type -> Columns.of(type)).toArray(Columns[]::new);
    flights = new Flights(pose, launches, columns, schema.capacity());
  }

  /**
   * Moves to the frame to be drawn now.
   *
   * @param seen the others at the time to show, valid until the next frame
   * @param seenTick the newest tick before that time
   */
  public void moveTo(long nowNanos, EntityView seen, int seenTick) {
    others = seen;
    flights.moveTo(nowNanos, seen, seenTick);
    float elapsedSeconds = Math.max(0, nowNanos - frameNanos) * SECONDS_PER_NANO;
    frameNanos = nowNanos;
    Arrays.fill(predicted, false);
    Surroundings present = pose.body().present().surroundings();
    Surroundings ahead = pose.aheadAround();
    if (pose.alive() && present != null && ahead != null) {
      predict(present, ahead, elapsedSeconds);
    }
    seenCorrections = pose.body().corrections();
    for (int i = count - 1; i >= 0; i--) {
      glide(i, elapsedSeconds);
    }
  }

  private void predict(Surroundings present, Surroundings ahead, float elapsedSeconds) {
    boolean corrected = pose.body().corrections() != seenCorrections;
    for (int i = 0; i < present.count(); i++) {
      int slot = present.slot(i);
      boolean shown =
          others.present(slot)
              && columns[others.type(slot)].placed() // a server may show anything anywhere
              && others.generation(slot) == present.generation(i);
      if (shown && present.foreseeable(i) && (glideOf[slot] != NONE || count < MAX_GLIDES)) {
        int glide = glideOf[slot] != NONE ? glideOf[slot] : begin(slot);
        glides[glide].predict(pose, present, ahead, i, corrected, elapsedSeconds);
        predicted[glide] = true;
      }
    }
  }

  private int begin(int slot) {
    glides[count].begin(slot, others.type(slot), others.generation(slot));
    glideOf[slot] = count;
    return count++;
  }

  private void glide(int index, float elapsedSeconds) {
    Glide glide = glides[index];
    if (!glide.isOf(others)) {
      remove(index);
    } else if (predicted[index]) {
      int slot = glide.slot();
      Columns of = columns[others.type(slot)];
      float facing = of.facing() == Columns.NONE ? 0 : others.get(slot, of.facing());
      glide.approach(others.get(slot, of.x()), others.get(slot, of.y()), facing, elapsedSeconds);
    } else if (glide.retreat(elapsedSeconds)) {
      remove(index);
    }
  }

  /** The last one takes its place, and has been looked at. */
  private void remove(int index) {
    Glide removed = glides[index];
    Glide last = glides[--count];
    glides[count] = removed;
    glides[index] = last;
    glideOf[last.slot()] = index;
    glideOf[removed.slot()] = NONE;
  }

  /** Whether a slot's entity is drawn otherwise than the other view has it. */
  public boolean isPredicted(int slot) {
    return glideOf[slot] != NONE || flights.in(slot) != null;
  }

  @Override
  public int capacity() {
    return others.capacity();
  }

  @Override
  public boolean present(int slot) {
    return flights.in(slot) != null || others.present(slot);
  }

  @Override
  public int type(int slot) {
    Flight flight = flights.in(slot);
    return flight == null ? others.type(slot) : flight.launch().type();
  }

  @Override
  public int generation(int slot) {
    Flight flight = flights.in(slot);
    return flight == null ? others.generation(slot) : flight.generation();
  }

  @Override
  public float get(int slot, int field) {
    Flight flight = flights.in(slot);
    if (flight != null) {
      return flight.get(others, field);
    }
    float value = others.get(slot, field);
    return glideOf[slot] == NONE ? value : glided(slot, field, value);
  }

  private float glided(int slot, int field, float value) {
    Glide glide = glides[glideOf[slot]];
    Columns of = columns[others.type(slot)];
    if (field == of.x()) {
      return glide.shownX(value);
    }
    if (field == of.y()) {
      return glide.shownY(value);
    }
    return field == of.facing() ? glide.shownRadians(value) : value;
  }
}
