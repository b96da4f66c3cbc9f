package ringmaster.client.interpolation;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.time.TickRate;

/**
 * Everybody else at the view's time: each entity between its last snapshot before that time and its
 * first one after. Reads the frames the decoder keeps anyway. Never guesses ahead: where the next
 * snapshot is missing, the last one stands.
 */
public final class InterpolatedView implements EntityView {
  /** How a field's values in between are made. */
  private enum Blend {
    STEP,
    LINEAR,
    ANGLE
  }

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final float TURN = (float) (2 * Math.PI);

  private final SnapshotDecoder decoder;
  private final TickRate rate;
  private final Blend[][] blends;
  private EntityFrame from;
  private EntityFrame to;
  private float fraction;

  public InterpolatedView(SnapshotDecoder decoder, EntitySchema schema, TickRate rate) {
    this.decoder = decoder;
    this.rate = rate;
    blends =
        schema.types().stream()
            .map(type -> type.fields().stream().map(InterpolatedView::blend).toArray(Blend[]::new))
            .toArray(Blend[][]::new);
    from = decoder.newest();
    to = from;
  }

  private static Blend blend(EntityField field) {
    return switch (field.unit()) {
      case "m" -> Blend.LINEAR;
      case "rad" -> Blend.ANGLE;
      default -> Blend.STEP;
    };
  }

  /**
   * Moves to a time.
   *
   * @param viewNanos as {@link SnapshotTimeline#viewNanos} has it
   */
  public void moveTo(long viewNanos) {
    int tick = (int) Math.max(0, viewNanos * rate.hz() / NANOS_PER_SECOND);
    EntityFrame before = newestUpTo(tick);
    EntityFrame after = oldestFrom(tick + 1);
    EntityFrame newest = decoder.newest();
    from = before != null ? before : after != null ? after : newest;
    to = after != null ? after : from;
    long spanNanos = rate.nanosOf(to.tick()) - rate.nanosOf(from.tick());
    float passed = viewNanos - rate.nanosOf(from.tick());
    fraction = spanNanos > 0 ? Math.clamp(passed / spanNanos, 0, 1) : 0;
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

  private @Nullable EntityFrame oldestFrom(int tick) {
    int newest = decoder.newestTick();
    for (int t = Math.max(tick, newest - Limits.FRAME_HISTORY + 1); t <= newest; t++) {
      EntityFrame frame = decoder.find(t);
      if (frame != null) {
        return frame;
      }
    }
    return null;
  }

  @Override
  public int capacity() {
    return from.capacity();
  }

  /** What has left by the next snapshot, died or far away by now, is not there in between. */
  @Override
  public boolean present(int slot) {
    return from.present(slot) && to.present(slot);
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

  /** A field's value in its unit: positions and angles in between, all else as of the last one. */
  @Override
  public float get(int slot, int field) {
    float start = from.get(slot, field);
    Blend blend = blends[from.type(slot)][field];
    if (blend == Blend.STEP || !sameInBoth(slot)) {
      return start;
    }
    float difference = to.get(slot, field) - start;
    return start + fraction * (blend == Blend.ANGLE ? shortWay(difference) : difference);
  }

  private boolean sameInBoth(int slot) {
    return from.type(slot) == to.type(slot) && from.generation(slot) == to.generation(slot);
  }

  private static float shortWay(float radians) {
    return radians - TURN * Math.round(radians / TURN);
  }
}
