package ringmaster.shared.physics;

import java.nio.ByteBuffer;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;

/** A world to try the engine in, with what most trials need: a floor, kinds, sums over bodies. */
final class Lab {
  static final float STEP_SECONDS = 1f / 60;
  static final float GRAVITY = 10;
  static final Material STONE = new Material(1, 0.6f, 0);
  static final Material ICE = new Material(1, 0, 0);

  private static final int SAVE_BYTES = 1 << 22;

  final World world;
  final Bodies bodies;
  final Joints joints;

  private Lab(float gravityY, float stepSeconds, boolean sleep) {
    world = new World(new WorldSettings(0, gravityY, stepSeconds, 16, sleep));
    bodies = world.bodies();
    joints = world.joints();
  }

  /** Seen from above; nobody sleeps. */
  static Lab fromAbove() {
    return new Lab(0, STEP_SECONDS, false);
  }

  /** Gravity pulls down; nobody sleeps. */
  static Lab fromTheSide() {
    return fromTheSide(STEP_SECONDS);
  }

  static Lab fromTheSide(float stepSeconds) {
    return new Lab(-GRAVITY, stepSeconds, false);
  }

  /** Gravity pulls down; who rests long enough sleeps. */
  static Lab withSleep() {
    return new Lab(-GRAVITY, STEP_SECONDS, true);
  }

  static BodyKind fixed(Shape shape, Material material) {
    return BodyKind.fixed().part(shape, material).build();
  }

  static BodyKind moving(Shape shape, Material material) {
    return BodyKind.dynamic().part(shape, material).build();
  }

  /** 200 m wide, its top at height 0. */
  long floor(Material material) {
    return bodies.create(fixed(Shape.box(100, 1), material), 0, -1);
  }

  long floor() {
    return floor(STONE);
  }

  long add(BodyKind kind, float x, float y) {
    return bodies.create(kind, x, y);
  }

  long add(Shape shape, Material material, float x, float y) {
    return add(moving(shape, material), x, y);
  }

  /** A stone box of one metre. */
  long crate(float x, float y) {
    return add(Shape.box(0.5f, 0.5f), STONE, x, y);
  }

  /** A stone ball of one metre. */
  long ball(float x, float y) {
    return add(Shape.circle(0.5f), STONE, x, y);
  }

  long fly(BodyKind kind, float x, float y, float velocityX, float velocityY) {
    long body = add(kind, x, y);
    bodies.setVelocity(body, velocityX, velocityY, 0);
    return body;
  }

  void steps(int count) {
    for (int step = 0; step < count; step++) {
      world.step();
    }
  }

  void seconds(float seconds) {
    steps(Math.round(seconds / world.settings.stepSeconds()));
  }

  double speed(long body) {
    return Math.hypot(bodies.velocityX(body), bodies.velocityY(body));
  }

  /** Kilogram metres per second. */
  double momentumX() {
    double sum = 0;
    for (int slot = 0; slot < bodies.slots(); slot++) {
      sum += mass(slot) * bodies.motion[slot * Bodies.MOTION];
    }
    return sum;
  }

  double momentumY() {
    double sum = 0;
    for (int slot = 0; slot < bodies.slots(); slot++) {
      sum += mass(slot) * bodies.motion[slot * Bodies.MOTION + 1];
    }
    return sum;
  }

  /** About the origin, kilogram square metres per second. */
  double angularMomentum() {
    double sum = 0;
    for (int slot = 0; slot < bodies.slots(); slot++) {
      int at = slot * Bodies.MOTION;
      double x = bodies.pose[slot * Bodies.POSE];
      double y = bodies.pose[slot * Bodies.POSE + 1];
      sum += mass(slot) * (x * bodies.motion[at + 1] - y * bodies.motion[at]);
      sum += inertia(slot) * bodies.motion[at + 2];
    }
    return sum;
  }

  /** Of motion and height, joules. */
  double energy() {
    double sum = 0;
    for (int slot = 0; slot < bodies.slots(); slot++) {
      int at = slot * Bodies.MOTION;
      double vx = bodies.motion[at];
      double vy = bodies.motion[at + 1];
      double spin = bodies.motion[at + 2];
      double y = bodies.pose[slot * Bodies.POSE + 1];
      sum += mass(slot) * ((vx * vx + vy * vy) / 2 - world.settings.gravityY() * y);
      sum += inertia(slot) * spin * spin / 2;
    }
    return sum;
  }

  private double mass(int slot) {
    long body = bodies.at(slot);
    return body == Bodies.NONE ? 0 : bodies.kind(body).massKilograms();
  }

  private double inertia(int slot) {
    long body = bodies.at(slot);
    return body == Bodies.NONE ? 0 : bodies.kind(body).inertia();
  }

  /** The deepest overlap of parts that push each other, metres. */
  float penetrationMeters() {
    float deepest = 0;
    for (int contact = 0; contact < world.contacts.count; contact++) {
      if (world.contacts.touches(contact) && !world.contacts.sensor(contact)) {
        deepest = Math.max(deepest, penetrationMeters(contact));
      }
    }
    return deepest;
  }

  private float penetrationMeters(int contact) {
    int a = world.contacts.bodyA[contact] * Bodies.POSE;
    int b = world.contacts.bodyB[contact] * Bodies.POSE;
    float[] p = bodies.pose;
    float dx = p[b] - p[a];
    float dy = p[b + 1] - p[a + 1];
    float c = p[a + 2];
    float s = p[a + 3];
    Manifold manifold = new Manifold();
    Collide.collide(
        bodies.parts,
        bodies.shapes.part[world.contacts.shapeA[contact]],
        bodies.shapes.part[world.contacts.shapeB[contact]],
        c * dx + s * dy,
        c * dy - s * dx,
        c * p[b + 2] + s * p[b + 3],
        c * p[b + 3] - s * p[b + 2],
        manifold);
    float least = manifold.count > 0 ? manifold.separation0 : 0;
    return -(manifold.count > 1 ? Math.min(least, manifold.separation1) : least);
  }

  /** Whether every pose and velocity is a number, and every direction a unit vector. */
  boolean sound() {
    for (int slot = 0; slot < bodies.slots(); slot++) {
      long body = bodies.at(slot);
      if (body != Bodies.NONE && !sound(body)) {
        return false;
      }
    }
    return true;
  }

  private boolean sound(long body) {
    float cos = bodies.cos(body);
    float sin = bodies.sin(body);
    return Math.abs(bodies.x(body)) <= Limits.MAX_COORDINATE_METERS
        && Math.abs(bodies.y(body)) <= Limits.MAX_COORDINATE_METERS
        && Math.abs(cos * cos + sin * sin - 1) < 1e-3f
        && Float.isFinite(bodies.velocityX(body))
        && Float.isFinite(bodies.velocityY(body))
        && Float.isFinite(bodies.spin(body));
  }

  static byte[] save(World world) {
    ByteBuffer bytes = ByteBuffer.allocate(SAVE_BYTES);
    world.visit(new StateWriter(bytes));
    byte[] saved = new byte[bytes.position()];
    bytes.flip().get(saved);
    return saved;
  }

  static void restore(World world, byte[] saved) {
    StateReader reader = new StateReader(ByteBuffer.wrap(saved));
    world.visit(reader);
    reader.end();
  }
}
