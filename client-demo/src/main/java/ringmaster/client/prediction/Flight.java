package ringmaster.client.prediction;

import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.Launch;

/**
 * One thing that the player sent off, from the frame of the input until another view has it where
 * it is shown.
 *
 * <p>The player acts in the present, and sees the others, whom the thing may meet, as they were a
 * while ago. So it sets out in the present and is shown slower than it flies, until it has fallen
 * back to where the other view has it; if it meets something before that, it comes there just when
 * it does in the other view. It never goes back.
 */
final class Flight {
  /** Slot while the other view does not have it. */
  static final int UNSEEN = -1;

  /** Share of its speed that is shown: with more it would take long to fall back. */
  private static final float MOST_PACE = 2f / 3;

  /** With less it would hardly seem to fly: rather it waits where it met something. */
  private static final float LEAST_PACE = 1f / 4;

  /** So long beyond the time for it: then no snapshots come. */
  private static final float WAIT_SECONDS = 0.5f;

  private static final float SECONDS_PER_NANO = 1e-9f;

  /** The server may take the command a little late, and snapshots with it get lost. */
  private static final float GRACE_SECONDS = 0.2f;

  private static final float SAME_SPEED_METERS_PER_SECOND = 1;
  private static final float SAME_WAY_METERS = 1;

  private final Launch launch;
  private Columns columns = Columns.NOWHERE;
  private boolean over = true;
  private int startTick;
  private long startNanos;
  private float pace;

  /** From the start until it meets something in the other view, in frame time. */
  private float metSeconds;

  /** Of its flight, as shown. */
  private float flownSeconds;

  /** The server's entity. */
  private int slot = UNSEEN;

  /** 0 until the server's is known. */
  private int generation;

  /** Of its flight, as the other view has it. */
  private float seenSeconds;

  /**
   * @param launch will say what it is
   */
  Flight(Launch launch) {
    this.launch = launch;
  }

  /**
   * Begins anew, as the launch says.
   *
   * @param tick at whose end it starts
   * @param lagSeconds by which the other view is behind the present
   */
  void begin(Columns ofType, int tick, long nowNanos, float lagSeconds) {
    columns = ofType;
    startTick = tick;
    startNanos = nowNanos;
    float flightSeconds = launch.flightSeconds();
    metSeconds = flightSeconds + Math.max(lagSeconds, 0);
    pace = Math.clamp(flightSeconds / metSeconds, LEAST_PACE, MOST_PACE);
    flownSeconds = 0;
    slot = UNSEEN;
    generation = 0;
    over = flightSeconds <= 0 || !columns.moves();
  }

  /** Whether it is not to be shown, or no longer. */
  boolean isOver() {
    return over;
  }

  Launch launch() {
    return launch;
  }

  /** Tick at whose end it starts. */
  int startTick() {
    return startTick;
  }

  /** Slot of the server's entity. */
  int slot() {
    return slot;
  }

  int generation() {
    return generation;
  }

  /**
   * Looks whether a slot's entity is what the server made of it.
   *
   * @param seconds since the start, of the other view's time
   */
  void find(EntityView view, int at, float seconds) {
    if (view.present(at) && view.type(at) == launch.type() && isOnTheWay(view, at, seconds)) {
      slot = at;
      generation = view.generation(at);
    }
  }

  private boolean isOnTheWay(EntityView view, int at, float seconds) {
    float otherX = view.get(at, columns.velocityX()) - velocityX();
    float otherY = view.get(at, columns.velocityY()) - velocityY();
    float along = secondsAlong(view, at);
    float asideX = view.get(at, columns.x()) - startX() - along * velocityX();
    float asideY = view.get(at, columns.y()) - startY() - along * velocityY();
    return Math.hypot(otherX, otherY) < SAME_SPEED_METERS_PER_SECOND
        && Math.hypot(asideX, asideY) < SAME_WAY_METERS
        && Math.abs(along - seconds) < GRACE_SECONDS;
  }

  private float secondsAlong(EntityView view, int at) {
    float x = view.get(at, columns.x()) - startX();
    float y = view.get(at, columns.y()) - startY();
    float squared = velocityX() * velocityX() + velocityY() * velocityY();
    return squared > 0 ? (x * velocityX() + y * velocityY()) / squared : 0;
  }

  /**
   * Moves to the frame to be drawn now.
   *
   * @param present seconds since the start, in match time
   * @param seconds the same, of the other view's time
   */
  void moveTo(EntityView view, long nowNanos, float present, float seconds) {
    float flightSeconds = launch.flightSeconds();
    flownSeconds = Math.max(flownSeconds, Math.min(pace * present, flightSeconds));
    if (slot == UNSEEN) {
      boolean isNone = seconds >= Math.min(flightSeconds, GRACE_SECONDS);
      float waitedSeconds = (nowNanos - startNanos) * SECONDS_PER_NANO - endSeconds();
      over = isNone || waitedSeconds >= WAIT_SECONDS;
    } else if (shows(view)) {
      seenSeconds = secondsAlong(view, slot);
      over = seenSeconds >= flownSeconds;
    } else {
      over = true;
    }
  }

  /** In frame time from the start: as shown, or as the other view would have it. */
  private float endSeconds() {
    return Math.max(launch.flightSeconds() / pace, metSeconds);
  }

  private boolean shows(EntityView view) {
    return view.present(slot)
        && view.type(slot) == launch.type()
        && view.generation(slot) == generation;
  }

  /** A field as it is shown. */
  float get(EntityView view, int field) {
    boolean unseen = slot == UNSEEN;
    float value = unseen ? launch.get(field) : view.get(slot, field);
    float aheadSeconds = unseen ? flownSeconds : flownSeconds - seenSeconds;
    if (field == columns.x()) {
      return value + aheadSeconds * velocityX();
    }
    return field == columns.y() ? value + aheadSeconds * velocityY() : value;
  }

  private float startX() {
    return launch.get(columns.x());
  }

  private float startY() {
    return launch.get(columns.y());
  }

  private float velocityX() {
    return launch.get(columns.velocityX());
  }

  private float velocityY() {
    return launch.get(columns.velocityY());
  }
}
