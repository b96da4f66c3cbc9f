package ringmaster.shared.physics;

/**
 * Threads that a step may share its blocks with. The engine knows no threads: who owns some
 * implements this; {@link #ALONE} does all on the calling one. What a step computes does not depend
 * on it.
 *
 * <p>A step calls {@link #begin}, then {@link #run} some hundred times in quick succession, then
 * {@link #end}. Between the two, helpers had better not park.
 */
public interface Workers {
  /**
   * Blocks of one stage. An object that is made once; it finds what to do in the world's fields.
   */
  interface Stage {
    /**
     * Does one block.
     *
     * @param block 0 .. blocks - 1; blocks of one run may be done in any order and side by side
     * @param lane 0 .. {@link Workers#lanes()} - 1, never the same for two blocks at a time: for
     *     scratch memory of one's own
     */
    void block(int block, int lane);
  }

  /** The calling thread alone. */
  Workers ALONE =
      new Workers() {
        @Override
        public int lanes() {
          return 1;
        }

        @Override
        public void begin() {}

        @Override
        public void run(Stage stage, int blocks) {
          for (int block = 0; block < blocks; block++) {
            stage.block(block, 0);
          }
        }

        @Override
        public void end() {}
      };

  /** How many threads may do blocks at a time, the calling one among them; fixed. */
  int lanes();

  /** A burst of runs comes. Wakes threads: for a step that is worth it. */
  void begin();

  /**
   * Does every block once and returns when all are done; what they wrote is then visible. The
   * caller works too, so this never waits for a helper that has not claimed anything. Not to be
   * called within a block.
   *
   * <p>What a block throws comes out of here once no block runs any more, as it is or as a cause.
   */
  void run(Stage stage, int blocks);

  /** The burst is over, well or badly. */
  void end();
}
