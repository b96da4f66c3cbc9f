package ringmaster.shared.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityPredictor;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.physics.World;
import ringmaster.shared.physics.WorldSettings;
import ringmaster.shared.time.TickRate;

/** What is foretold of a body, against what the world does with it. */
class BodyPredictorTest {
  private static final EntityType TYPE =
      new EntityType("body", BodyFields.and(), EntityType.Shape.CIRCLE, 1, 0);

  private final int[] then = new int[BodyFields.COUNT];
  private final int[] now = new int[BodyFields.COUNT];

  private static BodyKind kind(float damping, float turnDamping) {
    return BodyKind.dynamic()
        .part(Shape.circle(1), new Material(1, 0, 0), new Filter(1, -1, 0))
        .massKilograms(10)
        .damping(damping, turnDamping)
        .sleepless()
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 120})
  void aCoastingBodyIsForetoldToTheStepAndAPushedOneOnceItsSpeedIsKnown(int hz) {
    TickRate rate = new TickRate(hz);
    Rng rng = new Rng(hz);
    for (float damping : new float[] {0, 0.001f, 1.4f, 6, 20}) {
      for (boolean pushed : new boolean[] {false, true}) {
        check(kind(damping, damping), rate, pushed, rng);
      }
    }
  }

  private void check(BodyKind kind, TickRate rate, boolean pushed, Rng rng) {
    EntityPredictor predictor = new BodyPredictor(kind, TYPE.fields(), true, rate);
    World world = new World(WorldSettings.fromAbove(rate.stepSeconds(), 1));
    long body = world.bodies().create(kind, rng.nextFloat(-20, 20), rng.nextFloat(-20, 20));
    float speed = 8;
    world.bodies().setVelocity(body, speed, -speed / 2, 2);
    float force = pushed ? 60 : 0;
    show(world, body, then);
    for (int age = 1; age <= 30; age++) {
      world.bodies().applyForce(body, force, force / 3);
      world.bodies().applyTorque(body, force / 10);
      world.step();
      show(world, body, now);
      for (int field : predictor.order()) {
        boolean speedField =
            field == BodyFields.VELOCITY_X
                || field == BodyFields.VELOCITY_Y
                || field == BodyFields.ANGULAR_VELOCITY;
        if (!pushed || !speedField) {
          // Half a step of speed on either side, over the time, and rounding.
          double slack = speedField ? 1.6 : 1.5 + slackSteps(field, age, rate);
          int foretold = predictor.predict(field, then, now, age);
          int off = Math.abs(wrapped(field, foretold - now[field]));
          assertTrue(off <= slack, name(field) + " is off by " + off + " after " + age);
        }
      }
    }
  }

  private static double slackSteps(int field, int age, TickRate rate) {
    boolean angle = field == BodyFields.FACING;
    EntityField place = TYPE.fields().get(angle ? BodyFields.FACING : BodyFields.X);
    EntityField speed =
        TYPE.fields().get(angle ? BodyFields.ANGULAR_VELOCITY : BodyFields.VELOCITY_X);
    // A strong damping makes much of the first speed's half step.
    return 1.2 * age * speed.quantum() / rate.hz() / place.quantum();
  }

  private static int wrapped(int field, int difference) {
    return field == BodyFields.FACING ? (difference + 2048 & 4095) - 2048 : difference;
  }

  private static String name(int field) {
    return TYPE.fields().get(field).name();
  }

  private static void show(World world, long body, int[] values) {
    EntityFrame frame = new EntityFrame(new EntitySchema(List.of(TYPE), 1));
    frame.put(0, 0, 0);
    BodyFields.capture(frame, 0, world.bodies(), body);
    frame.read(0, 0, values);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 127})
  void whatRestsStaysWhereItIs(int age) {
    EntityPredictor predictor =
        new BodyPredictor(kind(1, 1), TYPE.fields(), true, new TickRate(60));
    World world = new World(WorldSettings.fromAbove(1f / 60, 1));
    long body = world.bodies().create(kind(1, 1), 3, 4);
    show(world, body, then);
    for (int field : predictor.order()) {
      assertEquals(then[field], predictor.predict(field, then, then, age));
    }
  }
}
