package ringmaster.client.testbed;

import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.World;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.WorldStage;
import ringmaster.shared.time.Clock;

/**
 * A scene as it is played: the first of its worlds, step by step. The same number of steps gives
 * the same state as anywhere else, as long as nobody pulls at a body.
 */
final class SceneRun {
  /** Of a new measurement in the mean of what a step takes. */
  private static final double NEW_SHARE = 0.05;

  private Scene scene;
  private final Clock clock;
  private WorldStage stage;
  private int steps;
  private double stepMillis;

  // Taken together by count().
  private int awake;
  private int asleep;
  private double kineticJoules;
  private double potentialJoules;

  SceneRun(Scene scene, Clock clock) {
    this.scene = scene;
    this.clock = clock;
    stage = open();
  }

  private WorldStage open() {
    WorldStage opened = new WorldStage(scene);
    scene.populate(opened, 0);
    return opened;
  }

  /** From the beginning, in a new world. */
  void restart() {
    stage = open();
    steps = 0;
    stepMillis = 0;
  }

  /**
   * From the beginning, with sleep where there was none or without. Scenes are measured without,
   * all but one: what rests would not be measured.
   */
  void toggleSleep() {
    scene = scene.withSleep(!scene.sleep());
    restart();
  }

  void step() {
    scene.drive(stage, 0, steps);
    long begin = clock.nanoTime();
    stage.world().step();
    double millis = (clock.nanoTime() - begin) * 1e-6;
    stepMillis = steps == 0 ? millis : stepMillis + NEW_SHARE * (millis - stepMillis);
    steps++;
  }

  /** Counts bodies and adds up their energies. */
  void count() {
    awake = 0;
    asleep = 0;
    kineticJoules = 0;
    potentialJoules = 0;
    Bodies bodies = world().bodies();
    for (int slot = 0; slot < bodies.slots(); slot++) {
      long body = bodies.at(slot);
      if (body != Bodies.NONE) {
        count(bodies, body);
      }
    }
  }

  private void count(Bodies bodies, long body) {
    BodyKind kind = bodies.kind(body);
    if (kind.type() == BodyType.STATIC) {
      return;
    }
    if (bodies.awake(body)) {
      awake++;
    } else {
      asleep++;
    }
    double velocityX = bodies.velocityX(body);
    double velocityY = bodies.velocityY(body);
    double spin = bodies.spin(body);
    double mass = kind.massKilograms();
    kineticJoules +=
        0.5 * mass * (velocityX * velocityX + velocityY * velocityY)
            + 0.5 * kind.inertia() * spin * spin;
    potentialJoules -= mass * kind.gravityScale() * scene.gravityY() * bodies.y(body);
  }

  Scene scene() {
    return scene;
  }

  World world() {
    return stage.world();
  }

  /** Scenes step at whole rates; their float of a second cannot say so. */
  int stepsPerSecond() {
    return Math.round(1 / scene.stepSeconds());
  }

  /** Since the beginning. */
  int steps() {
    return steps;
  }

  /** What a step takes on this machine, late ones counting most; 0 before the first. */
  double stepMillis() {
    return stepMillis;
  }

  int awake() {
    return awake;
  }

  int asleep() {
    return asleep;
  }

  double kineticJoules() {
    return kineticJoules;
  }

  /** Above y = 0; 0 where there is no gravity. */
  double potentialJoules() {
    return potentialJoules;
  }
}
