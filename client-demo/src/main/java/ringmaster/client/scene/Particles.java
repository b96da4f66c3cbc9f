package ringmaster.client.scene;

import ringmaster.shared.math.Rng;

/**
 * Sparks, smoke and shreds: columns of dots that fly, slow down, rise or fall, and fade. Only for
 * the eye. The same calls give the same particles: chance is seeded.
 */
final class Particles {
  private static final float GRAVITY_METERS_PER_SECOND2 = 9;
  private static final long SEED = 0x51A5;

  /** Dots of light, drawn longer the faster they fly, and clouds, which cover what is behind. */
  enum Kind {
    SPARK,
    SMOKE
  }

  private final int capacity;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final float[] velocityX;
  private final float[] velocityY;
  private final float[] velocityZ;
  private final float[] ageSeconds;
  private final float[] lifeSeconds;
  private final float[] radius;
  private final float[] red;
  private final float[] green;
  private final float[] blue;
  private final boolean[] smoke;
  private final Rng rng = new Rng(SEED);
  private int count;

  /** Where the next one goes once all places are taken: the oldest make room. */
  private int oldest;

  Particles(int capacity) {
    this.capacity = capacity;
    x = new float[capacity];
    y = new float[capacity];
    z = new float[capacity];
    velocityX = new float[capacity];
    velocityY = new float[capacity];
    velocityZ = new float[capacity];
    ageSeconds = new float[capacity];
    lifeSeconds = new float[capacity];
    radius = new float[capacity];
    red = new float[capacity];
    green = new float[capacity];
    blue = new float[capacity];
    smoke = new boolean[capacity];
  }

  int count() {
    return count;
  }

  void clear() {
    count = 0;
    oldest = 0;
  }

  /** How many of a wanted number to make: fewer where there is room for few. */
  int scaled(int wanted) {
    return Math.max(1, Math.min(wanted, wanted * capacity / 2048));
  }

  /**
   * Throws one out of a point in a random direction.
   *
   * @param speed metres per second, half to all of it
   * @param rise the same upward, added
   * @param brightness of the colour; above 1 it glows
   */
  void emit(
      Kind kind,
      float fromX,
      float fromY,
      float fromZ,
      float speed,
      float rise,
      float seconds,
      float size,
      int rgb,
      float brightness) {
    float angle = rng.nextFloat(0, (float) (2 * Math.PI));
    float outward = speed * rng.nextFloat(0.3f, 1);
    emitAlong(
        kind,
        fromX,
        fromY,
        fromZ,
        (float) Math.cos(angle) * outward,
        (float) Math.sin(angle) * outward,
        rise * rng.nextFloat(0.4f, 1),
        seconds * rng.nextFloat(0.6f, 1),
        size * rng.nextFloat(0.7f, 1.2f),
        rgb,
        brightness);
  }

  /** Starts one with a given velocity. */
  void emitAlong(
      Kind kind,
      float fromX,
      float fromY,
      float fromZ,
      float speedX,
      float speedY,
      float speedZ,
      float seconds,
      float size,
      int rgb,
      float brightness) {
    int i = place();
    x[i] = fromX;
    y[i] = fromY;
    z[i] = fromZ;
    velocityX[i] = speedX;
    velocityY[i] = speedY;
    velocityZ[i] = speedZ;
    ageSeconds[i] = 0;
    lifeSeconds[i] = seconds;
    radius[i] = size;
    red[i] = Instances.linear(rgb >>> 16 & 0xFF) * brightness;
    green[i] = Instances.linear(rgb >>> 8 & 0xFF) * brightness;
    blue[i] = Instances.linear(rgb & 0xFF) * brightness;
    smoke[i] = kind == Kind.SMOKE;
  }

  private int place() {
    if (count < capacity) {
      return count++;
    }
    oldest = (oldest + 1) % capacity;
    return oldest;
  }

  /** A small amount of chance, -1..1 times the reach. */
  float jitter(float reach) {
    return rng.nextFloat(-reach, reach);
  }

  void advance(float seconds) {
    for (int i = count - 1; i >= 0; i--) {
      ageSeconds[i] += seconds;
      if (ageSeconds[i] >= lifeSeconds[i]) {
        remove(i);
      } else {
        move(i, seconds);
      }
    }
  }

  private void move(int i, float seconds) {
    float drag = Math.max(0, 1 - (smoke[i] ? 2.5f : 1.2f) * seconds);
    velocityX[i] *= drag;
    velocityY[i] *= drag;
    velocityZ[i] =
        smoke[i] ? velocityZ[i] * drag : velocityZ[i] - GRAVITY_METERS_PER_SECOND2 * seconds;
    x[i] += velocityX[i] * seconds;
    y[i] += velocityY[i] * seconds;
    z[i] += velocityZ[i] * seconds;
    if (z[i] < 0.05f) {
      z[i] = 0.05f;
      velocityZ[i] *= -0.4f;
    }
  }

  private void remove(int i) {
    count--;
    x[i] = x[count];
    y[i] = y[count];
    z[i] = z[count];
    velocityX[i] = velocityX[count];
    velocityY[i] = velocityY[count];
    velocityZ[i] = velocityZ[count];
    ageSeconds[i] = ageSeconds[count];
    lifeSeconds[i] = lifeSeconds[count];
    radius[i] = radius[count];
    red[i] = red[count];
    green[i] = green[count];
    blue[i] = blue[count];
    smoke[i] = smoke[count];
  }

  void draw(Sprites out) {
    for (int i = 0; i < count; i++) {
      float share = ageSeconds[i] / lifeSeconds[i];
      if (smoke[i]) {
        drawSmoke(out, i, share);
      } else {
        drawSpark(out, i, 1 - share);
      }
    }
  }

  private void drawSmoke(Sprites out, int i, float share) {
    float size = radius[i] * (0.6f + 1.4f * share);
    float cover = 0.45f * (1 - share);
    out.add(
        x[i],
        y[i],
        z[i],
        x[i],
        y[i],
        z[i],
        size,
        1,
        red[i] * cover,
        green[i] * cover,
        blue[i] * cover,
        cover);
  }

  private void drawSpark(Sprites out, int i, float left) {
    float tail = 0.03f;
    out.add(
        x[i],
        y[i],
        z[i],
        x[i] - velocityX[i] * tail,
        y[i] - velocityY[i] * tail,
        z[i] - velocityZ[i] * tail,
        radius[i] * (0.4f + 0.6f * left),
        0.8f,
        red[i] * left,
        green[i] * left,
        blue[i] * left,
        0);
  }
}
