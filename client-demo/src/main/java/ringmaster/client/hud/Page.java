package ringmaster.client.hud;

import org.jspecify.annotations.Nullable;
import ringmaster.client.widget.Group;
import ringmaster.client.widget.Widget;

/** A screen's widgets. */
interface Page {
  Group root();

  /** What has the keys when the page comes up; null for nothing. */
  @Nullable Widget first();

  /** The page comes up. */
  default void shown() {}

  /** Brings it up to date; each frame while it is shown. */
  default void update(HudState state) {}
}
