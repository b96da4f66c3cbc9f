package ringmaster.client.audio;

import ringmaster.shared.math.Rng;

/** Noise between two limits, the upper of which may glide: wind, sparks, rubble. */
final class Noise implements Source {
  /** A limit glides in steps of a millisecond; nobody hears them. */
  private static final int STEP_SAMPLES = 32;

  private final Rng rng;
  private final LowPass upper = new LowPass();
  private final LowPass lower = new LowPass();
  private final float ratio;
  private int glideSteps;
  private int samples;
  private float upperHz;

  /**
   * @param lowHz below this there is little
   * @param fromHz above this there is little, at first
   * @param toHz the same after the glide
   */
  Noise(long seed, float lowHz, float fromHz, float toHz, float glideSeconds) {
    rng = new Rng(seed);
    lower.cutAt(lowHz);
    upperHz = fromHz;
    glideSteps = Synth.samples(glideSeconds) / STEP_SAMPLES;
    ratio = (float) StrictMath.pow(toHz / fromHz, 1.0 / Math.max(1, glideSteps));
  }

  @Override
  public float next() {
    if (samples++ % STEP_SAMPLES == 0) {
      glide();
    }
    float below = upper.next(rng.nextFloat(-1, 1));
    return below - lower.next(below);
  }

  private void glide() {
    upper.cutAt(upperHz);
    if (glideSteps > 0) {
      glideSteps--;
      upperHz *= ratio;
    }
  }
}
