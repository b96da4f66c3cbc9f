package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** What moves along a chain meets the same as if the chain were one body. */
final class CollideChainProperties {
  private static final double ROUNDING_METERS = 5e-5;

  /** Runs to the left, so that it is open above. */
  private static final List<Shape> FLOOR =
      Shape.chain(false, 3, 0, 2.5f, 0, 1, 0, 0.2f, 0, 0, 0, -1, 0, -2, 0, -3, 0);

  private static Shape moving(Rng rng) {
    return switch (rng.nextInt(4)) {
      case 0 -> Shape.circle(rng.nextFloat(0.1f, 0.5f));
      case 1 -> Shape.capsule(-0.3f, 0, 0.4f, 0, rng.nextFloat(0.1f, 0.3f));
      case 2 -> Shape.box(rng.nextFloat(0.1f, 0.5f), 0.3f, 0.05f);
      default -> RandomShapes.polygon(rng, 0);
    };
  }

  private static List<PartPair> against(List<Shape> chain, Shape moving) {
    List<PartPair> pairs = new ArrayList<>();
    chain.forEach(segment -> pairs.add(new PartPair(segment, moving)));
    return pairs;
  }

  /** How low the lowest point of a shape reaches below its origin. */
  private static float depth(Shape shape, double angle) {
    SlowCore turned = SlowCore.of(shape, 0, 0, Math.cos(angle), Math.sin(angle));
    double least = Double.MAX_VALUE;
    for (double y : turned.y) {
      least = Math.min(least, y);
    }
    return (float) (shape.radiusMeters() - least);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatSlidesOnAStraightChainIsPushedStraightUpAllTheWay(long seed) {
    Rng rng = new Rng(seed);
    for (int i = 0; i < 200; i++) {
      Shape moving = moving(rng);
      List<PartPair> pairs = against(FLOOR, moving);
      double angle = rng.nextBoolean(0.3f) ? 0 : rng.nextFloat(-3, 3);
      float gap = rng.nextFloat(-0.019f, 0.019f);
      for (float x = -1.5f; x < 1.5f; x += 0.013f) {
        double least = Double.MAX_VALUE;
        for (PartPair pair : pairs) {
          Placed placed = Placed.at(pair, x, depth(moving, angle) + gap, angle);
          Manifold found = placed.collide();
          if (found.count > 0) {
            assertEquals(1, found.normalY, 1e-4, placed::toString);
            least = Math.min(least, found.separation0);
            least = found.count == 2 ? Math.min(least, found.separation1) : least;
          }
        }
        assertEquals(
            gap, least, ROUNDING_METERS, "seed " + seed + ", " + moving.type() + " at " + x);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aChainAboutAnIslandIsMetLikeTheIsland(long seed) {
    Rng rng = new Rng(seed);
    int touching = 0;
    for (int i = 0; i < 400; i++) {
      Shape island = RandomShapes.polygon(rng, 0);
      Shape moving = moving(rng);
      PartPair whole = new PartPair(island, moving);
      List<PartPair> pairs = against(Shape.chain(true, island.coordinates()), moving);
      for (int k = 0; k < 30; k++) {
        double gap = rng.nextFloat(-0.02f, 0.019f);
        double direction = rng.nextFloat(0, 6);
        Placed placed = Placed.inDirection(whole, direction, rng.nextFloat(0, 6), gap);
        if (Math.abs(placed.coreA().distance(placed.coreB())) > 2 * Collide.TOUCHING_METERS) {
          assertSame(placed, pairs);
          touching++;
        }
      }
    }
    assertTrue(touching > 5000, "only " + touching + " touched");
  }

  private static void assertSame(Placed placed, List<PartPair> pairs) {
    double least = Double.MAX_VALUE;
    for (PartPair pair : pairs) {
      Manifold found =
          new Placed(pair, placed.x(), placed.y(), placed.cos(), placed.sin()).collide();
      for (int point = 0; point < found.count; point++) {
        least = Math.min(least, point == 0 ? found.separation0 : found.separation1);
      }
      if (found.count > 0) {
        double along = placed.coreA().separation(placed.coreB(), found.normalX, found.normalY);
        double core = placed.coreA().distance(placed.coreB());
        assertEquals(core, along, Collide.TOUCHING_METERS + ROUNDING_METERS, placed + " " + pair);
      }
    }
    assertEquals(placed.gap(), least, 2 * Collide.TOUCHING_METERS, placed::toString);
  }
}
