package ringmaster.shared.circles;

/**
 * The nearest thing a cast met; owned by the caller and used again.
 *
 * <p>Of two things met at the same fraction a wall wins over a body and a lower id over a higher,
 * so that the answer does not depend on the order of the search.
 */
public final class CastHit {
  /** No wall, or no body. */
  public static final int NONE = -1;

  private float fraction;
  private int wall;
  private int body;

  public CastHit() {
    reset();
  }

  void reset() {
    fraction = 1;
    wall = NONE;
    body = NONE;
  }

  void offerWall(float hitFraction, int hitWall) {
    if (hitFraction < fraction || (hitFraction == fraction && hitWall < wall)) {
      fraction = hitFraction;
      wall = hitWall;
    }
  }

  void offerBody(float hitFraction, int hitBody) {
    if (hitFraction < fraction) {
      fraction = hitFraction;
      wall = NONE;
      body = hitBody;
    }
  }

  /** Share of the cast's way before the hit, 0..1; 1 if nothing was met. */
  public float fraction() {
    return fraction;
  }

  /** The wall met, or {@link #NONE}. */
  public int wall() {
    return wall;
  }

  /** The body met, or {@link #NONE}. */
  public int body() {
    return body;
  }

  public boolean hit() {
    return wall != NONE || body != NONE;
  }
}
