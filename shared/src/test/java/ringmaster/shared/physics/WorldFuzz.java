package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/**
 * The greatest, the least and the oddest that is allowed never makes a world fall apart; what is
 * not allowed is refused and leaves no trace. {@code -Dringmaster.fuzz.worlds=10000} for a long
 * run.
 */
final class WorldFuzz {
  private static final int WORLDS = Integer.getInteger("ringmaster.fuzz.worlds", 60);
  private static final int STEPS = 60;
  private static final int MOST_BODIES = 24;
  private static final int MOST_JOINTS = 16;
  private static final int CALLS_PER_STEP = 3;

  private static LongStream seeds() {
    return LongStream.range(0, WORLDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsAllowedIsSurvived(long seed) {
    new Extremes(seed).run();
  }

  /** A world in which everything is as far out as it may be. */
  private static final class Extremes {
    private final long seed;
    private final Rng rng;
    private final World world;
    private final Bodies bodies;
    private final Joints joints;
    private final BodyKind[] kinds = new BodyKind[6];

    Extremes(long seed) {
      this.seed = seed;
      rng = new Rng(seed);
      float[] seconds = {1f / 240, 1f / 60, 1f / 20};
      world =
          new World(
              new WorldSettings(
                  upTo(1_000), upTo(1_000), seconds[rng.nextInt(3)], 4, rng.nextBoolean(0.5f)));
      bodies = world.bodies();
      joints = world.joints();
    }

    /** Of either sign, often the greatest or nearly nothing. */
    private float upTo(float most) {
      return switch (rng.nextInt(6)) {
        case 0 -> most;
        case 1 -> -most;
        case 2 -> 1e-30f;
        case 3 -> -0f;
        case 4 -> most * 1e-3f;
        default -> rng.nextFloat(-most, most);
      };
    }

    private float positive(float least, float most) {
      return Math.max(least, Math.abs(upTo(most)));
    }

    private BodyKind kind() {
      while (true) {
        try {
          return randomKind();
        } catch (IllegalArgumentException e) {
          // Too large, too light or too heavy for its type: another one.
          assertFalse(String.valueOf(e.getMessage()).isBlank());
        }
      }
    }

    private BodyKind randomKind() {
      BodyKind.Builder kind = BodyKind.of(BodyType.values()[rng.nextInt(9) % 4 % 3]);
      for (int part = rng.nextInt(3); part >= 0; part--) {
        Shape shape = rng.nextBoolean(0.5f) ? RandomShapes.odd(rng) : RandomShapes.any(rng);
        Material material = new Material(positive(0, 1e6f), positive(0, 100), Math.abs(upTo(1)));
        if (rng.nextInt(8) == 0) {
          kind.sensor(shape, Filter.ALL);
        } else {
          kind.part(shape, material);
        }
      }
      kind.damping(positive(0, 1e4f), positive(0, 1e4f)).gravityScale(upTo(1e3f));
      if (rng.nextBoolean(0.3f)) {
        kind.bullet();
      }
      if (rng.nextBoolean(0.2f)) {
        kind.upright();
      }
      if (rng.nextBoolean(0.4f)) {
        kind.massKilograms(positive(Limits.MIN_MASS_KILOGRAMS, Limits.MAX_MASS_KILOGRAMS));
      }
      return kind.build();
    }

    void run() {
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = kind();
      }
      for (int step = 0; step < STEPS; step++) {
        for (int call = 0; call < CALLS_PER_STEP; call++) {
          call();
        }
        world.step();
        assertSound(step);
      }
    }

    private void assertSound(int step) {
      for (int slot = 0; slot < bodies.slots(); slot++) {
        long body = bodies.at(slot);
        if (body != Bodies.NONE) {
          String where = "seed " + seed + ", step " + step + ", body " + slot;
          float x = bodies.x(body);
          float y = bodies.y(body);
          float unit = bodies.cos(body) * bodies.cos(body) + bodies.sin(body) * bodies.sin(body);
          assertTrue(Math.abs(x) <= Limits.MAX_COORDINATE_METERS, where + " at x " + x);
          assertTrue(Math.abs(y) <= Limits.MAX_COORDINATE_METERS, where + " at y " + y);
          assertTrue(Math.abs(unit - 1) < 1e-3f, where + " faces no direction");
          double speed = Math.hypot(bodies.velocityX(body), bodies.velocityY(body));
          assertTrue(Double.isFinite(speed), where + " flies at " + speed);
          assertTrue(Float.isFinite(bodies.spin(body)), where + " spins at " + bodies.spin(body));
        }
      }
    }

    private void call() {
      long body = any();
      if (body == Bodies.NONE || (bodies.count() < MOST_BODIES && rng.nextInt(3) == 0)) {
        create();
        return;
      }
      float x = upTo(Limits.MAX_PUSH);
      float y = upTo(Limits.MAX_PUSH);
      float speed = Limits.MAX_SPEED_METERS_PER_SECOND;
      switch (rng.nextInt(14)) {
        case 0 -> bodies.applyForce(body, x, y);
        case 1 -> bodies.applyTorque(body, x);
        case 2 -> bodies.applyImpulse(body, x, y);
        case 3 -> bodies.applyAngularImpulse(body, x);
        case 4, 5 ->
            bodies.setVelocity(
                body, upTo(speed), upTo(speed), upTo(Limits.MAX_SPIN_RADIANS_PER_SECOND));
        case 6 -> bodies.setPose(body, place(), place(), 0, -1);
        case 7 -> {
          long other = any();
          long onto = other == Bodies.NONE ? body : other;
          bodies.setPose(body, bodies.x(onto), bodies.y(onto), bodies.cos(onto), bodies.sin(onto));
        }
        case 8 -> bodies.destroy(body);
        case 9 -> world.takeOut(body);
        case 10, 11 -> join(body, any());
        case 12 -> bodies.applyImpulseAt(body, upTo(1e6f), upTo(1e6f), place(), place());
        default -> unjoin();
      }
    }

    private long any() {
      for (int attempt = 0; attempt < 8 && bodies.slots() > 0; attempt++) {
        long body = bodies.at(rng.nextInt(bodies.slots()));
        if (body != Bodies.NONE) {
          return body;
        }
      }
      return Bodies.NONE;
    }

    private float place() {
      return rng.nextInt(4) == 0 ? upTo(Limits.MAX_COORDINATE_METERS) : rng.nextFloat(-3, 3);
    }

    private void create() {
      bodies.create(kinds[rng.nextInt(kinds.length)], place(), place());
    }

    private void join(long a, long b) {
      boolean joinable =
          a != b
              && b != Bodies.NONE
              && joints.count() < MOST_JOINTS
              && (isDynamic(a) || isDynamic(b));
      if (!joinable) {
        return;
      }
      float hertz = rng.nextBoolean(0.5f) ? 0 : positive(Limits.MIN_HERTZ, Limits.MAX_HERTZ);
      float damping = positive(0, Limits.MAX_DAMPING_RATIO);
      float push = positive(0, Limits.MAX_PUSH);
      switch (rng.nextInt(4)) {
        case 0 -> {
          float least = positive(0, 100);
          float most = least + positive(Limits.MIN_SIZE_METERS, 1_000);
          DistanceJoint joint =
              new DistanceJoint(
                  least, most, positive(0, 100), hertz, damping, upTo(500), push, true);
          joints.create(joint, a, b, place(), place(), place(), place());
        }
        case 1 -> {
          float low = -positive(0, 3);
          RevoluteJoint joint =
              new RevoluteJoint(true, low, positive(0, 3), hertz, damping, upTo(300), push, false);
          joints.create(joint, a, b, place(), place());
        }
        case 2 -> {
          WeldJoint joint = new WeldJoint(hertz, damping, hertz, damping, true);
          joints.create(joint, a, b, place(), place());
        }
        default -> {
          float pull = positive(Limits.MIN_HERTZ, Limits.MAX_HERTZ);
          long held = isDynamic(a) ? a : b;
          joints.create(new MouseJoint(pull, damping, push), held, place(), place());
        }
      }
    }

    private boolean isDynamic(long body) {
      return bodies.kind(body).type() == BodyType.DYNAMIC;
    }

    private void unjoin() {
      long joint = joints.slots() == 0 ? Joints.NONE : joints.at(rng.nextInt(joints.slots()));
      if (joint != Joints.NONE) {
        joints.destroy(joint);
      }
    }
  }

  private final Lab lab = Lab.withSleep();
  private final Bodies bodies = lab.bodies;
  private final Joints joints = lab.joints;

  /** Refused with a sentence that says which value it was, and nothing has changed. */
  private void expectRefused(String value, LongConsumer call, long argument) {
    long hash = lab.world.hash();
    RuntimeException refusal =
        assertThrows(IllegalArgumentException.class, () -> call.accept(argument));
    assertEquals(hash, lab.world.hash());
    assertTrue(String.valueOf(refusal.getMessage()).contains(value), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      floats = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -3e38f,
        1.1e12f
      })
  void whatIsNoNumberOrBeyondAllBoundsIsRefused(float bad) {
    long body = lab.crate(0, 0);
    long other = lab.crate(5, 0);
    long hinge = joints.create(RevoluteJoint.FREE, body, other, 2, 0);
    long hand = joints.create(new MouseJoint(1, 1, 1), body, 0, 0);
    BodyKind kind = bodies.kind(body);
    String value = String.valueOf(bad);
    expectRefused(value, b -> bodies.setPose(b, bad, 0, 1, 0), body);
    expectRefused(value, b -> bodies.setPose(b, 0, bad, 1, 0), body);
    expectRefused(value, b -> bodies.setPose(b, 0, 0, bad, 0), body);
    expectRefused(value, b -> bodies.setPose(b, 0, 0, 0, bad), body);
    expectRefused(value, b -> bodies.create(kind, bad, 0), body);
    expectRefused(value, b -> bodies.create(kind, 0, 0, 1, bad), body);
    expectRefused(value, b -> bodies.setVelocity(b, bad, 0, 0), body);
    expectRefused(value, b -> bodies.setVelocity(b, 0, bad, 0), body);
    expectRefused(value, b -> bodies.setVelocity(b, 0, 0, bad), body);
    expectRefused(value, b -> bodies.applyForce(b, bad, 0), body);
    expectRefused(value, b -> bodies.applyForce(b, 0, bad), body);
    expectRefused(value, b -> bodies.applyForceAt(b, bad, 0, 0, 0), body);
    expectRefused(value, b -> bodies.applyForceAt(b, 0, 0, 0, bad), body);
    expectRefused(value, b -> bodies.applyTorque(b, bad), body);
    expectRefused(value, b -> bodies.applyImpulse(b, bad, 0), body);
    expectRefused(value, b -> bodies.applyImpulseAt(b, 0, bad, 0, 0), body);
    expectRefused(value, b -> bodies.applyImpulseAt(b, 0, 0, bad, 0), body);
    expectRefused(value, b -> bodies.applyAngularImpulse(b, bad), body);
    expectRefused(value, b -> joints.create(RevoluteJoint.FREE, b, other, bad, 0), body);
    expectRefused(value, b -> joints.create(WeldJoint.RIGID, b, other, 0, bad), body);
    expectRefused(value, b -> joints.create(new MouseJoint(1, 1, 1), b, bad, 0), body);
    expectRefused(value, b -> joints.create(DistanceJoint.rod(1), b, other, 0, 0, 0, bad), body);
    expectRefused(value, j -> joints.setMotor(j, bad, 1), hinge);
    expectRefused(value, j -> joints.setMotor(j, 1, bad), hinge);
    expectRefused(value, j -> joints.setRange(j, -1, bad), hinge);
    expectRefused(value, j -> joints.setTarget(j, bad, 0), hand);
  }

  @Test
  void aStaleHandleIsRefused() {
    long body = lab.crate(0, 0);
    long other = lab.crate(5, 0);
    long hinge = joints.create(RevoluteJoint.FREE, body, other, 2, 0);
    bodies.destroy(body);
    for (long stale : new long[] {body, Bodies.NONE, 77, Long.MIN_VALUE, Long.MAX_VALUE}) {
      String name = (int) stale + "." + (stale >>> 32);
      expectRefused(name, bodies::destroy, stale);
      expectRefused(name, bodies::x, stale);
      expectRefused(name, b -> bodies.setPose(b, 0, 0, 1, 0), stale);
      expectRefused(name, b -> bodies.setVelocity(b, 0, 0, 0), stale);
      expectRefused(name, b -> bodies.applyForce(b, 1, 0), stale);
      expectRefused(name, b -> bodies.applyImpulseAt(b, 1, 0, 0, 0), stale);
      expectRefused(name, bodies::wake, stale);
      expectRefused(name, b -> bodies.setTag(b, 1), stale);
      expectRefused(name, b -> joints.create(WeldJoint.RIGID, other, b, 0, 0), stale);
      expectRefused(name, b -> joints.create(WeldJoint.RIGID, b, other, 0, 0), stale);
    }
    expectRefused((int) hinge + "." + (hinge >>> 32), joints::destroy, hinge);
    expectRefused((int) hinge + "." + (hinge >>> 32), j -> joints.setMotor(j, 1, 1), hinge);
  }

  @Test
  void sizesAndMaterialsBeyondTheirBoundsAreRefused() {
    for (float bad : new float[] {0, -1, 1e-3f, 600, Float.NaN, Float.POSITIVE_INFINITY}) {
      expectRefused(String.valueOf(bad), b -> Shape.circle(bad), 0);
      expectRefused(String.valueOf(bad), b -> Shape.capsule(0, 0, 1, 0, bad), 0);
    }
    for (float bad : new float[] {-1, 1e10f, Float.NaN}) {
      expectRefused(String.valueOf(bad), b -> new Material(bad, 0, 0), 0);
      expectRefused(String.valueOf(bad), b -> new Material(1, bad, 0), 0);
      expectRefused(String.valueOf(bad), b -> new Material(1, 0, bad), 0);
      expectRefused(String.valueOf(bad), b -> BodyKind.dynamic().damping(bad, 0), 0);
      expectRefused(String.valueOf(bad), b -> BodyKind.dynamic().massKilograms(bad), 0);
    }
    expectRefused("thin", b -> Shape.box(0.004f, 1), 0);
    expectRefused("too short", b -> Shape.segment(1, 1, 1, 1), 0);
    expectRefused("no area", b -> Shape.polygon(0, 0, 0, 1, 1, 2, 2), 0);
    expectRefused("no mass", b -> BodyKind.dynamic().build(), 0);
    expectRefused(
        "reach", b -> BodyKind.kinematic().part(Shape.circle(500, 0, 20), Lab.STONE).build(), 0);
  }
}
