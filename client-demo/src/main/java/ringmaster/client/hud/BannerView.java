package ringmaster.client.hud;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ringmaster.client.widget.Flow;
import ringmaster.client.widget.Label;
import ringmaster.client.widget.Palette;
import ringmaster.client.widget.TextStyle;

/** What just happened, in large letters: a goal, the beginning, overtime. */
final class BannerView {
  private static final long SHOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(2_200);

  /** A word alone is read at once. */
  private static final long WORD_NANOS = TimeUnit.MILLISECONDS.toNanos(1_100);

  private final Label title =
      new Label("banner-title", TextStyle.ANNOUNCEMENT, Palette.TEXT).aligned(0.5f).shadowed();
  private final Label detail =
      new Label("banner-detail", TextStyle.HEADING, Palette.TEXT).aligned(0.5f).shadowed();
  private final Flow column = Flow.column("banner", 0).add(title).add(detail);
  private HudState.@Nullable Banner shown;

  Flow widget() {
    return column;
  }

  void update(HudState state) {
    HudState.Banner banner = state.banner;
    if (banner != null && banner != shown) {
      title.set(banner.title());
      title.colour(Palette.readable(banner.rgb()));
      detail.set(banner.detail());
      detail.setVisible(!banner.detail().isEmpty());
    }
    shown = banner;
    column.setVisible(state.inMatch && !state.results() && fresh(banner, state.nowNanos));
  }

  private static boolean fresh(HudState.@Nullable Banner banner, long nowNanos) {
    if (banner == null) {
      return false;
    }
    long age = nowNanos - banner.atNanos();
    return age >= 0 && age < (banner.detail().isEmpty() ? WORD_NANOS : SHOWN_NANOS);
  }

  boolean showing() {
    return column.visible();
  }
}
