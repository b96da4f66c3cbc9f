package ringmaster.client.audio;

/**
 * A sound in the making: layers are added to a mix, which is then brought to full level. Only
 * arithmetic that is the same everywhere, so a sound has the same bits on every machine.
 */
final class Synth {
  static final int RATE_HZ = 44_100;

  /** A little below full scale, so that no player's resampling clips. */
  static final int PEAK = 29_500;

  private static final float FADE_SECONDS = 0.008f;
  private static final float LOWEST_HZ = 20;

  private final float[] mix;

  Synth(float seconds) {
    mix = new float[samples(seconds)];
  }

  static int samples(float seconds) {
    return Math.round(seconds * RATE_HZ);
  }

  /** Adds a layer. */
  Synth add(Source source, Envelope envelope, float gain) {
    int start = samples(envelope.startSeconds());
    int rise = samples(envelope.riseSeconds());
    for (int i = 0; i < rise; i++) {
      mix[start + i] += gain * i / rise * source.next();
    }
    float fall = envelope.fallPerSample();
    float scale = gain / (1 - Envelope.REST);
    float level = 1;
    for (int i = start + rise; i < mix.length && level > Envelope.REST; i++) {
      mix[i] += scale * (level - Envelope.REST) * source.next();
      level *= fall;
    }
    return this;
  }

  /** Adds a tone that fits whole into the sound, so that its end meets its beginning. */
  Synth addCycles(int cycles, float gain) {
    float step = (float) cycles / mix.length;
    for (int i = 0; i < mix.length; i++) {
      // The phase by multiplication: a sum would have drifted apart at the end.
      double turns = (double) cycles * i / mix.length;
      mix[i] += gain * Wave.SINE.at((float) (turns - (long) turns), step);
    }
    return this;
  }

  /**
   * Adds noise whose end meets its beginning: its filter has gone round once before, so that it
   * begins as it will end.
   */
  Synth addRound(Source white, float cutHz, float gain) {
    float[] round = new float[mix.length];
    for (int i = 0; i < round.length; i++) {
      round[i] = white.next();
    }
    LowPass filter = new LowPass();
    filter.cutAt(cutHz);
    for (float in : round) {
      filter.next(in);
    }
    for (int i = 0; i < mix.length; i++) {
      mix[i] += gain * filter.next(round[i]);
    }
    return this;
  }

  /** The sound, from silence to silence. */
  short[] finish() {
    LowPass offset = new LowPass();
    offset.cutAt(LOWEST_HZ);
    int fade = samples(FADE_SECONDS);
    for (int i = 0; i < mix.length; i++) {
      float level = Math.min(1, (float) (mix.length - 1 - i) / fade);
      mix[i] = level * (mix[i] - offset.next(mix[i]));
    }
    return normalised();
  }

  /** The sound as a loop: nothing is faded. */
  short[] finishLoop() {
    return normalised();
  }

  private short[] normalised() {
    float peak = 0;
    for (float value : mix) {
      peak = Math.max(peak, Math.abs(value));
    }
    short[] samples = new short[mix.length];
    for (int i = 0; i < mix.length; i++) {
      samples[i] = (short) Math.round(mix[i] / peak * PEAK);
    }
    return samples;
  }
}
