package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Against looking at every box. */
final class BroadPhaseProperties {
  private static final int MAX_SHAPES = 600;
  private static final float EDGE_METERS = Limits.MAX_COORDINATE_METERS;
  private static final Material STONE = new Material(1, 0, 0);
  private static final BodyKind CRATE =
      BodyKind.dynamic().part(Shape.box(0.5f, 0.5f), STONE).build();

  /** Shapes with boxes of any size and place, and what is known of them without a structure. */
  private static final class Scene {
    final Rng rng;
    final Bodies bodies = new World(WorldSettings.fromAbove(1f / 60, 1)).bodies;
    final BroadPhase broadPhase = new BroadPhase(bodies);
    final boolean[] present = new boolean[MAX_SHAPES];
    final boolean[] still = new boolean[MAX_SHAPES];

    Scene(long seed) {
      rng = new Rng(seed);
    }

    void change() {
      int shape = rng.nextInt(Math.min(MAX_SHAPES, bodies.shapes.end + 2));
      while (shape >= bodies.shapes.end) {
        bodies.create(CRATE, 0, 0);
      }
      if (!present[shape]) {
        place(shape);
        present[shape] = true;
        still[shape] = rng.nextInt(4) == 0;
        broadPhase.insert(shape, still[shape]);
      } else if (rng.nextInt(4) == 0) {
        present[shape] = false;
        broadPhase.remove(shape);
      } else {
        alter(shape);
        broadPhase.move(shape);
      }
    }

    private void alter(int shape) {
      int at = shape * Shapes.BOX;
      switch (rng.nextInt(4)) {
        case 0 -> place(shape);
        case 1 -> bodies.shapes.box[at + 2] += rng.nextFloat(0, 0.3f);
        case 2 -> shift(at, rng.nextFloat(-0.3f, 0.3f), rng.nextFloat(-0.3f, 0.3f));
        default -> shift(at, rng.nextInt(9) - 4, rng.nextInt(9) - 4);
      }
    }

    private void shift(int at, float x, float y) {
      bodies.shapes.box[at] += x;
      bodies.shapes.box[at + 1] += y;
      bodies.shapes.box[at + 2] += x;
      bodies.shapes.box[at + 3] += y;
    }

    private void place(int shape) {
      int at = shape * Shapes.BOX;
      bodies.shapes.box[at] = coordinate();
      bodies.shapes.box[at + 1] = coordinate();
      bodies.shapes.box[at + 2] = bodies.shapes.box[at] + size();
      bodies.shapes.box[at + 3] = bodies.shapes.box[at + 1] + size();
    }

    /** Mostly in a crowd, often a round number: cells begin there. */
    float coordinate() {
      return switch (rng.nextInt(8)) {
        case 0 -> rng.nextFloat(-EDGE_METERS, EDGE_METERS);
        case 1 -> rng.nextInt(2) == 0 ? EDGE_METERS : -EDGE_METERS;
        case 2 -> rng.nextInt(2) == 0 ? 0f : -0f;
        case 3, 4 -> rng.nextInt(20) - 10;
        default -> rng.nextFloat(-10, 10);
      };
    }

    private float size() {
      return switch (rng.nextInt(8)) {
        case 0 -> 0;
        case 1 -> 1 << rng.nextInt(5);
        case 2 -> rng.nextFloat(0, 700);
        case 3 -> rng.nextFloat(0, 20);
        default -> rng.nextFloat(0.2f, 2);
      };
    }

    /** The box of a query: anything, or what touches a shape at an edge. */
    float[] query() {
      float[] query = new float[Shapes.BOX];
      for (int axis = 0; axis < 2; axis++) {
        float side = rng.nextInt(10) == 0 ? 2 * EDGE_METERS : rng.nextInt(3) * size();
        query[axis] = coordinate();
        query[axis + 2] = query[axis] + side;
        int touched = rng.nextInt(bodies.shapes.end) * Shapes.BOX;
        switch (rng.nextInt(4)) {
          case 0 -> query[axis] = Math.min(query[axis + 2], bodies.shapes.box[touched + axis + 2]);
          case 1 -> query[axis + 2] = Math.max(query[axis], bodies.shapes.box[touched + axis]);
          default -> {}
        }
      }
      return query;
    }

