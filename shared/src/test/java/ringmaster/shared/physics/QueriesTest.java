package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class QueriesTest {
  private static final Material STONE = new Material(1, 0.5f, 0);
  private static final int WALLS = 2;
  private static final int PEOPLE = 4;
  private static final int ALL = -1;

  private final World world = new World(WorldSettings.fromAbove(1f / 60, 8));
  private final Queries queries = world.newQueries();
  private final Hit hit = new Hit();

  private long wall(float x, float y, Shape shape) {
    BodyKind kind = BodyKind.fixed().part(shape, STONE, new Filter(WALLS, ALL, 0)).build();
    return world.bodies().create(kind, x, y);
  }

  private long person(float x, float y) {
    BodyKind kind =
        BodyKind.dynamic()
            .part(Shape.circle(0.5f), STONE, new Filter(PEOPLE, ALL, 0))
            .sensor(Shape.circle(2), new Filter(PEOPLE, ALL, 0))
            .build();
    return world.bodies().create(kind, x, y);
  }

  @Test
  void aRayTellsWhatItMeetsFirstAndWhere() {
    wall(10, 0, Shape.box(1, 5));
    long near = wall(5, 0, Shape.box(1, 5));
    assertTrue(queries.ray(0, 1, 8, 0, ALL, Bodies.NONE, hit));
    assertEquals(near, hit.body());
    assertEquals(0, hit.part());
    assertEquals(0.5f, hit.fraction());
    assertEquals(4, hit.x());
    assertEquals(1, hit.y());
    assertEquals(-1, hit.normalX());
    assertEquals(0, hit.normalY(), 1e-6f);
  }

  @Test
  void aMissLeavesNothingOfTheHitBefore() {
    wall(5, 0, Shape.box(1, 5));
    queries.ray(0, 1, 8, 0, ALL, Bodies.NONE, hit);
    assertFalse(queries.ray(0, 1, 3, 0, ALL, Bodies.NONE, hit));
    assertEquals(Bodies.NONE, hit.body());
    assertEquals(1, hit.fraction());
  }

  @Test
  void theMaskAndTheExceptionAndSensorsArePassed() {
    long first = person(3, 0);
    long second = person(6, 0);
    long wall = wall(9, 0, Shape.box(1, 1));
    queries.ray(0, 0, 20, 0, ALL, Bodies.NONE, hit);
    assertEquals(first, hit.body());
    queries.ray(0, 0, 20, 0, ALL, first, hit);
    assertEquals(second, hit.body());
    queries.ray(0, 0, 20, 0, WALLS, Bodies.NONE, hit);
    assertEquals(wall, hit.body());
  }

  @Test
  void aBodyThatIsNoMoreLeavesOutNothing() {
    long gone = person(3, 0);
    world.bodies().destroy(gone);
    assertFalse(queries.ray(0, 0, 20, 0, ALL, gone, hit));
    long there = person(4, 0);
    assertTrue(queries.ray(0, 0, 20, 0, ALL, gone, hit));
    assertEquals(there, hit.body());
  }

  @Test
  void ofEqualsTheLowerSlotComesFirst() {
    long lower = wall(5, 0, Shape.box(1, 1));
    long higher = wall(5, 0, Shape.box(1, 1));
    queries.ray(0, 0, 20, 0, ALL, Bodies.NONE, hit);
    assertEquals(lower, hit.body());
    Hit[] hits = {new Hit(), new Hit(), new Hit()};
    assertEquals(2, queries.rayAll(0, 0, 20, 0, ALL, Bodies.NONE, hits));
    assertEquals(lower, hits[0].body());
    assertEquals(higher, hits[1].body());
  }

  @Test
  void ofMoreHitsThanThereIsRoomForTheNearestAreKept() {
    for (int i = 9; i > 0; i--) {
      wall(2 * i, 0, Shape.box(0.5f, 1));
    }
    Hit[] hits = {new Hit(), new Hit(), new Hit()};
    assertEquals(3, queries.rayAll(0, 0, 40, 0, ALL, Bodies.NONE, hits));
    assertEquals(1.5f, hits[0].x());
    assertEquals(3.5f, hits[1].x());
    assertEquals(5.5f, hits[2].x());
    assertEquals(0, queries.rayAll(0, 0, 40, 0, ALL, Bodies.NONE, new Hit[0]));
  }

  @Test
  void circlesAndShapesStopBeforeTheSurface() {
    wall(5, 0, Shape.box(1, 5));
    assertTrue(queries.castCircle(0, 0, 0.5f, 10, 0, ALL, Bodies.NONE, hit));
    assertEquals(0.35f, hit.fraction(), 1e-6f);
    assertEquals(4, hit.x(), 1e-5f);
    assertTrue(queries.cast(Shape.box(2, 0.5f), 0, 0, 0, 1, 10, 0, ALL, Bodies.NONE, hit));
    assertEquals(0.35f, hit.fraction(), 1e-6f);
    assertEquals(4, hit.x(), 1e-5f);
    assertTrue(queries.castCircle(5, 0, 0.5f, 10, 0, ALL, Bodies.NONE, hit));
    assertEquals(0, hit.fraction());
    assertEquals(1, Math.abs(hit.normalX()) + Math.abs(hit.normalY()));
  }

  @Test
  void aWallHidesWhatIsBehindItAndPeopleDoNot() {
    person(2, 0);
    wall(5, 0, Shape.segment(0, -1, 0, 1));
    assertTrue(queries.visible(0, 0, 4.9f, 0, WALLS));
    assertFalse(queries.visible(0, 0, 6, 0, WALLS));
    assertTrue(queries.visible(0, 2, 6, 2, WALLS));
    assertFalse(queries.visible(0, 0, 4.9f, 0, WALLS | PEOPLE));
  }

  @Test
  void overlapsListEachBodyOnceBySlot() {
    BodyKind two =
        BodyKind.fixed().part(Shape.box(1, 1), STONE).part(Shape.circle(1, 0, 0.5f), STONE).build();
    final long first = world.bodies().create(two, 0, 0);
    final long second = world.bodies().create(two, 1, 0);
    final long third = world.bodies().create(two, 2, 0);
    world.bodies().create(two, 20, 0);
    long[] found = new long[8];
    assertEquals(3, queries.overlapCircle(1, 0, 1, ALL, Bodies.NONE, found));
    assertArrayEquals(new long[] {first, second, third}, Arrays.copyOf(found, 3));
    long[] few = new long[2];
    assertEquals(2, queries.overlapCircle(1, 0, 1, ALL, first, few));
    assertArrayEquals(new long[] {second, third}, few);
    assertEquals(1, queries.overlapBox(-2, -1, -0.5f, 1, ALL, Bodies.NONE, found));
    assertEquals(first, found[0]);
    assertEquals(0, queries.overlap(Shape.box(1, 1), 1, 2.2f, 1, 0, ALL, Bodies.NONE, found));
    assertEquals(3, queries.overlap(Shape.box(1, 1), 1, 2.2f, 0.6f, 0.8f, ALL, Bodies.NONE, found));
  }

  @Test
  void theNearestBodyIsToldWithItsNearestPoint() {
    wall(5, 0, Shape.box(1, 1));
    long near = person(0, 3);
    assertEquals(2.5f, queries.nearest(0, 0, 10, ALL, Bodies.NONE, hit), 1e-6f);
    assertEquals(near, hit.body());
    assertEquals(0, hit.x(), 1e-6f);
    assertEquals(2.5f, hit.y(), 1e-6f);
    assertEquals(-1, hit.normalY(), 1e-6f);
    assertEquals(0.25f, hit.fraction(), 1e-6f);
    assertEquals(0, queries.nearest(5, 0.5f, 10, ALL, Bodies.NONE, hit));
    assertEquals(0.5f, hit.y());
    assertEquals(0, hit.normalX());
    assertEquals(Float.POSITIVE_INFINITY, queries.nearest(0, 0, 2, ALL, Bodies.NONE, hit));
    assertEquals(Bodies.NONE, hit.body());
  }

  @Test
  void whatIsNoNumberOrBeyondTheWorldIsRefused() {
    float nan = Float.NaN;
    float beyond = 2 * Limits.MAX_COORDINATE_METERS;
    Shape shape = Shape.circle(1);
    long[] found = new long[1];
    refused(() -> queries.ray(nan, 0, 1, 0, ALL, Bodies.NONE, hit));
    refused(() -> queries.ray(0, beyond, 1, 0, ALL, Bodies.NONE, hit));
    refused(() -> queries.rayAll(0, 0, nan, 0, ALL, Bodies.NONE, new Hit[] {hit}));
    refused(() -> queries.castCircle(0, 0, nan, 1, 0, ALL, Bodies.NONE, hit));
    refused(() -> queries.castCircle(0, 0, -1, 1, 0, ALL, Bodies.NONE, hit));
    refused(() -> queries.cast(shape, 0, 0, 1, 1, 1, 0, ALL, Bodies.NONE, hit));
    refused(() -> queries.cast(shape, 0, 0, 1, 0, 0, nan, ALL, Bodies.NONE, hit));
    refused(() -> queries.visible(0, 0, nan, 0, ALL));
    refused(() -> queries.overlapCircle(0, 0, nan, ALL, Bodies.NONE, found));
    refused(() -> queries.overlapBox(0, 0, nan, 0, ALL, Bodies.NONE, found));
    refused(() -> queries.overlapBox(1, 0, 0, 0, ALL, Bodies.NONE, found));
    refused(() -> queries.overlap(shape, 0, nan, 1, 0, ALL, Bodies.NONE, found));
    refused(() -> queries.nearest(0, 0, nan, ALL, Bodies.NONE, hit));
  }

  private static void refused(Runnable query) {
    assertThrows(IllegalArgumentException.class, query::run);
  }
}
