package ringmaster.shared.physics;

import java.util.List;
import ringmaster.shared.math.Rng;

/**
 * Calls at random to a world, of all that a game may do: the same seed and the same world, the same
 * calls. What is chosen depends on the dice and on what the world tells of itself.
 */
final class Antics {
  private static final float STEP_SECONDS = 1f / 60;
  private static final float HALF_ROOM_METERS = 9;
  private static final int FEWEST = 20;
  private static final int CALLS_PER_STEP = 4;
  private static final int MAX_JOINTS = 30;

  private static final Material WOOD = new Material(2, 0.5f, 0.1f);
  private static final Material RUBBER = new Material(1, 0.8f, 0.9f);
  private static final Filter SHY = new Filter(1, -1, -3);

  private static final BodyKind ROOM =
      BodyKind.fixed()
          .chain(Shape.chain(true, -10, -10, -10, 10, 10, 10, 10, -10, 0, -9), WOOD, Filter.ALL)
          .sensor(Shape.box(2, 2), Filter.ALL)
          .build();

  private static final List<BodyKind> KINDS =
      List.of(
          moving(Shape.circle(0.4f)).build(),
          moving(Shape.box(0.4f, 0.4f)).build(),
          moving(Shape.box(0.6f, 0.2f)).build(),
          moving(Shape.capsule(-0.4f, 0, 0.4f, 0, 0.2f)).build(),
          moving(Shape.polygon(0.05f, -0.4f, -0.3f, 0.4f, -0.3f, 0, 0.4f)).build(),
          moving(Shape.box(0.3f, 0.1f, 0.1f)).damping(1, 2).build(),
          moving(Shape.circle(0.2f)).bullet().build(),
          moving(Shape.box(0.3f, 0.3f)).upright().build(),
          moving(Shape.circle(0.3f)).sleepless().gravityScale(-0.2f).build(),
          BodyKind.dynamic().part(Shape.circle(0.3f), RUBBER).build(),
          BodyKind.dynamic().part(Shape.box(0.3f, 0.3f), WOOD, SHY).build(),
          moving(Shape.box(0.6f, 0.1f)).part(Shape.circle(0, 0.4f, 0.3f), RUBBER).build(),
          moving(Shape.circle(0.2f)).sensor(Shape.circle(0.8f), Filter.ALL).build(),
          moving(Shape.box(0.5f, 0.5f)).massKilograms(100).build(),
          BodyKind.kinematic().part(Shape.box(1, 0.2f), WOOD).build(),
          BodyKind.fixed().part(Shape.segment(-1, 0, 1, 0.3f), WOOD).build(),
          BodyKind.fixed().part(Shape.box(0.6f, 0.6f), WOOD).build());

  private static BodyKind.Builder moving(Shape shape) {
    return BodyKind.dynamic().part(shape, WOOD);
  }

  private final Rng rng;
  private final int most;

  /**
   * @param most bodies there will be, about
   */
  Antics(long seed, int most) {
    this(new Rng(seed), most);
  }

  private Antics(Rng rng, int most) {
    this.rng = rng;
    this.most = most;
  }

  /** Goes on as this one does. */
  Antics copy() {
    return new Antics(new Rng(rng.state()), most);
  }

  static World world(boolean sleep) {
    return new World(new WorldSettings(0.5f, -10, STEP_SECONDS, 8, sleep));
  }

  /** Fills an empty world half. */
  void populate(World world) {
    world.bodies().create(ROOM, 0, 0);
    for (int i = 0; i < (FEWEST + most) / 2; i++) {
      create(world);
    }
  }

  /** Makes the calls before a step. */
  void act(World world) {
    for (int call = 0; call < CALLS_PER_STEP; call++) {
      call(world);
    }
  }

  private void call(World world) {
    switch (rng.nextInt(16)) {
      case 0 -> createUnlessFull(world);
      case 1 -> destroyUnlessFew(world);
      case 2, 3 -> join(world);
      case 4 -> unjoin(world);
      case 5 -> setJoint(world);
      case 6 -> tag(world);
      default -> push(world.bodies(), any(world.bodies()));
    }
  }

  private float place() {
    return rng.nextFloat(-HALF_ROOM_METERS, HALF_ROOM_METERS);
  }

