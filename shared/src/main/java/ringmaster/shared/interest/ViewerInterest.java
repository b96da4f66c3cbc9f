package ringmaster.shared.interest;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Place;
import ringmaster.shared.game.Sight;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.EventInterest;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotEncoder;

/**
 * What concerns one viewer, and what of it comes first.
 *
 * <p>A player sees what is within the view radius of its body, less what its game's {@link Sight}
 * hides, and everywhere what is its own or concerns everybody. Without a body it goes on looking
 * from where that was last, and before its first from the middle of the map. A spectator, and
 * whoever plays a game without bodies, sees everything.
 *
 * <p>First comes what is its own, then whatever is within 30 m, then the rest: by its type, by how
 * near it is, and by how long ago it was sent, so that nothing waits for ever.
 *
 * <p>Of one viewer, used by one worker at a time; allocates nothing after construction.
 */
public final class ViewerInterest implements EventInterest {
  /** Priority of what is within 30 m, to which its waiting is added: above all that is farther. */
  private static final int BESIDE = InterestSet.MUST / 2;

  /** What is at hand waits so many times shorter than what is at the view radius. */
  private static final int MAX_NEARNESS = 8;

  /** What was never sent waits as if so much longer: what appears is soon shown. */
  private static final int NEVER_SENT_TICKS = Limits.FRAME_HISTORY;

  /** So long that the least of things outranks all that moves and is sent now and then. */
  private static final int MAX_WAIT_TICKS = 1 << 15;

  /** What went out of sight is sent for so long: it would else blink at every corner. */
  private static final float LINGER_SECONDS = 0.5f;

  private static final int NEVER = -1;

  private final InterestGrid grid;
  private final InterestRules rules;
  private final int seat;
  private final int bodySlot;
  private final int rowSlot;
  private final boolean seesAll;
  private final @Nullable Sight sight;
  private final int lingerTicks;
  private final BitSet found;

  /** Slots within the view radius, by the last look and the one before. */
  private BitSet near;

  private BitSet nearBefore;

  /** By slot: the tick since which it concerns the viewer, in every look; or NEVER. */
  private final int[] concernsTick;

  /** By slot: when its entity was in sight last, and which one that was. */
  private final int[] seenTick;

  private final int[] seenGeneration;
  private float x;
  private float y;

  /**
   * @param settings of the match
   * @param seat {@link EntityFrame#NOBODY} for a spectator
   */
  public ViewerInterest(InterestGrid grid, MatchSettings settings, int seat) {
    this.grid = grid;
    this.seat = seat;
    rules = grid.rules();
    bodySlot = rules.bodySlot(seat);
    rowSlot = rules.rowSlot(seat);
    seesAll = bodySlot == InterestRules.NO_SLOT;
    sight = rules.newSight(seat);
    lingerTicks = (int) (LINGER_SECONDS * settings.rate().hz());
    int capacity = rules.schema().capacity();
    found = new BitSet(capacity);
    near = new BitSet(capacity);
    nearBefore = new BitSet(capacity);
    concernsTick = new int[capacity];
    seenTick = new int[sight == null ? 0 : capacity];
    seenGeneration = new int[seenTick.length];
    reset();
  }

  /** From here on it is another viewer. */
  public void reset() {
    near.clear();
    Arrays.fill(concernsTick, NEVER);
    Arrays.fill(seenTick, NEVER);
    x = 0;
    y = 0;
  }

  /**
   * Finds what concerns the viewer of what the grid took in last.
   *
   * @param encoder the viewer's
   */
  public void fill(SnapshotEncoder encoder, InterestSet interest) {
    EntityFrame frame = grid.frame();
    interest.clear();
    interest.setEvents(this);
    find(frame);
    int next = 0;
    for (int slot = found.nextSetBit(0); slot >= 0; slot = found.nextSetBit(slot + 1)) {
      if (concerns(frame, slot)) {
        Arrays.fill(concernsTick, next, slot, NEVER);
        next = slot + 1;
        concernsTick[slot] = concernsTick[slot] == NEVER ? frame.tick() : concernsTick[slot];
        interest.add(slot, priority(frame, slot, encoder.sentTick(slot)));
      }
    }
    Arrays.fill(concernsTick, next, concernsTick.length, NEVER);
  }

