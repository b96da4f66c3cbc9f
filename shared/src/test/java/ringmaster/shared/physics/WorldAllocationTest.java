package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;

/** A world that has found its size allocates nothing more. */
final class WorldAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_ROUNDS = 600;
  private static final int ROUNDS = 5;
  private static final int STEPS_PER_ROUND = 60;

  private final World world = new World(new WorldSettings(0, 0, 1f / 60, 512, true));
  private final Bodies bodies = world.bodies();
  private final Rng rng = new Rng(3);
  private final long[] crates = new long[400];

  /** Crates, balls and bullets in a room, some of them joined, all of them pushed about. */
  private void populate() {
    Material wood = new Material(1, 0.4f, 0.3f);
    BodyKind[] kinds = {
      BodyKind.dynamic().part(Shape.box(0.4f, 0.4f), wood).damping(1, 1).build(),
      BodyKind.dynamic().part(Shape.circle(0.4f), wood).damping(1, 1).build(),
      BodyKind.dynamic().part(Shape.circle(0.1f), wood).bullet().build(),
      BodyKind.dynamic()
          .part(Shape.capsule(-0.3f, 0, 0.3f, 0, 0.2f), wood)
          .sensor(Shape.circle(0.8f), Filter.ALL)
          .damping(1, 1)
          .build()
    };
    bodies.create(
        BodyKind.fixed()
            .chain(Shape.chain(true, -10, -10, -10, 10, 10, 10, 10, -10), wood, Filter.ALL)
            .build(),
        0,
        0);
    for (int i = 0; i < crates.length; i++) {
      crates[i] = bodies.create(kinds[i % kinds.length], i % 20 - 9.5f, i / 20 - 9.5f);
    }
    for (int i = 0; i < 20; i++) {
      world
          .joints()
          .create(
              DistanceJoint.rope(3), crates[i], crates[i + 20], i - 9.5f, -9.5f, i - 9.5f, -8.5f);
    }
  }

  private void push() {
    for (int i = 0; i < 40; i++) {
      long crate = crates[rng.nextInt(crates.length)];
      bodies.applyImpulse(crate, rng.nextFloat(-3, 3), rng.nextFloat(-3, 3));
      bodies.applyTorque(crate, rng.nextFloat(-3, 3));
    }
  }

  private interface Round {
    void run();
  }

  /** The least of some rounds: the compiler may still replace a method once and be counted. */
  private static long bytesPerRound(Round round) {
    for (int i = 0; i < WARM_UP_ROUNDS / STEPS_PER_ROUND; i++) {
      round.run();
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      round.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aStepAllocatesNothing(int lanes) {
    populate();
    Workers workers = lanes == 1 ? Workers.ALONE : new UnfairWorkers(lanes);
    long bytes =
        bytesPerRound(() -> {
          for (int step = 0; step < STEPS_PER_ROUND; step++) {
            push();
            world.step(workers);
          }
        });
    assertTrue(world.contacts.count > 600, world.contacts.count + " contacts");
    assertEquals(0, bytes);
  }

  @Test
  void savingRestoringAndHashingAllocateNothing() {
    populate();
    World twin = new World(world.settings);
    ByteBuffer saved = ByteBuffer.allocate(1 << 20);
    StateWriter writer = new StateWriter(saved);
    StateReader reader = new StateReader(saved);
    long[] hashes = new long[2];
    long bytes =
        bytesPerRound(() -> {
          for (int step = 0; step < STEPS_PER_ROUND; step++) {
            push();
            world.step();
            saved.clear();
            world.visit(writer);
            saved.flip();
            twin.visit(reader);
            reader.end();
            hashes[0] += world.hash();
            hashes[1] += twin.hash();
          }
        });
    assertEquals(hashes[0], hashes[1]);
    assertEquals(0, bytes);
  }

  @Test
  void askingAllocatesNothing() {
    populate();
    Queries queries = world.newQueries();
    Mover mover = world.newMover(Shape.circle(0.3f));
    Hit hit = new Hit();
    Hit[] hits = {new Hit(), new Hit(), new Hit()};
    long[] near = new long[16];
    Shape box = Shape.box(0.5f, 0.2f);
    int[] met = new int[1];
    long bytes =
        bytesPerRound(() -> {
          for (int i = 0; i < STEPS_PER_ROUND; i++) {
            float x = rng.nextFloat(-9, 9);
            float y = rng.nextFloat(-9, 9);
            met[0] += queries.ray(x, y, 5, 3, -1, Bodies.NONE, hit) ? 1 : 0;
            met[0] += queries.rayAll(x, y, 5, 3, -1, Bodies.NONE, hits);
            met[0] += queries.castCircle(x, y, 0.3f, -4, 2, -1, Bodies.NONE, hit) ? 1 : 0;
            met[0] += queries.cast(box, x, y, 0, 1, -4, 2, -1, Bodies.NONE, hit) ? 1 : 0;
            met[0] += queries.overlapCircle(x, y, 2, -1, Bodies.NONE, near);
            met[0] += queries.visible(x, y, 0, 0, -1) ? 1 : 0;
            met[0] += queries.nearest(x, y, 3, -1, Bodies.NONE, hit) > 0 ? 1 : 0;
            mover.move(x, y, 1, 1, -1, Bodies.NONE);
          }
        });
    assertTrue(met[0] > 1_000, met[0] + " met");
    assertEquals(0, bytes);
  }

  /** Bodies and joints that come and go in the same number, of kinds there were. */
  @Test
  void comingAndGoingAllocatesNothing() {
    populate();
    BodyKind kind = bodies.kind(crates[0]);
    DistanceJoint rope = DistanceJoint.rope(30);
    long bytes =
        bytesPerRound(() -> {
          for (int step = 0; step < STEPS_PER_ROUND; step++) {
            int i = rng.nextInt(crates.length);
            float x = bodies.x(crates[i]);
            float y = bodies.y(crates[i]);
            bodies.destroy(crates[i]);
            world.step();
            crates[i] = bodies.create(kind, x, y);
            long other = crates[(i + 1) % crates.length];
            long joint = world.joints().create(rope, crates[i], other, x, y, x, y);
            world.step();
            world.joints().destroy(joint);
          }
        });
    assertEquals(0, bytes);
  }
}
