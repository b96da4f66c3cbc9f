package ringmaster.client.hud;

import java.util.concurrent.TimeUnit;
import ringmaster.client.widget.Canvas;
import ringmaster.client.widget.Overlay;
import ringmaster.client.widget.Palette;

/** The crosshair, and around it what was hit and where it hurt. */
final class AimView extends Overlay {
  private static final long HIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long HURT_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
  private static final float HURT_RADIUS = 74;
  private static final float HURT_HALF_ARC = 0.42f;
  private static final float STRAIGHT_UP = (float) (-Math.PI / 2);

  private HudState state = new HudState();
  private boolean aims;

  AimView() {
    super("aim");
  }

  void update(HudState now) {
    state = now;
    aims = now.aims && now.alive && !now.spectating && !now.results();
  }

  @Override
  public String text() {
    if (hitAge() >= HIT_NANOS) {
      return "";
    }
    return state.hitKilled ? "kill" : "hit";
  }

  private long hitAge() {
    return state.hitNanos == 0 ? Long.MAX_VALUE : state.nowNanos - state.hitNanos;
  }

  @Override
  protected void paint(Canvas canvas, long nowNanos) {
    if (aims) {
      paintCross(canvas, 3, Palette.SHADOW);
      paintCross(canvas, 1.6f, Palette.TEXT);
      paintHurt(canvas);
    }
    paintHit(canvas);
  }

  private float aimX() {
    return x() + state.aimX * width();
  }

  private float aimY() {
    return y() + state.aimY * height();
  }

  private void paintCross(Canvas canvas, float thickness, int argb) {
    float x = aimX();
    float y = aimY();
    canvas.line(x - 11, y, x - 5, y, thickness, argb);
    canvas.line(x + 5, y, x + 11, y, thickness, argb);
    canvas.line(x, y - 11, x, y - 5, thickness, argb);
    canvas.line(x, y + 5, x, y + 11, thickness, argb);
    canvas.circle(x, y, thickness * 0.7f, argb);
  }

  /** An X; a kill's is larger, of another colour, and has a ring. */
  private void paintHit(Canvas canvas) {
    long age = hitAge();
    if (age >= HIT_NANOS || age < 0) {
      return;
    }
    float left = 1 - age / (float) HIT_NANOS;
    int ink = Palette.faded(state.hitKilled ? Palette.DANGER : Palette.TEXT, 0.4f + 0.6f * left);
    float inner = 10;
    float outer = state.hitKilled ? 22 : 18;
    float thickness = state.hitKilled ? 3.2f : 2.2f;
    paintDiagonals(canvas, inner, outer, thickness + 1.6f, Palette.faded(Palette.SHADOW, left));
    paintDiagonals(canvas, inner, outer, thickness, ink);
    if (state.hitKilled) {
      canvas.arc(aimX(), aimY(), 26, 0, (float) (2 * Math.PI), 2, ink);
    }
  }

  private void paintDiagonals(Canvas canvas, float inner, float outer, float thickness, int argb) {
    for (int corner = 0; corner < 4; corner++) {
      float dx = (corner & 1) == 0 ? -0.7f : 0.7f;
      float dy = (corner & 2) == 0 ? -0.7f : 0.7f;
      canvas.line(
          aimX() + dx * inner,
          aimY() + dy * inner,
          aimX() + dx * outer,
          aimY() + dy * outer,
          thickness,
          argb);
    }
  }

  private void paintHurt(Canvas canvas) {
    long age = state.nowNanos - state.hurtNanos;
    if (state.hurtNanos == 0 || age >= HURT_NANOS || age < 0) {
      return;
    }
    float middle = STRAIGHT_UP + state.hurtBearingRadians;
    int ink = Palette.faded(Palette.DANGER, 1 - age / (float) HURT_NANOS);
    canvas.arc(aimX(), aimY(), HURT_RADIUS, middle - HURT_HALF_ARC, middle + HURT_HALF_ARC, 7, ink);
  }
}
