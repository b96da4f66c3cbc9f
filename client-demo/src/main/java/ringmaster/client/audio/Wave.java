package ringmaster.client.audio;

import ringmaster.shared.math.AimTable;

/** One cycle of an oscillator. */
enum Wave {
  SINE {
    @Override
    float at(float phase, float step) {
      float angle = phase * AimTable.ANGLES;
      int below = (int) angle;
      float low = AimTable.sin(below);
      return low + (angle - below) * (AimTable.sin(below + 1) - low);
    }
  },

  /** All harmonics, so it buzzes. */
  SAW {
    @Override
    float at(float phase, float step) {
      return 2 * phase - 1 - edge(phase, step);
    }
  };

  /**
   * The value at a phase.
   *
   * @param phase turns, 0 to below 1
   * @param step turns from one sample to the next
   */
  abstract float at(float phase, float step);

  /**
   * Rounds off the jump, whose harmonics would else fold back as tones that are not in the sound:
   * PolyBLEP (Valimaki and Huovilainen, "Antialiasing oscillators in subtractive synthesis", IEEE
   * Signal Processing Magazine 24(2), 2007).
   */
  private static float edge(float phase, float step) {
    if (phase < step) {
      float t = phase / step;
      return t + t - t * t - 1;
    }
    if (phase > 1 - step) {
      float t = (phase - 1) / step;
      return t * t + t + t + 1;
    }
    return 0;
  }
}
