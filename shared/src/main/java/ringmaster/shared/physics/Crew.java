package ringmaster.shared.physics;

/** Who does the blocks of this step: the caller alone or the workers it brought. */
final class Crew {
  private Workers workers = Workers.ALONE;
  private boolean shared;

  /** Whether this step is worth sharing is decided once. */
  void begin(Workers newWorkers, boolean worthSharing) {
    shared = worthSharing && newWorkers.lanes() > 1;
    workers = shared ? newWorkers : Workers.ALONE;
    workers.begin();
  }

  /** Whether nobody helps. */
  boolean alone() {
    return !shared;
  }

  Workers workers() {
    return workers;
  }

  void run(Workers.Stage stage, int items, int blockSize) {
    int blocks = (items + blockSize - 1) / blockSize;
    if (blocks > 1 && shared) {
      workers.run(stage, blocks);
      return;
    }
    for (int block = 0; block < blocks; block++) {
      stage.block(block, 0);
    }
  }

  void end() {
    workers.end();
    workers = Workers.ALONE;
    shared = false;
  }
}
