package ringmaster.shared.physics;

/** Counts how often a quantity swings through 0, step by step. */
final class Swings {
  private double previous;
  private int steps;
  private int upward;
  private double firstSteps;
  private double lastSteps;

  void add(double value) {
    steps++;
    if (steps > 1 && previous < 0 && value >= 0) {
      lastSteps = steps - value / (value - previous);
      if (upward == 0) {
        firstSteps = lastSteps;
      }
      upward++;
    }
    previous = value;
  }

  double hertz() {
    return (upward - 1) / ((lastSteps - firstSteps) * JointScene.STEP_SECONDS);
  }
}
