package ringmaster.shared.physics;

/** Does blocks one after the other, the last first, each on another lane than one would expect. */
final class UnfairWorkers implements Workers {
  private final int lanes;

  UnfairWorkers(int lanes) {
    this.lanes = lanes;
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public void begin() {}

  @Override
  public void run(Stage stage, int blocks) {
    for (int block = blocks - 1; block >= 0; block--) {
      stage.block(block, block * 7 % lanes);
    }
  }

  @Override
  public void end() {}
}
