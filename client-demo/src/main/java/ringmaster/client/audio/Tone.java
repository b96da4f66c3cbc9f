package ringmaster.client.audio;

/** An oscillator whose pitch glides: by the same interval in the same time, as ears have it. */
final class Tone implements Source {
  private final Wave wave;
  private final float ratio;
  private int glideSamples;
  private float phase;
  private float step;

  /**
   * @param toHz where the pitch is after the glide, and stays
   */
  Tone(Wave wave, float fromHz, float toHz, float glideSeconds) {
    this.wave = wave;
    glideSamples = Synth.samples(glideSeconds);
    ratio = (float) StrictMath.pow(toHz / fromHz, 1.0 / Math.max(1, glideSamples));
    step = fromHz / Synth.RATE_HZ;
  }

  @Override
  public float next() {
    float value = wave.at(phase, step);
    phase += step;
    phase -= (int) phase;
    if (glideSamples > 0) {
      glideSamples--;
      step *= ratio;
    }
    return value;
  }
}