    /** Along an axis, nowhere, across the world, or somewhere. */
    Sweep sweep(double[] line) {
      float x = coordinate();
      float y = coordinate();
      float wayX = rng.nextInt(5) == 0 ? 0 : way();
      float wayY = rng.nextInt(5) == 0 ? 0 : way();
      float halfWidth = rng.nextInt(2) * rng.nextFloat(0, 3);
      float halfHeight = rng.nextInt(2) * rng.nextFloat(0, 3);
      System.arraycopy(new double[] {x, y, wayX, wayY, halfWidth, halfHeight}, 0, line, 0, 6);
      return new Sweep().set(x, y, wayX, wayY, halfWidth, halfHeight);
    }

    private float way() {
      return switch (rng.nextInt(5)) {
        case 0 -> rng.nextFloat(-2, 2) * EDGE_METERS;
        case 1 -> rng.nextFloat(-1e-9f, 1e-9f);
        case 2 -> rng.nextInt(9) - 4;
        default -> rng.nextFloat(-30, 30);
      };
    }

    int[] overlapping(float[] query, boolean movingOnly) {
      IntList found = new IntList();
      for (int shape = 0; shape < bodies.shapes.end; shape++) {
        int at = shape * Shapes.BOX;
        boolean apart =
            bodies.shapes.box[at] > query[2]
                || bodies.shapes.box[at + 1] > query[3]
                || bodies.shapes.box[at + 2] < query[0]
                || bodies.shapes.box[at + 3] < query[1];
        if (present[shape] && !apart && !(movingOnly && still[shape])) {
          found.add(shape);
        }
      }
      return sorted(found);
    }

    /** A structure of another history: of what is there now, the last first. */
    BroadPhase rebuilt() {
      BroadPhase other = new BroadPhase(bodies);
      for (int shape = bodies.shapes.end - 1; shape >= 0; shape--) {
        if (present[shape]) {
          other.insert(shape, still[shape]);
        }
      }
      return other;
    }

    /** The share of the way at which the line meets a grown box, or more than 1. */
    double meets(double[] line, int shape, double grown) {
      double enter = 0;
      double leave = 1;
      for (int axis = 0; axis < 2; axis++) {
        double half = line[4 + axis] + grown;
        double near = bodies.shapes.box[shape * Shapes.BOX + axis] - half - line[axis];
        double far = bodies.shapes.box[shape * Shapes.BOX + axis + 2] + half - line[axis];
        double way = line[2 + axis];
        if (way == 0) {
          enter = near > 0 || far < 0 ? 2 : enter;
        } else {
          enter = Math.max(enter, Math.min(near / way, far / way));
          leave = Math.min(leave, Math.max(near / way, far / way));
        }
      }
      return enter <= leave ? enter : 2;
    }
  }

  private static int[] sorted(IntList list) {
    int[] values = Arrays.copyOf(list.values, list.count);
    Arrays.sort(values);
    return values;
  }

  private static int[] overlap(BroadPhase broadPhase, float[] query) {
    IntList found = new IntList();
    broadPhase.overlap(query[0], query[1], query[2], query[3], found);
    return sorted(found);
  }

