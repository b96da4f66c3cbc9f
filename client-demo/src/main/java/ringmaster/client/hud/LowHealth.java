package ringmaster.client.hud;

import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Overlay;
import ringmaster.client.widget.Palette;

/** Tints the edges of the screen while there is little health left. */
final class LowHealth extends Overlay {
  /** Below this share of health the edges show. */
  static final float LOW = 0.3f;

  private static final double BEATS_PER_NANO = 1.1e-9;

  private float severity;

  LowHealth() {
    super("low-health");
  }

  void update(HudState state) {
    boolean shown = state.alive && !state.spectating && !state.results() && state.health < LOW;
    severity = shown ? 1 - state.health / LOW : 0;
    setVisible(shown);
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    double beat = Math.sin(nowNanos * BEATS_PER_NANO % 1 * 2 * Math.PI);
    float opacity = (0.2f + 0.3f * severity) * (0.88f + 0.12f * (float) beat);
    canvas.vignette(width(), height(), Palette.faded(Palette.DANGER, opacity));
  }
}
