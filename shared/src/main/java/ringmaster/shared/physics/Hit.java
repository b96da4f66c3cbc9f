package ringmaster.shared.physics;

/**
 * What a query found: the part of a body and where it was met. Owned by the caller and used again.
 */
public final class Hit {
  long body = Bodies.NONE;
  int part;
  float fraction = 1;
  float x;
  float y;
  float normalX;
  float normalY;

  /** Nothing was met. */
  void clear() {
    body = Bodies.NONE;
    part = 0;
    fraction = 1;
    x = 0;
    y = 0;
    normalX = 0;
    normalY = 0;
  }

  /** The body met, or {@link Bodies#NONE}. */
  public long body() {
    return body;
  }

  /** Which of {@link BodyKind#parts}. */
  public int part() {
    return part;
  }

  /** Share of the way before the hit, 0..1; 0 if it overlapped from the start; 1 if none. */
  public float fraction() {
    return fraction;
  }

  /** Where the body's surface was met, metres. */
  public float x() {
    return x;
  }

  public float y() {
    return y;
  }

  /** Unit vector out of the body that was met. */
  public float normalX() {
    return normalX;
  }

  public float normalY() {
    return normalY;
  }
}
