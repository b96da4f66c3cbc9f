package ringmaster.client.testbed;

/** How many steps a frame is to take. */
final class Tempo {
  private static final float[] SPEEDS = {0.125f, 0.25f, 0.5f, 1, 2, 4};
  private static final int USUAL = 3;

  /** Where steps take longer than their time, the scene goes slower, not the picture. */
  private static final int MAX_STEPS_PER_FRAME = 8;

  /** Frame times are whole nanoseconds, so that one at 60 Hz falls short of a step. */
  private static final double TOLERANCE_STEPS = 1e-4;

  private int speed = USUAL;
  private boolean paused;
  private int singleSteps;
  private double owedSteps;

  /** The steps that are due after a frame. */
  int due(double frameSeconds, int stepsPerSecond) {
    if (paused) {
      int single = singleSteps;
      singleSteps = 0;
      return single;
    }
    owedSteps += frameSeconds * SPEEDS[speed] * stepsPerSecond;
    int steps = (int) (owedSteps + TOLERANCE_STEPS);
    owedSteps -= steps;
    return Math.min(steps, MAX_STEPS_PER_FRAME);
  }

  boolean paused() {
    return paused;
  }

  void togglePause() {
    paused = !paused;
    singleSteps = 0;
    owedSteps = 0;
  }

  /** One step, and then rest. */
  void single() {
    paused = true;
    singleSteps++;
  }

  void faster() {
    speed = Math.min(speed + 1, SPEEDS.length - 1);
  }

  void slower() {
    speed = Math.max(speed - 1, 0);
  }

  /** Of the world's time against that on the wall. */
  float speed() {
    return SPEEDS[speed];
  }
}
