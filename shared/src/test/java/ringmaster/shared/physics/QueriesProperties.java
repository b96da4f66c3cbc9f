package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Queries of a full world, compared with asking every shape. */
final class QueriesProperties {
  private static final int BODIES = 150;
  private static final int QUERIES = 400;
  private static final float HALF_METERS = 20;

  private record Found(float fraction, int slot, int part) {}

  private World world = new World(WorldSettings.fromAbove(1f / 60, BODIES));
  private Bodies bodies = world.bodies();

  private void fill(Rng rng) {
    world = new World(WorldSettings.fromAbove(1f / 60, BODIES));
    bodies = world.bodies();
    for (int i = 0; i < BODIES; i++) {
      BodyType type = BodyType.values()[rng.nextInt(2)];
      BodyKind.Builder kind = BodyKind.of(type);
      for (int part = 0; part <= rng.nextInt(3); part++) {
        Filter filter = new Filter(1 << rng.nextInt(3), -1, 0);
        boolean sensor = rng.nextBoolean(0.1f);
        kind.part(new BodyKind.Part(RandomConvex.any(rng), new Material(1, 0, 0), filter, sensor));
      }
      float[] facing = RandomConvex.facing(rng);
      bodies.create(kind.build(), place(rng), place(rng), facing[0], facing[1]);
    }
    for (int i = 0; i < BODIES / 10; i++) {
      long body = bodies.at(rng.nextInt(BODIES));
      if (body != Bodies.NONE) {
        bodies.destroy(body);
      }
    }
  }

  private static float place(Rng rng) {
    return rng.nextFloat(-HALF_METERS, HALF_METERS);
  }

  /** The shapes a query is about. */
  private List<Integer> wanted(int mask, long except) {
    List<Integer> wanted = new ArrayList<>();
    for (int shape = 0; shape < bodies.shapes.end; shape++) {
      int slot = bodies.shapes.body[shape];
      int part = bodies.shapes.part[shape];
      if (bodies.at(slot) != Bodies.NONE
          && bodies.at(slot) != except
          && !bodies.parts.sensor[part]
          && (bodies.parts.category[part] & mask) != 0) {
        wanted.add(shape);
      }
    }
    return wanted;
  }

  private Shape shape(int shape) {
    return kind(shape).parts().get(part(shape)).shape();
  }

  private BodyKind kind(int shape) {
    return bodies.kind(bodies.at(bodies.shapes.body[shape]));
  }

  private int part(int shape) {
    int kind = bodies.kind[bodies.shapes.body[shape]];
    return bodies.shapes.part[shape] - bodies.kinds.firstPart(kind);
  }

  private double gap(int shape, double[] points) {
    long body = bodies.at(bodies.shapes.body[shape]);
    double[] placed =
        ExactGeometry.placed(
            shape(shape), bodies.x(body), bodies.y(body), bodies.cos(body), bodies.sin(body));
    return ExactGeometry.distance(placed, points) - shape(shape).radiusMeters();
  }

  private List<Found> castAtAll(ShapeCast cast, int mask, long except) {
    List<Found> found = new ArrayList<>();
    for (int shape : wanted(mask, except)) {
      int slot = bodies.shapes.body[shape];
      int poseAt = slot * Bodies.POSE;
      float fraction = cast.cast(bodies.parts, bodies.shapes.part[shape], bodies.pose, poseAt);
      if (fraction <= 1) {
        found.add(new Found(fraction, slot, part(shape)));
      }
    }
    found.sort(
        Comparator.comparing(Found::fraction)
            .thenComparing(Found::slot)
            .thenComparing(Found::part));
    return found;
  }

