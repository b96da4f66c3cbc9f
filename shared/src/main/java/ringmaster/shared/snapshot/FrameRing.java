package ringmaster.shared.snapshot;

import java.util.Arrays;
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

  private static final int NO_HASH = -1;

  private final EntityFrame[] frames = new EntityFrame[Limits.FRAME_HISTORY];

  /** By access and slot: one row serves all where everybody sees everything. */
  private final int[][] changedTick;

  private int newestTick = -1;

  /** Made when first asked for; workers that ask at once make the same. */
  private int newestHash = NO_HASH;

  public FrameRing(EntitySchema schema) {
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new EntityFrame(schema);
    }
    int levels = schema.hasPrivateFields() ? EntityFrame.ACCESS_LEVELS : 1;
    changedTick = new int[levels][schema.capacity()];
    for (int[] row : changedTick) {
      Arrays.fill(row, -1);
    }
  }

  /** An empty frame for the next tick, to be filled and then {@link #commit}ted. */
  public EntityFrame begin(int tick) {
    EntityFrame frame = frames[tick & MASK];
    frame.clear(tick);
    return frame;
  }

  /** Makes the frame begun last the newest, and notes which slots differ from the one before. */
  public void commit(int tick) {
    EntityFrame frame = frames[tick & MASK];
    EntityFrame before = find(newestTick);
    for (int slot = 0; slot < changedTick[0].length; slot++) {
      if (before == null ? frame.present(slot) : !frame.sameEntity(before, slot)) {
        noteChange(frame, before, slot);
      }
    }
    if (isPrivate() && before != null) {
      noteAccess(frame, before);
    }
    newestTick = tick;
    newestHash = NO_HASH;
  }

  private void noteChange(EntityFrame frame, @Nullable EntityFrame before, int slot) {
    for (int level = 0; level < changedTick.length; level++) {
      if (before == null || !isPrivate() || !frame.same(before, slot, level)) {
        changedTick[level][slot] = frame.tick();
      }
    }
  }

  /** Who may see more or less of an entity than before is shown it anew. */
  private void noteAccess(EntityFrame frame, EntityFrame before) {
    boolean sameTeams = frame.sameTeams(before);
    for (int slot = 0; slot < changedTick[0].length; slot++) {
      if (frame.present(slot) && !(sameTeams && frame.sameOwner(before, slot))) {
        for (int[] row : changedTick) {
          row[slot] = frame.tick();
        }
      }
    }
  }

  /** Whether viewers see different things. */
  private boolean isPrivate() {
    return changedTick.length > 1;
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
  EntityFrame newest() {
    return frames[newestTick & MASK];
  }

  /** {@link EntityFrame#hash16} of the newest frame as a viewer sees it. */
  int newestHash(int viewerSeat) {
    if (isPrivate()) {
      return newest().hash16(viewerSeat);
    }
    int hash = newestHash;
    if (hash == NO_HASH) {
      hash = newest().hash16();
      newestHash = hash;
    }
    return hash;
  }

  /** The tick in which what a viewer sees of a slot last changed; -1: never. */
  int changedTick(int slot, int viewerSeat) {
    return changedTick[isPrivate() ? newest().access(slot, viewerSeat) : 0][slot];
  }
}
