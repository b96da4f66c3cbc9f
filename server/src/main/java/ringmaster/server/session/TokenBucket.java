package ringmaster.server.session;

/** A rate limit that forgives bursts: so many tokens per second, so many at most. One thread. */
public final class TokenBucket {
  private final double perNano;
  private final double capacity;
  private double tokens;
  private long lastNanos;

  public TokenBucket(double perSecond, double capacity, long nowNanos) {
    perNano = perSecond / 1e9;
    this.capacity = capacity;
    tokens = capacity;
    lastNanos = nowNanos;
  }

  /** Takes a token. Returns false if there is none. */
  public boolean take(long nowNanos) {
    fill(nowNanos);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /** Whether it is as good as new, so that it need not be kept. */
  public boolean isFull(long nowNanos) {
    fill(nowNanos);
    return tokens == capacity;
  }

  private void fill(long nowNanos) {
    tokens = Math.min(capacity, tokens + (nowNanos - lastNanos) * perNano);
    lastNanos = nowNanos;
  }
}
