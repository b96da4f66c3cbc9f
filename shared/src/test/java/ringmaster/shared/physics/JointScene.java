package ringmaster.shared.physics;

import java.nio.ByteBuffer;
import ringmaster.shared.state.StateHash;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;

/** A world of bodies that only joints and gravity move: bodies pass through each other. */
final class JointScene {
  static final float STEP_SECONDS = 1f / 60;
  static final Material WOOD = new Material(100, 0.5f, 0);

  private static final int SUBSTEPS = 4;
  private static final BodyKind WALL =
      BodyKind.fixed().part(Shape.box(0.1f, 0.1f), WOOD, Filter.ALL).build();

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
    return BodyKind.dynamic().part(Shape.circle(0.2f), WOOD).massKilograms(kilograms).build();
  }

  long box(float x, float y, float halfWidth, float halfHeight, float kilograms) {
    return bodies.create(
        BodyKind.dynamic()
            .part(Shape.box(halfWidth, halfHeight), WOOD)
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

  /** The part of a world's step that joints take part in. */
  void step() {
    float seconds = STEP_SECONDS / SUBSTEPS;
    for (int joint = 0; joint < joints.end(); joint++) {
      if (joints.present(joint)) {
        joints.prepare(joint, seconds, true);
      }
    }
    for (int substep = 0; substep < SUBSTEPS; substep++) {
      integrateVelocities(seconds);
      warmStart();
      solve(seconds, true);
      integratePositions(seconds);
      solve(seconds, false);
    }
    finish();
  }

  private void integrateVelocities(float seconds) {
    for (int slot = 0; slot < bodies.slots(); slot++) {
      if (bodies.inverseMass[slot] > 0) {
        int at = slot * Bodies.MOTION;
        int force = slot * Bodies.FORCE;
        bodies.motion[at] += seconds * bodies.inverseMass[slot] * bodies.force[force];
        bodies.motion[at + 1] +=
            seconds
                * (world.settings.gravityY() + bodies.inverseMass[slot] * bodies.force[force + 1]);
        bodies.motion[at + 2] += seconds * bodies.inverseInertia[slot] * bodies.force[force + 2];
      }
    }
  }

  private void warmStart() {
    for (int joint = 0; joint < joints.end(); joint++) {
      if (joints.present(joint)) {
        joints.warmStart(joint);
      }
    }
  }

  private void solve(float seconds, boolean useBias) {
    for (int joint = 0; joint < joints.end(); joint++) {
      if (joints.present(joint)) {
        joints.solve(joint, seconds, useBias);
      }
    }
  }

  private void integratePositions(float seconds) {
    float[] motion = bodies.motion;
    for (int slot = 0; slot < bodies.slots(); slot++) {
      int at = slot * Bodies.MOTION;
      motion[at + 4] += seconds * motion[at];
      motion[at + 5] += seconds * motion[at + 1];
      float c = motion[at + 6] - seconds * motion[at + 2] * motion[at + 7];
      float s = motion[at + 7] + seconds * motion[at + 2] * motion[at + 6];
      writeUnit(motion, at + 6, c, s);
    }
  }

  private void finish() {
    float[] motion = bodies.motion;
    float[] pose = bodies.pose;
    for (int slot = 0; slot < bodies.slots(); slot++) {
      int at = slot * Bodies.MOTION;
      int p = slot * Bodies.POSE;
      pose[p] += motion[at + 4];
      pose[p + 1] += motion[at + 5];
      float c = motion[at + 6] * pose[p + 2] - motion[at + 7] * pose[p + 3];
      float s = motion[at + 7] * pose[p + 2] + motion[at + 6] * pose[p + 3];
      writeUnit(pose, p + 2, c, s);
      motion[at + 4] = 0;
      motion[at + 5] = 0;
      motion[at + 6] = 1;
      motion[at + 7] = 0;
      for (int i = 0; i < Bodies.FORCE; i++) {
        bodies.force[slot * Bodies.FORCE + i] = 0;
      }
    }
  }

  private static void writeUnit(float[] row, int at, float c, float s) {
    float scale = 1 / (float) Math.sqrt(c * c + s * s);
    row[at] = c * scale;
    row[at + 1] = s * scale;
  }

  /** Makes this scene, of as many bodies, stand and move as another does, by way of bytes. */
  void restore(JointScene other) {
    System.arraycopy(other.bodies.pose, 0, bodies.pose, 0, bodies.slots() * Bodies.POSE);
    System.arraycopy(other.bodies.motion, 0, bodies.motion, 0, bodies.slots() * Bodies.MOTION);
    ByteBuffer saved = ByteBuffer.allocate(1 << 16);
    other.joints.visit(new StateWriter(saved));
    StateReader reader = new StateReader(saved.flip());
    joints.visit(reader);
    reader.end();
    joints.rebuild();
  }

  long hash() {
    return hash(new StateHash());
  }

  /** Of where everything is and how it moves and all joints. */
  long hash(StateHash hash) {
    hash.reset();
    hash.floats(bodies.pose, bodies.slots() * Bodies.POSE);
    hash.floats(bodies.motion, bodies.slots() * Bodies.MOTION);
    joints.visit(hash);
    return hash.value();
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