  private void create(World world) {
    double angle = rng.nextFloat(0, 6);
    world
        .bodies()
        .create(
            KINDS.get(rng.nextInt(KINDS.size())),
            place(),
            place(),
            (float) StrictMath.cos(angle),
            (float) StrictMath.sin(angle));
  }

  private void createUnlessFull(World world) {
    if (world.bodies().count() < most) {
      create(world);
    }
  }

  private void destroyUnlessFew(World world) {
    long body = any(world.bodies());
    if (world.bodies().count() > FEWEST && (int) body != 0) {
      world.bodies().destroy(body);
    }
  }

  private long any(Bodies bodies) {
    int slot = rng.nextInt(bodies.slots());
    while (bodies.at(slot) == Bodies.NONE) {
      slot = (slot + 1) % bodies.slots();
    }
    return bodies.at(slot);
  }

  private void tag(World world) {
    world.bodies().setTag(any(world.bodies()), rng.nextInt(1_000));
  }

  private void push(Bodies bodies, long body) {
    if ((int) body == 0) {
      return;
    }
    float x = rng.nextFloat(-1, 1);
    float y = rng.nextFloat(-1, 1);
    switch (rng.nextInt(9)) {
      case 0 -> bodies.applyForce(body, 200 * x, 200 * y);
      case 1 -> bodies.applyForceAt(body, 200 * x, 200 * y, bodies.x(body), bodies.y(body) + x);
      case 2 -> bodies.applyTorque(body, 100 * x);
      case 3 -> bodies.applyImpulse(body, 5 * x, 5 * y);
      case 4 -> bodies.applyImpulseAt(body, 5 * x, 5 * y, bodies.x(body) + y, bodies.y(body));
      case 5 -> bodies.applyAngularImpulse(body, 3 * x);
      case 6 -> bodies.setVelocity(body, 20 * x, 20 * y, 10 * x);
      case 7 -> bodies.wake(body);
      default -> teleport(bodies, body);
    }
  }

  /** Onto another body now and then. */
  private void teleport(Bodies bodies, long body) {
    long onto = any(bodies);
    boolean near = rng.nextBoolean(0.5f);
    float x = near ? bodies.x(onto) : place();
    float y = near ? bodies.y(onto) : place();
    bodies.setPose(body, x, y, bodies.sin(body), bodies.cos(body));
  }

  private void join(World world) {
    Bodies bodies = world.bodies();
    long a = any(bodies);
    long b = any(bodies);
    float x = bodies.x(b);
    float y = bodies.y(b);
    boolean moves = bodies.kind(b).type() == BodyType.DYNAMIC;
    if (a == b || !moves || world.joints().count() >= MAX_JOINTS) {
      return;
    }
    Joints joints = world.joints();
    float ax = bodies.x(a);
    float ay = bodies.y(a);
    switch (rng.nextInt(6)) {
      case 0 -> joints.create(DistanceJoint.rod(1), a, b, ax, ay, x, y);
      case 1 -> joints.create(DistanceJoint.rope(3).colliding(), a, b, ax, ay, x, y);
      case 2 -> joints.create(DistanceJoint.spring(2, 3, 0.3f), a, b, ax, ay, x, y);
      case 3 -> joints.create(RevoluteJoint.FREE.motor(5, 30).limits(-1, 2), a, b, x, y);
      case 4 -> joints.create(WeldJoint.bending(4, 0.5f), a, b, x, y);
      default -> joints.create(new MouseJoint(3, 0.7f, 400), b, x, y);
    }
  }

  private void unjoin(World world) {
    long joint = anyJoint(world.joints());
    if (joint != Joints.NONE) {
      world.joints().destroy(joint);
    }
  }

  private long anyJoint(Joints joints) {
    return joints.slots() == 0 ? Joints.NONE : joints.at(rng.nextInt(joints.slots()));
  }

  private void setJoint(World world) {
    Joints joints = world.joints();
    long joint = anyJoint(joints);
    if (joint == Joints.NONE) {
      return;
    }
    float value = rng.nextFloat(-1, 1);
    switch (joints.type[(int) joint]) {
      case Joints.DISTANCE -> joints.setRange(joint, 0.5f, 3 + value);
      case Joints.REVOLUTE -> joints.setMotor(joint, 9 * value, 50);
      case Joints.MOUSE -> joints.setTarget(joint, 5 * value, place());
      default -> joints.destroy(joint);
    }
  }
}
