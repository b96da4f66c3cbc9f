package ringmaster.server.bench.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.scene.Stage;
import ringmaster.shared.scene.WorldStage;

/** The judge of all engines: overlaps that can be told from the numbers. */
final class PenetrationTest {
  private static final double EXACT = 1e-6;
  private static final Material STONE = new Material(1, 0.6f, 0);

  private static Shape shape(String name) {
    return switch (name) {
      case "box" -> Shape.box(1, 1);
      case "roundBox" -> Shape.box(0.5f, 0.5f, 0.5f);
      case "circle" -> Shape.circle(1);
      case "capsule" -> Shape.capsule(-1, 0, 1, 0, 0.5f);
      case "chain" -> Shape.chain(false, 3, 0, -3, 0).getFirst();
      case "segment" -> Shape.segment(-3, 0, 3, 0);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Stage stage() {
    return new WorldStage(Scenes.find("stack").orElseThrow());
  }

  private static BodyKind moving(Shape shape) {
    return BodyKind.dynamic().part(shape, STONE).massKilograms(1).build();
  }

  private static BodyKind fixed(Shape shape) {
    return BodyKind.fixed().part(shape, STONE).build();
  }

  @ParameterizedTest
  @CsvSource({
    // one at the origin, another at x, y; how deep
    "box, box, 1.9, 0, 0.1",
    "box, box, 1.9, 1.7, 0.1",
    "box, box, 2.1, 0, 0",
    "box, box, 2.1, 2.1, 0",
    "box, circle, 0, 1.75, 0.25",
    "box, circle, 1.6, 1.8, 0",
    "box, circle, 1.3, 1.4, 0.5",
    "roundBox, circle, 0, 1.75, 0.25",
    "roundBox, circle, 1.3, 1.1, 0.5",
    "circle, circle, 0.9, 1.2, 0.5",
    "circle, circle, 3, 0, 0",
    "capsule, circle, 0.5, 1.25, 0.25",
    "capsule, circle, 2.25, 0, 0.25",
    "capsule, capsule, 0.5, 0.75, 0.25",
    "chain, box, 0, 0.875, 0.125",
    "segment, box, 0, -0.875, 0.125",
    "segment, circle, 3.6, 0.8, 0",
    "segment, circle, 3.3, 0.4, 0.5",
    "segment, capsule, 0, 0.375, 0.125"
  })
  void twoShapesOverlapBySoMuch(String one, String other, float x, float y, double meters) {
    Stage stage = stage();
    stage.add(fixed(shape(one)), 0, 0);
    stage.add(moving(shape(other)), x, y);
    assertEquals(meters, Penetration.greatestMeters(stage), EXACT);
  }

  /** A box on its corner reaches sqrt(2) down. */
  @Test
  void aBodyIsJudgedAsItStands() {
    Stage stage = stage();
    float half = (float) Math.sqrt(0.5);
    stage.add(fixed(shape("box")), 0, 0);
    stage.add(moving(shape("box")), 0, 2, half, half);
    assertEquals(Math.sqrt(2) - 1, Penetration.greatestMeters(stage), EXACT);
  }

  @Test
  void theDeepestOfManyCounts() {
    Stage stage = stage();
    for (int i = 0; i < 20; i++) {
      stage.add(moving(shape("circle")), 1.9f * i, 0);
    }
    stage.add(moving(shape("circle")), 9.5f, 1.5f);
    assertEquals(0.5, Penetration.greatestMeters(stage), EXACT);
  }

  @Test
  void partsOfOneBodyAndTwoThatNeverMoveDoNotCount() {
    Stage stage = stage();
    stage.add(fixed(shape("box")), 0, 0);
    stage.add(fixed(shape("box")), 0.5f, 0);
    BodyKind pair =
        BodyKind.dynamic()
            .part(Shape.circle(1), STONE)
            .part(Shape.circle(0.5f, 0, 1), STONE)
            .build();
    stage.add(pair, 20, 0);
    assertEquals(0, Penetration.greatestMeters(stage));
  }

  /**
   * Sliding one of two overlapping polygons out along the best of many directions takes as far as
   * it is deep.
   */
  @Test
  void theDepthIsTheShortestWayOut() {
    long seed = 11;
    System.out.println("seed " + seed);
    Rng rng = new Rng(seed);
    for (int round = 0; round < 50; round++) {
      double angle = rng.nextFloat() * 6.3;
      Outline a = Outline.of(Shape.polygon(0, -0.5f, -0.4f, 0.5f, -0.4f, 0, 0.6f));
      double x = rng.nextFloat(-0.3f, 0.3f);
      double y = rng.nextFloat(-0.3f, 0.3f);
      Outline b = Outline.of(Shape.box(0.5f, 0.3f), x, y, Math.cos(angle), Math.sin(angle));
      assertEquals(shortestWayOut(a, b), Outline.overlapMeters(a, b), 2e-3, "round " + round);
    }
  }

  private static double shortestWayOut(Outline a, Outline b) {
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3_600; i++) {
      double dx = Math.cos(i * 2 * Math.PI / 3_600);
      double dy = Math.sin(i * 2 * Math.PI / 3_600);
      shortest = Math.min(shortest, reach(a, dx, dy) + reach(b, -dx, -dy));
    }
    return shortest;
  }

  private static double reach(Outline outline, double dx, double dy) {
    double furthest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < outline.count(); i++) {
      furthest = Math.max(furthest, outline.x()[i] * dx + outline.y()[i] * dy);
    }
    return furthest;
  }

  @Test
  void anOffsetPolygonHasItsSidesFurtherIn() {
    Outline smaller = Outline.of(Shape.box(1, 0.5f)).offset(-0.25);
    assertEquals(
        0, Outline.overlapMeters(smaller, Outline.of(Shape.box(1, 1), 1.75, 0, 1, 0)), EXACT);
    assertEquals(
        0, Outline.overlapMeters(smaller, Outline.of(Shape.box(1, 1), 0, 1.25, 1, 0)), EXACT);
  }
}
