package ringmaster.server.bench.physics;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import ringmaster.shared.physics.World;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.WorldStage;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;
import ringmaster.shared.time.Clock;

/**
 * What it takes to save a world and to restore it into another: medians.
 *
 * @param bytes of the saved state
 */
record StateCost(int bodies, int bytes, double saveMillis, double restoreMillis) {
  /** Until drivers and crates have run into each other: contacts are part of the state. */
  private static final int STEPS = 120;

  private static final int WARM_UP_ROUNDS = 1_000;
  private static final int ROUNDS = 1_000;
  private static final int MAX_BYTES = 1 << 24;

  /**
   * @throws IllegalStateException if the restored world is another
   */
  static StateCost measure(Scene scene, Clock clock) {
    World saved = played(scene);
    World restored = new WorldStage(scene).world();
    ByteBuffer state = ByteBuffer.allocate(MAX_BYTES);
    long[] saveNanos = new long[ROUNDS];
    long[] restoreNanos = new long[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long beginNanos = clock.nanoTime();
      saved.visit(new StateWriter(state.clear()));
      long savedNanos = clock.nanoTime();
      restored.visit(new StateReader(state.flip()));
      long restoredNanos = clock.nanoTime();
      if (round >= 0) {
        saveNanos[round] = savedNanos - beginNanos;
        restoreNanos[round] = restoredNanos - savedNanos;
      }
    }
    if (restored.hash() != saved.hash()) {
      throw new IllegalStateException("the restored world is another than the saved one");
    }
    return new StateCost(
        saved.bodies().count(), state.limit(), medianMillis(saveNanos), medianMillis(restoreNanos));
  }

  private static World played(Scene scene) {
    WorldStage stage = new WorldStage(scene);
    scene.populate(stage, 0);
    for (int step = 0; step < STEPS; step++) {
      scene.drive(stage, 0, step);
      stage.world().step();
    }
    return stage.world();
  }

  private static double medianMillis(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  void print(PrintWriter out) {
    out.printf(
        "state of %,d bodies: %,d bytes; saved in %.3f ms, restored in %.3f ms%n",
        bodies, bytes, saveMillis, restoreMillis);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("bodies", bodies);
    json.addProperty("bytes", bytes);
    json.addProperty("saveMillis", saveMillis);
    json.addProperty("restoreMillis", restoreMillis);
    return json;
  }
}
