package ringmaster.shared.physics;

import java.nio.ByteBuffer;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;

/** A world of bodies that only joints and gravity move: bodies pass through each other. */
final class JointScene {
  static final float STEP_SECONDS = 1f / 60;
  static final Material WOOD = new Material(100, 0.5f, 0);

  private static final Filter NOTHING = new Filter(1, 0, 0);
  private static final BodyKind WALL =
      BodyKind.fixed().part(Shape.box(0.1f, 0.1f), WOOD, NOTHING).build();

  final World world;
  final Bodies bodies;
  final Joints joints;

  private JointScene(float gravityY) {
    world = new World(new WorldSettings(0, gravityY, STEP_SECONDS, 16, false));
    bodies = world.bodies();
    joints = world.joints();
  }

  /** Seen from above. */
  static JointScene weightless() {
    return new JointScene(0);
  }

  static JointScene withGravity() {
    return new JointScene(-10);
  }

  long wall(float x, float y) {
    return bodies.create(WALL, x, y);
  }

  long ball(float x, float y, float kilograms) {
    return bodies.create(ballKind(kilograms), x, y);
  }

  /** Of 0.2 m radius. */
  static BodyKind ballKind(float kilograms) {
    return BodyKind.dynamic()
        .part(Shape.circle(0.2f), WOOD, NOTHING)
        .massKilograms(kilograms)
        .build();
  }

  long box(float x, float y, float halfWidth, float halfHeight, float kilograms) {
    return bodies.create(
        BodyKind.dynamic()
            .part(Shape.box(halfWidth, halfHeight), WOOD, NOTHING)
            .massKilograms(kilograms)
            .build(),
        x,
        y);
  }

  void seconds(float seconds) {
    for (int step = 0; step < Math.round(seconds / STEP_SECONDS); step++) {
      step();
    }
  }

  void step() {
    world.step();
  }

  /** Makes this scene what another is, by way of bytes. */
  void restore(JointScene other) {
    ByteBuffer saved = ByteBuffer.allocate(1 << 16);
    other.world.visit(new StateWriter(saved));
    StateReader reader = new StateReader(saved.flip());
    world.visit(reader);
    reader.end();
  }

  long hash() {
    return world.hash();
  }

  /** Of motion and height, joules. */
  double energy(long... moving) {
    double energy = 0;
    for (long body : moving) {
      BodyKind kind = bodies.kind(body);
      double vx = bodies.velocityX(body);
      double vy = bodies.velocityY(body);
      double spin = bodies.spin(body);
      energy += kind.massKilograms() * (vx * vx + vy * vy) / 2 + kind.inertia() * spin * spin / 2;
      energy -= kind.massKilograms() * world.settings.gravityY() * bodies.y(body);
    }
    return energy;
  }
}
