package ringmaster.client;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Place;
import ringmaster.shared.game.Reach;
import ringmaster.shared.game.Sight;

/**
 * Compares what one real client holds after each snapshot with what the server showed, and throws
 * at the first difference.
 *
 * <ul>
 *   <li>Whatever it holds is, field by field, what the server's frame shows its seat of the tick
 *       that the client believes it to be of; a field that the seat may not see is 0.
 *   <li>What is its own is of the snapshot's tick.
 *   <li>Nothing is of the snapshot's tick that is too far away, or hidden from it.
 *   <li>Where its budget has room, whatever is within 30 m and not hidden is of the snapshot's tick
 *       too; and nothing is held that is gone, too far away, or hidden by then.
 * </ul>
 */
final class HeldEntities {
  private static final float BESIDE_METERS = 30;

  /** What left the view radius is sent until it is so much farther away. */
  private static final float LEAVE_RATIO = 1.1f;

  /** What went out of sight is sent for so long. */
  private static final float LINGER_SECONDS = 0.5f;

  private static final int NEVER = -1;

  private final ServerFrames frames;
  private final MatchPlay play;
  private final boolean roomy;
  private final int seat;
  private final int bodySlot;
  private final int rowSlot;
  private final float leaveMeters;
  private final int lingerTicks;
  private final List<EntityType> types;

  /** By type; null for one that concerns everybody. */
  private final @Nullable Place[] places;

  private final @Nullable Sight sight;

  /** By slot: when it may have been in sight last, and which generation of it. */
  private final int[] seenTick;

  private final int[] seenGeneration;
  private int lookedTick = NEVER;
  private int comparedTick = NEVER;

  /** How many of the entities compared so far were older than the snapshot. */
  long older;

  /** How many were beside the body, which had to be of the snapshot's tick. */
  long beside;

  /** How many entities were on the server and too far away. */
  long far;

  /** How many were near enough, and hidden. */
  long hidden;

  /** How many fields were not 0 that not everybody may see. */
  long secrets;

  /**
   * @param roomy whether the budget has room for all that concerns the client
   */
  HeldEntities(ServerFrames frames, MatchPlay play, boolean roomy) {
    this.frames = frames;
    this.play = play;
    this.roomy = roomy;
    PlayableMatch match = play.match();
    seat = play.watches() ? EntityFrame.NOBODY : play.seat();
    bodySlot = play.watches() ? NEVER : match.game().bodySlot(match.settings(), seat);
    rowSlot = play.watches() ? NEVER : match.game().playerSlot(seat);
    leaveMeters = LEAVE_RATIO * match.game().viewRadiusMeters(match.settings());
    lingerTicks = (int) (LINGER_SECONDS * match.settings().rate().hz());
    types = match.schema().types();
    places = types.stream().map(HeldEntities::place).toArray(Place[]::new);
    sight = play.watches() ? null : match.game().newSight(match.settings(), match.map());
    seenTick = new int[match.schema().capacity()];
    seenGeneration = new int[match.schema().capacity()];
    Arrays.fill(seenTick, NEVER);
  }

  private static @Nullable Place place(EntityType type) {
    return type.reach() == Reach.NEAR ? Place.of(type.fields()).getFirst() : null;
  }

  /** Compares what the client holds after its newest snapshot, if that is a new one. */
  void compare() {
    int tick = play.newestSnapshotTick();
    if (tick < 0 || tick == comparedTick) {
      return;
    }
    comparedTick = tick;
    for (int t = Math.max(lookedTick + 1, tick - lingerTicks); t <= tick; t++) {
      EntityFrame frame = frames.find(t);
      if (frame != null) {
        look(frame);
      }
    }
    lookedTick = tick;
    EntityFrame now = frames.of(tick);
    for (int slot = 0; slot < now.capacity(); slot++) {
      if (play.newest().present(slot)) {
        compareFields(slot);
      }
      compareInterest(now, slot);
    }
  }

  /** Notes what a viewer may have seen in a tick: without a body, whatever there is. */
  private void look(EntityFrame frame) {
    boolean anywhere = !hasBody(frame);
    for (int slot = 0; slot < frame.capacity(); slot++) {
      if (frame.present(slot) && (anywhere || isInSight(frame, slot))) {
        seenTick[slot] = frame.tick();
        seenGeneration[slot] = frame.generation(slot);
      }
    }
  }