  private static int[] shown(BroadPhase broadPhase, Sweep sweep) {
    IntList shown = new IntList();
    broadPhase.cast(
        sweep,
        shape -> {
          shown.add(shape);
          return 1;
        });
    return sorted(shown);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anOverlapFindsWhatEveryBoxSays(long seed) {
    Scene scene = new Scene(seed);
    for (int i = 0; i < 6_000; i++) {
      scene.change();
      float[] query = scene.query();
      String where = "seed " + seed + " change " + i + " " + Arrays.toString(query);
      assertEquals(
          Arrays.toString(scene.overlapping(query, false)),
          Arrays.toString(overlap(scene.broadPhase, query)),
          where);
      IntList moving = new IntList();
      scene.broadPhase.overlapMoving(query[0], query[1], query[2], query[3], moving);
      assertEquals(
          Arrays.toString(scene.overlapping(query, true)), Arrays.toString(sorted(moving)), where);
      IntList all = moving;
      scene.broadPhase.overlapStill(query[0], query[1], query[2], query[3], all);
      assertEquals(
          Arrays.toString(scene.overlapping(query, false)), Arrays.toString(sorted(all)), where);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void anOverlapAddsToWhatWasFoundBefore(long seed) {
    Scene scene = new Scene(seed);
    for (int i = 0; i < 1_000; i++) {
      scene.change();
      float[] query = scene.query();
      IntList found = new IntList();
      found.add(-7);
      scene.broadPhase.overlap(query[0], query[1], query[2], query[3], found);
      assertEquals(-7, found.values[0], "seed " + seed + " change " + i);
      assertEquals(
          1 + scene.overlapping(query, false).length, found.count, "seed " + seed + " change " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aCastShowsWhatItMeetsOnceAndNothingFarFromIt(long seed) {
    Scene scene = new Scene(seed);
    double[] line = new double[6];
    for (int i = 0; i < 4_000; i++) {
      scene.change();
      Sweep sweep = scene.sweep(line);
      int[] shown = shown(scene.broadPhase, sweep);
      String where = "seed " + seed + " change " + i + " " + Arrays.toString(line);
      assertEquals(shown.length, Arrays.stream(shown).distinct().count(), where);
      for (int shape = 0; shape < scene.bodies.shapes.end; shape++) {
        boolean isShown = Arrays.binarySearch(shown, shape) >= 0;
        boolean meets = scene.present[shape] && scene.meets(line, shape, 0) <= 1;
        boolean isNear =
            scene.present[shape] && scene.meets(line, shape, 2 * sweep.slackMeters()) <= 1;
        assertTrue(isShown || !meets, where + " misses " + shape);
        assertTrue(!isShown || isNear, where + " shows " + shape);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void aCastThatEndsAtTheFirstBoxFindsIt(long seed) {
    Scene scene = new Scene(seed);
    double[] line = new double[6];
    for (int i = 0; i < 4_000; i++) {
      scene.change();
      Sweep sweep = scene.sweep(line);
      double[] first = {2};
      scene.broadPhase.cast(
          sweep,
          shape -> {
            double enter = scene.meets(line, shape, 0);
            first[0] = Math.min(first[0], enter);
            return (float) enter;
          });
      double expected = 2;
      for (int shape = 0; shape < scene.bodies.shapes.end; shape++) {
        if (scene.present[shape]) {
          expected = Math.min(expected, scene.meets(line, shape, 0));
        }
      }
      assertEquals(expected, first[0], "seed " + seed + " " + i + " " + Arrays.toString(line));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void aVisitorThatHasSeenEnoughIsShownNoMore(long seed) {
    Scene scene = new Scene(seed);
    double[] line = new double[6];
    for (int i = 0; i < 2_000; i++) {
      scene.change();
      IntList shown = new IntList();
      scene.broadPhase.cast(
          scene.sweep(line),
          shape -> {
            shown.add(shape);
            return -1;
          });
      assertTrue(shown.count <= 1, "seed " + seed + " change " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  void whatIsFoundDoesNotDependOnHistory(long seed) {
    Scene scene = new Scene(seed);
    double[] line = new double[6];
    for (int i = 0; i < 60; i++) {
      for (int change = 0; change < 50; change++) {
        scene.change();
      }
      BroadPhase other = scene.rebuilt();
      for (int k = 0; k < 50; k++) {
        String where = "seed " + seed + " round " + i + " query " + k;
        float[] query = scene.query();
        assertEquals(
            Arrays.toString(overlap(scene.broadPhase, query)),
            Arrays.toString(overlap(other, query)),
            where);
        Sweep sweep = scene.sweep(line);
        assertEquals(
            Arrays.toString(shown(scene.broadPhase, sweep)),
            Arrays.toString(shown(other, sweep)),
            where + " " + Arrays.toString(line));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {51})
  void nothingIsLeftAfterItIsCleared(long seed) {
    Scene scene = new Scene(seed);
    for (int i = 0; i < 500; i++) {
      scene.change();
    }
    scene.broadPhase.clear();
    float[] everything = {-EDGE_METERS * 2, -EDGE_METERS * 2, EDGE_METERS * 2, EDGE_METERS * 2};
    assertEquals(0, overlap(scene.broadPhase, everything).length, "seed " + seed);
    for (int shape = 0; shape < scene.bodies.shapes.end; shape++) {
      if (scene.present[shape]) {
        scene.broadPhase.insert(shape, scene.still[shape]);
      }
    }
    assertEquals(
        Arrays.toString(scene.overlapping(everything, false)),
        Arrays.toString(overlap(scene.broadPhase, everything)),
        "seed " + seed);
  }
}
