package ringmaster.client.audio;

/**
 * How loud a layer is over time: rises in a line, then falls as what is struck does, fast at first,
 * and is silent at its end.
 *
 * @param startSeconds silence before it
 * @param riseSeconds from nothing to full
 * @param fallSeconds from full to nothing
 */
record Envelope(float startSeconds, float riseSeconds, float fallSeconds) {
  /**
   * What is left of an exponential when it is cut; it is shifted down by this to end in silence.
   */
  static final float REST = 0.05f;

  private static final double LN_OF_REST = StrictMath.log(REST);

  /** Struck at once; the rise is short, and yet no click. */
  static Envelope struck(float fallSeconds) {
    return new Envelope(0, 0.001f, fallSeconds);
  }

  /** What one sample of the exponential is multiplied by to give the next. */
  float fallPerSample() {
    return (float) StrictMath.exp(LN_OF_REST / Synth.samples(fallSeconds));
  }
}
