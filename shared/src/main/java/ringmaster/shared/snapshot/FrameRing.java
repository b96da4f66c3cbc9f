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

  private int newestTick = -1;

  public FrameRing(EntitySchema schema) {
    frames[0] = new EntityFrame(schema);
    for (int i = 1; i < frames.length; i++) {
      frames[i] = frames[0].another();
    }
  }

  /** An empty frame for the next tick, to be filled and then {@link #commit}ted. */
  public EntityFrame begin(int tick) {
    EntityFrame frame = frames[tick & MASK];
    frame.clear(tick);
    return frame;
  }

  /** Makes the frame begun last the newest. */
  public void commit(int tick) {
    newestTick = tick;
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
