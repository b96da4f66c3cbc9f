package ringmaster.client.scene;

import ringmaster.shared.game.EntityFrame;

/** Entities of one frame, just as they are. */
public final class FrameView implements EntityView {
  private final EntityFrame frame;

  public FrameView(EntityFrame frame) {
    this.frame = frame;
  }

  @Override
  public int capacity() {
    return frame.capacity();
  }

  @Override
  public boolean present(int slot) {
    return frame.present(slot);
  }

  @Override
  public int type(int slot) {
    return frame.type(slot);
  }

  @Override
  public int generation(int slot) {
    return frame.generation(slot);
  }

  @Override
  public float get(int slot, int field) {
    return frame.get(slot, field);
  }
}
