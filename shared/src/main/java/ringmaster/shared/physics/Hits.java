package ringmaster.shared.physics;

import java.util.Arrays;

/** Touches that were blows: how hard, and where. */
public final class Hits extends Touches {
  private float[] x;
  private float[] y;
  private float[] normalX;
  private float[] normalY;
  private float[] speed;

  Hits(Bodies bodies) {
    super(bodies);
    int capacity = bodies.phase.length;
    x = new float[capacity];
    y = new float[capacity];
    normalX = new float[capacity];
    normalY = new float[capacity];
    speed = new float[capacity];
  }

  void add(
      Contacts contacts,
      int contact,
      float atX,
      float atY,
      float alongX,
      float alongY,
      float metersPerSecond) {
    add(contacts, contact);
    int index = count() - 1;
    x[index] = atX;
    y[index] = atY;
    normalX[index] = alongX;
    normalY[index] = alongY;
    speed[index] = metersPerSecond;
  }

  @Override
  void growMore(int capacity) {
    x = Arrays.copyOf(x, capacity);
    y = Arrays.copyOf(y, capacity);
    normalX = Arrays.copyOf(normalX, capacity);
    normalY = Arrays.copyOf(normalY, capacity);
    speed = Arrays.copyOf(speed, capacity);
  }

  /** Where, metres. */
  public float x(int index) {
    return x[index];
  }

  public float y(int index) {
    return y[index];
  }

  /** Unit vector from A to B. */
  public float normalX(int index) {
    return normalX[index];
  }

  public float normalY(int index) {
    return normalY[index];
  }

  /** How fast the two came together, metres per second. */
  public float speedMetersPerSecond(int index) {
    return speed[index];
  }
}
