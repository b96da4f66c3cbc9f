package ringmaster.shared.snapshot;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.protocol.Limits;

/**
 * The last {@link Limits#FRAME_HISTORY} frames of a match, captured once a tick and shared by all
 * its viewers. Written by the worker that steps the match, then read by those that encode.
 */
public final class FrameRing {
  private static final int MASK = Limits.FRAME_HISTORY - 1;

  private final EntityFrame[] frames = new EntityFrame[Limits.FRAME_HISTORY];

  /** By slot: the tick since which it has shown all viewers the same, or nothing. */
  private final int[] sinceTick;

  private int newestTick = -1;

  public FrameRing(EntitySchema schema) {
    frames[0] = new EntityFrame(schema);
    for (int i = 1; i < frames.length; i++) {
      frames[i] = frames[0].another();
    }
    sinceTick = new int[schema.capacity()];
  }

  /** An empty frame for the next tick, to be filled and then {@link #commit}ted. */
  public EntityFrame begin(int tick) {
    EntityFrame frame = frames[tick & MASK];
    frame.clear(tick);
    return frame;
  }

  /** Makes the frame begun last the newest. */
  public void commit(int tick) {
    EntityFrame before = tick - 1 == newestTick ? find(tick - 1) : null;
    noteChanges(frames[tick & MASK], before);
    newestTick = tick;
  }

  private void noteChanges(EntityFrame frame, @Nullable EntityFrame before) {
    boolean alike = before != null && frame.sameTeams(before);
    for (int slot = 0; slot < sinceTick.length; slot++) {
      if (before == null || !alike || !shownAlike(frame, before, slot)) {
        sinceTick[slot] = frame.tick();
      }
    }
  }

  private static boolean shownAlike(EntityFrame frame, EntityFrame before, int slot) {
    return frame.sameEntity(before, slot) && frame.sameOwner(before, slot);
  }

  /**
   * A frame that shows in a slot what that of an earlier tick did: the newest where nothing has
   * changed, since the memory of an old one is cold and most of what there is rests. Null if there
   * is none any more.
   */
  @Nullable EntityFrame find(int tick, int slot) {
    return tick >= sinceTick[slot] && tick <= newestTick ? newest() : find(tick);
  }

  /** The frame of a tick, or null if it is not kept any more. */
  public @Nullable EntityFrame find(int tick) {
    EntityFrame frame = frames[tick & MASK];
    return tick >= 0 && frame.tick() == tick ? frame : null;
  }

  /** Newest committed tick; -1 before the first. */
  public int newestTick() {
    return newestTick;
  }

  /** The newest frame. There must be one. */
  public EntityFrame newest() {
    return frames[newestTick & MASK];
  }
}