  private boolean hasBody(EntityFrame frame) {
    return bodySlot >= 0 && frame.present(bodySlot);
  }

  private boolean isInSight(EntityFrame frame, int slot) {
    return sight == null
        || place(frame, slot) == null
        || isOwn(frame, slot)
        || sight.sees(frame, slot, seat, x(frame, bodySlot), y(frame, bodySlot));
  }

  private void compareFields(int slot) {
    EntityFrame held = play.newest();
    int asOf = play.asOfTick(slot);
    EntityFrame then = frames.of(asOf);
    if (asOf > comparedTick
        || held.type(slot) != then.type(slot)
        || held.generation(slot) != then.generation(slot)) {
      throw wrong(slot, "is another entity as of tick " + asOf);
    }
    int access = then.access(slot, seat);
    for (int field = 0; field < types.get(held.type(slot)).fields().size(); field++) {
      int shown = then.seen(slot, field, access);
      if (held.quantized(slot, field) != shown) {
        String name = types.get(held.type(slot)).fields().get(field).name();
        throw wrong(
            slot,
            "as of tick %d has %s %d, not %d"
                .formatted(asOf, name, held.quantized(slot, field), shown));
      }
      secrets += shown != then.seen(slot, field, 0) ? 1 : 0;
    }
    older += asOf < comparedTick ? 1 : 0;
  }

  private void compareInterest(EntityFrame now, int slot) {
    boolean held = play.newest().present(slot);
    boolean current = held && play.asOfTick(slot) == now.tick();
    if (now.present(slot) && isOwn(now, slot) && !current) {
      throw wrong(slot, "is its own, and not of the snapshot's tick");
    }
    boolean concerns = now.present(slot) && mayConcern(now, slot);
    if (!concerns && (current || held && roomy)) {
      throw wrong(slot, "does not concern it, and is held");
    }
    if (now.present(slot) && isBeside(now, slot)) {
      beside++;
      if (roomy && !current) {
        throw wrong(slot, "is beside it, and not of the snapshot's tick");
      }
    }
  }

  private boolean isOwn(EntityFrame frame, int slot) {
    boolean owned = seat != EntityFrame.NOBODY && frame.owner(slot) == seat;
    return owned || slot == bodySlot || slot == rowSlot;
  }

  private boolean mayConcern(EntityFrame now, int slot) {
    if (!hasBody(now) || isOwn(now, slot) || place(now, slot) == null) {
      return true;
    }
    if (squaredMeters(now, slot) > leaveMeters * leaveMeters) {
      far++;
      return false;
    }
    boolean seen =
        seenTick[slot] != NEVER
            && seenTick[slot] >= now.tick() - lingerTicks
            && seenGeneration[slot] == now.generation(slot);
    hidden += seen ? 0 : 1;
    return seen;
  }

  private boolean isBeside(EntityFrame now, int slot) {
    return hasBody(now)
        && place(now, slot) != null
        && squaredMeters(now, slot) <= BESIDE_METERS * BESIDE_METERS
        && isInSight(now, slot);
  }

  private float squaredMeters(EntityFrame frame, int slot) {
    float wayX = x(frame, slot) - x(frame, bodySlot);
    float wayY = y(frame, slot) - y(frame, bodySlot);
    return wayX * wayX + wayY * wayY;
  }

  private @Nullable Place place(EntityFrame frame, int slot) {
    return places[frame.type(slot)];
  }

  private float x(EntityFrame frame, int slot) {
    Place place = place(frame, slot);
    return place == null ? 0 : frame.get(slot, place.xField());
  }

  private float y(EntityFrame frame, int slot) {
    Place place = place(frame, slot);
    return place == null ? 0 : frame.get(slot, place.yField());
  }

  private AssertionError wrong(int slot, String what) {
    EntityFrame held = play.newest();
    String type = held.present(slot) ? types.get(held.type(slot)).name() : "not held";
    return new AssertionError(
        "seat %d after the snapshot of tick %d: slot %d (%s) %s"
            .formatted(seat, comparedTick, slot, type, what));
  }
}
