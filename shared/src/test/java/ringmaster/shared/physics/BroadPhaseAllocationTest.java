package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import ringmaster.shared.math.Rng;

final class BroadPhaseAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BODIES = 1_000;
  private static final int WARM_UP_STEPS = 1_000;
  private static final int ROUND_STEPS = 200;
  private static final int ROUNDS = 5;

  private final Rng rng = new Rng(5);
  private final World world = new World(WorldSettings.fromAbove(1f / 60, BODIES));
  private final PairFinder finder = new PairFinder(world, (a, b) -> (a + b) % 2 == 0);
  private final UnfairWorkers workers = new UnfairWorkers(3);
  private final Sweep sweep = new Sweep();
  private final BroadPhase.CastVisitor visitor = this::look;
  private long pairs;
  private long looks;

  @Test
  void movingFindingPairsAndCastingAllocateNothing() {
    BodyKind crate = BodyKind.dynamic().part(Shape.box(0.5f, 0.5f), new Material(1, 0, 0)).build();
    BodyKind wall =
        BodyKind.fixed().part(Shape.segment(-1, 0, 1, 0), new Material(1, 0, 0)).build();
    for (int body = 0; body < BODIES; body++) {
      world.bodies.create(body % 20 == 0 ? wall : crate, 0, 0);
    }
    step(WARM_UP_STEPS);
    long leastBytes = Long.MAX_VALUE;
    // The least of some rounds: the compiler may still replace a method once, and say so on this
    // thread's account.
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      step(ROUND_STEPS);
      leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(pairs > 1_000 && looks > 1_000, pairs + " pairs, " + looks + " looks");
    assertEquals(0, leastBytes);
  }

  private void step(int steps) {
    for (int i = 0; i < steps; i++) {
      for (int shape = 0; shape < BODIES; shape++) {
        place(shape);
      }
      finder.find(workers);
      pairs += finder.pairs.count;
      sweep.set(-15, rng.nextFloat(-15, 15), 30, rng.nextFloat(-15, 15), 0.5f, 0.5f);
      world.broadPhase.cast(sweep, visitor);
    }
  }

  private void place(int shape) {
    float[] box = world.bodies.shapes.box;
    int at = shape * Shapes.BOX;
    box[at] = rng.nextFloat(-15, 15);
    box[at + 1] = rng.nextFloat(-15, 15);
    box[at + 2] = box[at] + rng.nextFloat(0.3f, 1.5f);
    box[at + 3] = box[at + 1] + rng.nextFloat(0.3f, 1.5f);
    world.bodies.shapes.moved[shape] = true;
    world.broadPhase.move(shape);
  }

  private float look(int shape) {
    looks++;
    return 1;
  }
}
