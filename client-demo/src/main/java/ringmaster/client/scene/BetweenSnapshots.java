package ringmaster.client.scene;

import org.jspecify.annotations.Nullable;
import ringmaster.client.interpolation.InterpolatedView;

/** Entities between two snapshots, as the network's view has them; none before the first. */
public final class BetweenSnapshots implements EntityView {
  private @Nullable InterpolatedView view;

  /** Looks at a view from now on; it may move. */
  public void show(@Nullable InterpolatedView newView) {
    view = newView;
  }

  @Override
  public int capacity() {
    return view == null ? 0 : view.capacity();
  }

  @Override
  public boolean present(int slot) {
    return view != null && view.present(slot);
  }

  @Override
  public int type(int slot) {
    return shown().type(slot);
  }

  @Override
  public int generation(int slot) {
    return shown().generation(slot);
  }

  @Override
  public float get(int slot, int field) {
    return shown().get(slot, field);
  }

  private InterpolatedView shown() {
    if (view == null) {
      throw new IllegalStateException("ask present() first: there is no snapshot yet");
    }
    return view;
  }
}
