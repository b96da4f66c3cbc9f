package ringmaster.client.audio;

/** The simplest filter there is, of one pole: 6 dB less for each octave above the cut. */
final class LowPass {
  private static final float RADIANS_PER_HZ = (float) (2 * Math.PI / Synth.RATE_HZ);

  private float share;
  private float value;

  void cutAt(float hz) {
    float radians = RADIANS_PER_HZ * hz;
    share = radians / (1 + radians);
  }

  float next(float in) {
    value += share * (in - value);
    return value;
  }
}
