package ringmaster.client.play;

/** Frames per second over the last half second. */
public final class FrameRate {
  private static final long WINDOW_NANOS = 500_000_000;

  private long sinceNanos = Long.MIN_VALUE;
  private int frames;
  private float perSecond;

  /** A frame begins. */
  public void frame(long nowNanos) {
    if (sinceNanos == Long.MIN_VALUE) {
      sinceNanos = nowNanos;
    }
    long elapsedNanos = nowNanos - sinceNanos;
    if (elapsedNanos >= WINDOW_NANOS) {
      perSecond = frames * 1e9f / elapsedNanos;
      sinceNanos = nowNanos;
      frames = 0;
    }
    frames++;
  }

  /** 0 for the first half second. */
  public float perSecond() {
    return perSecond;
  }
}
