package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Against looking at every pair. */
final class PairFinderProperties {
  private static final float HALF_METERS = 25;
  private static final Material STONE = new Material(1, 0, 0);
  private static final Shape BOX = Shape.box(0.5f, 0.5f);

  /** Blocks side by side, on as many threads as there are lanes. */
  private static final class Threads implements Workers {
    private static final int LANES = 3;

    @Override
    public int lanes() {
      return LANES;
    }

    @Override
    public void begin() {}

    @Override
    public void run(Stage stage, int blocks) {
      Thread[] threads = new Thread[LANES];
      for (int i = 0; i < LANES; i++) {
        int lane = i;
        threads[i] =
            Thread.startVirtualThread(() -> {
              for (int block = lane; block < blocks; block += LANES) {
                stage.block(block, lane);
              }
            });
      }
      for (Thread thread : threads) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public void end() {}
  }

  private static final class Scene {
    final Rng rng;
    final World world = new World(WorldSettings.fromAbove(1f / 60, 16));
    final Bodies bodies = world.bodies;
    final Set<Long> known = new HashSet<>();
    final PairFinder finder = new PairFinder(world, (a, b) -> known.contains((long) a << 32 | b));

    Scene(long seed, int count) {
      rng = new Rng(seed);
      for (int i = 0; i < count; i++) {
        bodies.create(kind(), 0, 0);
      }
      for (int shape = 0; shape < bodies.shapes.end; shape++) {
        move(shape);
      }
    }

    private BodyKind kind() {
      BodyKind.Builder kind = BodyKind.of(BodyType.values()[rng.nextInt(3)]);
      kind.part(BOX, STONE, filter());
      for (int i = rng.nextInt(3); i > 0; i--) {
        kind.part(new BodyKind.Part(BOX, STONE, filter(), rng.nextInt(2) == 0));
      }
      return kind.build();
    }

    private Filter filter() {
      return new Filter(1 << rng.nextInt(3), 1 + rng.nextInt(7), rng.nextInt(5) - 2);
    }

    void move(int shape) {
      float size = rng.nextInt(50) == 0 ? 40 : 2;
      int at = shape * Shapes.BOX;
      bodies.shapes.box[at] = rng.nextFloat(-HALF_METERS, HALF_METERS);
      bodies.shapes.box[at + 1] = rng.nextFloat(-HALF_METERS, HALF_METERS);
      bodies.shapes.box[at + 2] = bodies.shapes.box[at] + rng.nextFloat(0, size);
      bodies.shapes.box[at + 3] = bodies.shapes.box[at + 1] + rng.nextFloat(0, size);
      bodies.shapes.moved[shape] = true;
      world.broadPhase.move(shape);
    }

    long[] everyPair() {
      long[] pairs = new long[bodies.shapes.end * bodies.shapes.end];
      int count = 0;
      for (int a = 0; a < bodies.shapes.end; a++) {
        for (int b = a + 1; b < bodies.shapes.end; b++) {
          boolean isNew = bodies.shapes.moved[a] || bodies.shapes.moved[b];
          if (isNew && overlap(a, b) && mayMeet(a, b) && !known.contains((long) a << 32 | b)) {
            pairs[count++] = (long) a << 32 | b;
          }
        }
      }
      return Arrays.copyOf(pairs, count);
    }

    private boolean overlap(int a, int b) {
      float[] box = bodies.shapes.box;
      int i = a * Shapes.BOX;
      int k = b * Shapes.BOX;
      return box[i] <= box[k + 2]
          && box[k] <= box[i + 2]
          && box[i + 1] <= box[k + 3]
          && box[k + 1] <= box[i + 3];
    }

    private boolean mayMeet(int a, int b) {
      BodyKind kindA = kindOf(a);
      BodyKind kindB = kindOf(b);
      BodyKind.Part partA = partOf(a);
      BodyKind.Part partB = partOf(b);
      boolean pushes = kindA.type() == BodyType.DYNAMIC || kindB.type() == BodyType.DYNAMIC;
      boolean senses =
          (partA.sensor() || partB.sensor())
              && (kindA.type() != BodyType.STATIC || kindB.type() != BodyType.STATIC);
      Filter f = partA.filter();
      Filter g = partB.filter();
      return bodies.shapes.body[a] != bodies.shapes.body[b]
          && (pushes || senses)
          && !(partA.sensor() && partB.sensor())
          && Filter.collide(f.category(), f.mask(), f.group(), g.category(), g.mask(), g.group());
    }

    private BodyKind kindOf(int shape) {
      return bodies.kinds.get(bodies.kind[bodies.shapes.body[shape]]);
    }

    private BodyKind.Part partOf(int shape) {
      int first = bodies.kinds.firstPart(bodies.kind[bodies.shapes.body[shape]]);
      return kindOf(shape).parts().get(bodies.shapes.part[shape] - first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsEachNewPairOnceInOrderForAnyWorkers(long seed) {
    Scene scene = new Scene(seed, 500);
    Bodies bodies = scene.bodies;
    Workers[] all = {Workers.ALONE, new UnfairWorkers(5), new Threads(), new UnfairWorkers(2)};
    for (int round = 0; round < 12; round++) {
      long[] expected = scene.everyPair();
      for (Workers workers : all) {
        scene.finder.find(workers);
        PairList pairs = scene.finder.pairs;
        assertArrayEquals(
            expected,
            Arrays.copyOf(pairs.values, pairs.count),
            "seed " + seed + " round " + round + " lanes " + workers.lanes());
      }
      Arrays.fill(bodies.shapes.moved, false);
      forgetSome(scene, expected);
      int share = 1 + round % 4 * 4;
      for (int shape = 0; shape < bodies.shapes.end; shape++) {
        if (scene.rng.nextInt(share) == 0) {
          scene.move(shape);
        }
      }
    }
  }

  private static void forgetSome(Scene scene, long[] found) {
    for (long pair : found) {
      if (scene.rng.nextInt(3) > 0) {
        scene.known.add(pair);
      }
    }
    scene.known.removeIf(pair -> scene.rng.nextInt(4) == 0);
  }
}
