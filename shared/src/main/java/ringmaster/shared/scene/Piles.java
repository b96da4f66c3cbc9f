package ringmaster.shared.scene;

import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;

/**
 * Boxes upon boxes, and boxes shot at. {@link #pyramid} and {@link #smash} are scenes of Box2D v3's
 * own benchmark (Erin Catto, MIT).
 */
final class Piles {
  private static final Material STONE = new Material(1, 0.6f, 0);
  private static final Material HEAVY = new Material(100, 0.6f, 0);
  private static final Material HITTER = new Material(8, 0.6f, 0);

  private static final BodyKind FLOOR = BodyKind.fixed().part(Shape.box(100, 1), STONE).build();

  private Piles() {}

  private static BodyKind box(float sideMeters, Material material) {
    return BodyKind.dynamic().part(Shape.box(sideMeters / 2, sideMeters / 2), material).build();
  }

  /** Boxes of a metre, each on two of the row below, touching their neighbours. */
  static Scene.Content pyramid(int rows) {
    BodyKind block = box(1, STONE);
    return (stage, world) -> {
      stage.add(FLOOR, 0, -1);
      for (int row = 0; row < rows; row++) {
        for (int i = row; i < rows; i++) {
          stage.add(block, i - 0.5f * (row + rows - 1), row + 0.5f);
        }
      }
    };
  }

  /** A wall of small boxes that touch, and what comes flying at it. */
  static Scene.Content smash(int columns, int rows) {
    float sideMeters = 0.4f;
    BodyKind block = box(sideMeters, STONE);
    BodyKind hitter = box(8, HITTER);
    return (stage, world) -> {
      int flying = stage.add(hitter, -5, 0);
      stage.setVelocity(flying, 40, 0, 0);
      for (int column = 0; column < columns; column++) {
        for (int row = 0; row < rows; row++) {
          stage.add(block, (column + 0.5f) * sideMeters, (row + 0.5f - 0.5f * rows) * sideMeters);
        }
      }
    };
  }

  /** A tower one box wide. */
  static Scene.Content stack(int boxes) {
    BodyKind block = box(1, STONE);
    return (stage, world) -> {
      stage.add(FLOOR, 0, -1);
      for (int i = 0; i < boxes; i++) {
        stage.add(block, 0, i + 0.5f);
      }
    };
  }

  /** A hundred times its weight upon a box. */
  static Scene.Content massRatio() {
    BodyKind light = box(1, STONE);
    BodyKind heavy = box(1, HEAVY);
    return (stage, world) -> {
      stage.add(FLOOR, 0, -1);
      stage.add(light, 0, 0.5f);
      stage.add(heavy, 0, 1.5f);
    };
  }
}