  private void find(EntityFrame frame) {
    if (seesAll) {
      grid.findAll(found);
      return;
    }
    if (frame.present(bodySlot)) {
      x = grid.x(bodySlot);
      y = grid.y(bodySlot);
    }
    BitSet older = nearBefore;
    nearBefore = near;
    near = older;
    near.clear();
    grid.find(seat, x, y, rules.leaveMeters, found);
  }

  private boolean concerns(EntityFrame frame, int slot) {
    if (seesAll || isOwn(frame, slot) || isEverywhere(frame, slot)) {
      return true;
    }
    float limit = nearBefore.get(slot) ? rules.leaveSquared : rules.enterSquared;
    if (!(squared(grid.x(slot), grid.y(slot)) <= limit)) {
      return false;
    }
    near.set(slot);
    return sight == null || isInSight(sight, frame, slot);
  }

  private boolean isOwn(EntityFrame frame, int slot) {
    return seat != EntityFrame.NOBODY
        && (frame.owner(slot) == seat || slot == bodySlot || slot == rowSlot);
  }

  private boolean isEverywhere(EntityFrame frame, int slot) {
    return rules.place(frame.type(slot)) == null;
  }

  private float squared(float atX, float atY) {
    return (atX - x) * (atX - x) + (atY - y) * (atY - y);
  }

  private boolean isInSight(Sight eyes, EntityFrame frame, int slot) {
    int generation = frame.generation(slot);
    if (eyes.sees(frame, slot, seat, x, y)) {
      seenTick[slot] = frame.tick();
      seenGeneration[slot] = generation;
      return true;
    }
    return seenTick[slot] != NEVER
        && seenGeneration[slot] == generation
        && frame.tick() - seenTick[slot] <= lingerTicks;
  }

  private int priority(EntityFrame frame, int slot, int sentTick) {
    if (isOwn(frame, slot)) {
      return InterestSet.MUST;
    }
    int since = sentTick < 0 ? concernsTick[slot] - NEVER_SENT_TICKS : sentTick;
    int waited = Math.clamp(frame.tick() - since, 1, MAX_WAIT_TICKS);
    int waiting = waited * rules.weight(frame.type(slot));
    if (seesAll || isEverywhere(frame, slot)) {
      return waiting * MAX_NEARNESS;
    }
    float squared = squared(grid.x(slot), grid.y(slot));
    return squared <= rules.besideSquared ? BESIDE + waiting : waiting * nearness(squared);
  }

  private int nearness(float squared) {
    float far = squared / rules.enterSquared;
    return Math.max(1, (int) (MAX_NEARNESS * (1 - far)));
  }

  @Override
  public boolean concerns(EventList events, int event) {
    Place[] places = rules.eventPlaces(events.type(event));
    if (seesAll || places == null || names(events, event)) {
      return true;
    }
    return isNearAny(places, events, event)
        && (sight == null || seesAll(sight, places, events, event));
  }

  private boolean names(EventList events, int event) {
    for (int field : rules.eventSeats(events.type(event))) {
      if (Math.round(events.get(event, field)) == seat) {
        return true;
      }
    }
    return false;
  }

  private boolean isNearAny(Place[] places, EventList events, int event) {
    for (Place place : places) {
      float placeX = events.get(event, place.xField());
      float placeY = events.get(event, place.yField());
      if (squared(placeX, placeY) <= rules.enterSquared) {
        return true;
      }
    }
    return false;
  }

  /** An event is sent whole: one place out of sight, as where a beam began, would be told too. */
  private boolean seesAll(Sight eyes, Place[] places, EventList events, int event) {
    for (Place place : places) {
      float placeX = events.get(event, place.xField());
      float placeY = events.get(event, place.yField());
      if (!eyes.sees(x, y, placeX, placeY)) {
        return false;
      }
    }
    return true;
  }
}