  private static Found found(Hit hit) {
    return new Found(hit.fraction(), (int) hit.body(), hit.part());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void raysAndCastsMeetWhatIsFirstOfAll(long seed) {
    Rng rng = new Rng(seed);
    fill(rng);
    Queries queries = world.newQueries();
    ShapeCast cast = new ShapeCast();
    Hit hit = new Hit();
    Hit[] hits = new Hit[5];
    Arrays.setAll(hits, i -> new Hit());
    for (int i = 0; i < QUERIES; i++) {
      String what = "seed " + seed + " query " + i;
      float x = place(rng);
      float y = place(rng);
      float wayX = place(rng);
      float wayY = rng.nextBoolean(0.2f) ? 0 : place(rng);
      int mask = 1 + rng.nextInt(7);
      long except = bodies.at(rng.nextInt(bodies.slots()));
      cast.take(0);
      cast.aim(x, y, wayX, wayY);
      List<Found> all = castAtAll(cast, mask, except);
      assertEquals(!all.isEmpty(), queries.ray(x, y, wayX, wayY, mask, except, hit), what);
      assertTrue(all.isEmpty() || all.getFirst().equals(found(hit)), what);
      int count = queries.rayAll(x, y, wayX, wayY, mask, except, hits);
      assertEquals(Math.min(all.size(), hits.length), count, what);
      for (int k = 0; k < count; k++) {
        assertEquals(all.get(k), found(hits[k]), what);
      }
      // The end, as the difference that sight is told by.
      float toX = x + wayX;
      float toY = y + wayY;
      cast.aim(x, y, toX - x, toY - y);
      boolean free = castAtAll(cast, mask, Bodies.NONE).isEmpty();
      assertEquals(free, queries.visible(x, y, toX, toY, mask), what);
      float radius = rng.nextFloat(0, 1);
      cast.take(radius);
      cast.aim(x, y, wayX, wayY);
      all = castAtAll(cast, mask, except);
      queries.castCircle(x, y, radius, wayX, wayY, mask, except, hit);
      assertTrue(all.isEmpty() ? hit.body() == Bodies.NONE : all.getFirst().equals(found(hit)));
      Shape shape = RandomConvex.any(rng);
      float[] facing = RandomConvex.facing(rng);
      cast.take(shape, facing[0], facing[1], 0);
      cast.aim(x, y, wayX, wayY);
      all = castAtAll(cast, mask, except);
      queries.cast(shape, x, y, facing[0], facing[1], wayX, wayY, mask, except, hit);
      assertTrue(all.isEmpty() ? hit.body() == Bodies.NONE : all.getFirst().equals(found(hit)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void overlapsAndTheNearestAreThoseOfAll(long seed) {
    Rng rng = new Rng(seed);
    fill(rng);
    Queries queries = world.newQueries();
    Hit hit = new Hit();
    long[] overlapping = new long[BODIES];
    for (int i = 0; i < QUERIES; i++) {
      String what = "seed " + seed + " query " + i;
      float x = place(rng);
      float y = place(rng);
      float radius = rng.nextFloat(0.1f, 5);
      int mask = 1 + rng.nextInt(7);
      double[] point = {x, y};
      int count = queries.overlapCircle(x, y, radius, mask, Bodies.NONE, overlapping);
      check(mask, point, radius, overlapping, count, what + " circle");
      float[] box = {x - radius, y - 1, x + radius, y - 1, x + radius, y + 1, x - radius, y + 1};
      double[] corners = new double[8];
      for (int k = 0; k < corners.length; k++) {
        corners[k] = box[k];
      }
      count = queries.overlapBox(box[0], box[1], box[4], box[5], mask, Bodies.NONE, overlapping);
      check(mask, corners, 0, overlapping, count, what + " box");
      Shape shape = RandomConvex.any(rng);
      float[] facing = RandomConvex.facing(rng);
      count = queries.overlap(shape, x, y, facing[0], facing[1], mask, Bodies.NONE, overlapping);
      double[] points = ExactGeometry.placed(shape, x, y, facing[0], facing[1]);
      check(mask, points, shape.radiusMeters(), overlapping, count, what + " shape");
      double least = Double.POSITIVE_INFINITY;
      for (int candidate : wanted(mask, Bodies.NONE)) {
        least = Math.min(least, Math.max(gap(candidate, point), 0));
      }
      float nearest = queries.nearest(x, y, radius, mask, Bodies.NONE, hit);
      boolean near = nearest < Float.POSITIVE_INFINITY;
      assertTrue(near ? Math.abs(nearest - least) < 1e-5 : least > radius - 1e-5, what);
    }
  }

  /** Bodies that nearly touch may be told either way. */
  private void check(
      int mask, double[] points, double radius, long[] overlapping, int count, String what) {
    for (int i = 1; i < count; i++) {
      assertTrue((int) overlapping[i - 1] < (int) overlapping[i], what);
    }
    double[] least = new double[bodies.slots()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int shape : wanted(mask, Bodies.NONE)) {
      int slot = bodies.shapes.body[shape];
      least[slot] = Math.min(least[slot], gap(shape, points) - radius);
    }
    boolean[] told = new boolean[bodies.slots()];
    for (int i = 0; i < count; i++) {
      told[(int) overlapping[i]] = true;
    }
    for (int slot = 0; slot < least.length; slot++) {
      assertTrue(told[slot] ? least[slot] < 1e-5 : least[slot] > -1e-5, what + " slot " + slot);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1})
  void severalThreadsMayAskAtOnce(long seed) throws InterruptedException {
    fill(new Rng(seed));
    long alone = askMuch(world.newQueries(), world.newMover(Shape.circle(0.4f)));
    long[] answers = new long[4];
    Thread[] threads = new Thread[answers.length];
    for (int i = 0; i < threads.length; i++) {
      int index = i;
      Queries queries = world.newQueries();
      Mover mover = world.newMover(Shape.circle(0.4f));
      threads[i] = new Thread(() -> answers[index] = askMuch(queries, mover));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (long answer : answers) {
      assertEquals(alone, answer);
    }
  }

  private long askMuch(Queries queries, Mover mover) {
    Rng rng = new Rng(7);
    Hit hit = new Hit();
    long[] overlapping = new long[8];
    long answer = 0;
    for (int i = 0; i < 2_000; i++) {
      answer = 31 * answer + ask(queries, mover, rng, hit, overlapping);
    }
    return answer;
  }

  private static final Shape CASTER = Shape.box(0.5f, 0.2f);

  private static long ask(Queries queries, Mover mover, Rng rng, Hit hit, long[] overlapping) {
    float x = place(rng);
    float y = place(rng);
    float wayX = place(rng);
    queries.ray(x, y, wayX, y, -1, Bodies.NONE, hit);
    long answer = hit.body() + Float.floatToIntBits(hit.x());
    queries.castCircle(x, y, 0.5f, wayX, y, -1, Bodies.NONE, hit);
    answer = 31 * answer + hit.body() + Float.floatToIntBits(hit.normalX());
    queries.cast(CASTER, x, y, 0.6f, 0.8f, wayX, y, -1, Bodies.NONE, hit);
    answer = 31 * answer + hit.body() + Float.floatToIntBits(hit.fraction());
    answer = 31 * answer + queries.overlap(CASTER, x, y, 1, 0, -1, Bodies.NONE, overlapping);
    answer = 31 * answer + Float.floatToIntBits(queries.nearest(x, y, 3, -1, Bodies.NONE, hit));
    mover.move(x, y, 0.1f * wayX, 1, -1, Bodies.NONE);
    return 31 * answer + Float.floatToIntBits(mover.x()) + Float.floatToIntBits(mover.y());
  }

  @ParameterizedTest
  @ValueSource(longs = {2})
  void askingAllocatesNothing(long seed) {
    fill(new Rng(seed));
    Queries queries = world.newQueries();
    Mover mover = world.newMover(Shape.capsule(0, -0.3f, 0, 0.3f, 0.4f));
    Rng rng = new Rng(3);
    Hit hit = new Hit();
    long[] overlapping = new long[8];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 500; i++) {
        ask(queries, mover, rng, hit, overlapping);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    // The measurement itself may take some bytes; the queries would take some per call.
    assertTrue(least < 500, least + " bytes");
  }
}
