package ringmaster.client.scene;

import java.util.Arrays;

/** Where hulls stood when a shot was judged, shown for a moment after it. */
final class HitBoxes {
  private static final int CAPACITY = 256;
  private static final float SECONDS = 1.5f;
  private static final float HEIGHT_METERS = 0.8f;
  private static final float HALF_WIDTH_METERS = 0.08f;

  private final float[] x = new float[CAPACITY];
  private final float[] y = new float[CAPACITY];
  private final float[] radius = new float[CAPACITY];
  private final int[] rgb = new int[CAPACITY];
  private final float[] age = new float[CAPACITY];
  private int next;

  HitBoxes() {
    Arrays.fill(age, SECONDS);
  }

  void add(float atX, float atY, float radiusMeters, int colour) {
    int i = next++ % CAPACITY;
    x[i] = atX;
    y[i] = atY;
    radius[i] = radiusMeters;
    rgb[i] = colour;
    age[i] = 0;
  }

  void draw(float seconds, Sprites out) {
    for (int i = 0; i < CAPACITY; i++) {
      if (age[i] < SECONDS) {
        float light = 1 - age[i] / SECONDS;
        out.circle(x[i], y[i], HEIGHT_METERS, radius[i], HALF_WIDTH_METERS, rgb[i], light);
        age[i] += seconds;
      }
    }
  }
}
