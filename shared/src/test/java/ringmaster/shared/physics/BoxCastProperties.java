package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

class BoxCastProperties {
  @Test
  void sidesCornersAndMisses() {
    assertEquals(0.25f, BoxCast.fraction(-2, 0, 4, 0, 1, 1));
    assertEquals(0.25f, BoxCast.fraction(-2, 1, 4, 0, 1, 1), "along a side");
    assertEquals(BoxCast.MISS, BoxCast.fraction(-2, 1.1f, 4, 0, 1, 1));
    assertEquals(BoxCast.MISS, BoxCast.fraction(-2, 0, -4, 0, 1, 1), "away");
    assertEquals(BoxCast.MISS, BoxCast.fraction(-2, 0, 0.9f, 0, 1, 1), "too short");
    assertEquals(0, BoxCast.fraction(0.5f, -0.5f, 4, 3, 1, 1), "from inside");
    assertEquals(0, BoxCast.fraction(0.5f, -0.5f, 0, 0, 1, 1), "inside, at rest");
    assertEquals(BoxCast.MISS, BoxCast.fraction(3, 0, 0, 0, 1, 1), "outside, at rest");
  }

  /** The physics' own rays meet a body of that shape at the same place. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithRaysAtABody(long seed) {
    Rng rng = new Rng(seed);
    float halfWidth = rng.nextFloat(0.2f, 2);
    float halfHeight = rng.nextFloat(0.2f, 2);
    World world = new World(WorldSettings.fromAbove(1f / 60, 2));
    BodyKind box =
        BodyKind.fixed()
            .part(Shape.box(halfWidth, halfHeight), new Material(1, 0, 0), new Filter(1, -1, 0))
            .build();
    world.bodies().create(box, 0, 0);
    Queries queries = world.newQueries();
    Hit hit = new Hit();
    int met = 0;
    for (int i = 0; i < 10_000; i++) {
      float x = rng.nextFloat(-5, 5);
      float y = rng.nextFloat(-5, 5);
      float wayX = rng.nextFloat(-10, 10);
      float wayY = rng.nextFloat(-10, 10);
      boolean hits = queries.ray(x, y, wayX, wayY, -1, Bodies.NONE, hit);
      float expected = hits ? hit.fraction() : BoxCast.MISS;
      float fraction = BoxCast.fraction(x, y, wayX, wayY, halfWidth, halfHeight);
      assertEquals(expected, fraction, 1e-4f, "seed " + seed + " ray " + i);
      met += hits ? 1 : 0;
    }
    assertEquals(true, met > 500);
  }
}
