package ringmaster.shared.scene;

import java.util.List;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;

/** Small scenes whose outcome can be told beforehand. */
final class Trials {
  private static final Material STONE = new Material(1, 0.6f, 0);

  private Trials() {}

  /** Balls over one floor, 4 m up, from no bounce at the left to a full one at the right. */
  static Scene.Content restitution(int balls) {
    float radiusMeters = 0.5f;
    return (stage, world) -> {
      stage.add(BodyKind.fixed().part(Shape.box(100, 1), new Material(1, 0, 0)).build(), 0, -1);
      for (int i = 0; i < balls; i++) {
        Material rubber = new Material(1, 0, (float) i / (balls - 1));
        BodyKind ball = BodyKind.dynamic().part(Shape.circle(radiusMeters), rubber).build();
        stage.add(ball, 2 * (i - 0.5f * (balls - 1)), 4 + radiusMeters);
      }
    };
  }

  /**
   * Boxes on ramps that fall 3 m in 4: a friction of 0.75 holds. Ramp and box are of the same
   * material, so that its friction is that of the contact.
   */
  static Scene.Content frictionRamps(float... frictions) {
    float cos = 0.8f;
    float sin = -0.6f;
    float rampHalfMeters = 15;
    return (stage, world) -> {
      for (int i = 0; i < frictions.length; i++) {
        Material material = new Material(1, frictions[i], 0);
        float y = 8f * i;
        BodyKind ramp = BodyKind.fixed().part(Shape.box(rampHalfMeters, 0.5f), material).build();
        BodyKind block = BodyKind.dynamic().part(Shape.box(0.5f, 0.5f), material).build();
        stage.add(ramp, 0, y, cos, sin);
        // Ten metres up the ramp, and a metre off its middle along the normal.
        stage.add(block, -10 * cos - sin, y - 10 * sin + cos, cos, sin);
      }
    };
  }

  /** A ball the size of a fist at 300 m/s, five metres a step, against a wall of a centimetre. */
  static Scene.Content bulletWall() {
    BodyKind wall = BodyKind.fixed().part(Shape.box(0.005f, 5), STONE).build();
    BodyKind bullet =
        BodyKind.dynamic().part(Shape.circle(0.05f), new Material(10, 0.2f, 0)).bullet().build();
    return (stage, world) -> {
      stage.add(wall, 0, 0);
      int flying = stage.add(bullet, -13, 0);
      stage.setVelocity(flying, 300, 0, 0);
    };
  }

  /** Every kind of shape falls into a bowl made of a chain. */
  static Scene.Content rain(int drops) {
    BodyKind bowl =
        BodyKind.fixed()
            .chain(
                Shape.chain(false, 22, 20, 16, 3, 6, 0, -6, 0, -16, 3, -22, 20), STONE, Filter.ALL)
            .build();
    List<BodyKind> kinds = drops();
    int across = 16;
    return (stage, world) -> {
      Rng rng = new Rng(Rng.mix(world));
      stage.add(bowl, 0, 0);
      for (int i = 0; i < drops; i++) {
        int aim = rng.nextInt(AimTable.ANGLES);
        float x = 1.6f * (i % across - 0.5f * (across - 1)) + rng.nextFloat(-0.1f, 0.1f);
        float y = 5 + 1.8f * (i / across);
        stage.add(kinds.get(i % kinds.size()), x, y, AimTable.cos(aim), AimTable.sin(aim));
      }
    };
  }

  private static List<BodyKind> drops() {
    return List.of(
        drop(Shape.circle(0.4f)),
        drop(Shape.capsule(-0.4f, 0, 0.4f, 0, 0.25f)),
        drop(Shape.box(0.45f, 0.45f)),
        drop(Shape.box(0.4f, 0.2f, 0.1f)),
        drop(Shape.polygon(0, -0.5f, -0.4f, 0.5f, -0.4f, 0, 0.5f)),
        drop(octagon()),
        BodyKind.dynamic()
            .part(Shape.box(0.6f, 0.15f), STONE)
            .part(Shape.polygon(0, -0.15f, 0.15f, 0.15f, 0.15f, 0.15f, 0.7f, -0.15f, 0.7f), STONE)
            .build());
  }

  private static BodyKind drop(Shape shape) {
    return BodyKind.dynamic().part(shape, STONE).build();
  }

  private static Shape octagon() {
    float[] corners = new float[2 * Shape.MAX_POINTS];
    for (int i = 0; i < Shape.MAX_POINTS; i++) {
      int aim = i * AimTable.ANGLES / Shape.MAX_POINTS;
      corners[2 * i] = 0.5f * AimTable.cos(aim);
      corners[2 * i + 1] = 0.5f * AimTable.sin(aim);
    }
    return Shape.polygon(0, corners);
  }
}
