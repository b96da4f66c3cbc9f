package ringmaster.server.bench.physics;

import java.util.Arrays;
import ringmaster.server.telemetry.CpuTime;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Stage;
import ringmaster.shared.time.Clock;

/** Plays a scene in an engine and takes its figures. Only the engine's own step is timed. */
final class Meter {
  /** Looking at all outlines empties the caches, so it is not done before every step. */
  private static final int LOOK_EVERY_STEPS = 10;

  private static final long FINE_CPU_CLOCK_NANOS = 100_000;

  private final Clock clock;
  private final boolean cpuClockIsFine;
  private final long threadId = Thread.currentThread().threadId();

  Meter(Clock clock) {
    this.clock = clock;
    cpuClockIsFine = cpuClockNanos() < FINE_CPU_CLOCK_NANOS;
  }

  /** The least by which the CPU clock of a thread advances: some systems count it in ticks. */
  private static long cpuClockNanos() {
    long begin = nextCpuNanos(CpuTime.currentThreadNanos());
    return nextCpuNanos(begin) - begin;
  }

  private static long nextCpuNanos(long afterNanos) {
    long now = afterNanos;
    while (now == afterNanos) {
      now = CpuTime.currentThreadNanos();
    }
    return now;
  }

  /** Plays the scene, again and again, on worlds that are thrown away. */
  void warmUp(Engine engine, Scene scene, double seconds) {
    long endNanos = clock.nanoTime() + (long) (seconds * 1e9);
    while (clock.nanoTime() < endNanos) {
      try (Fleet fleet = engine.open(scene)) {
        for (int step = 0; step < scene.steps() && clock.nanoTime() < endNanos; step++) {
          drive(fleet, scene, step);
          fleet.step();
        }
      }
    }
  }

  Figures measure(Engine engine, Scene scene) {
    try (Fleet fleet = engine.open(scene)) {
      for (int step = 0; step < scene.settleSteps(); step++) {
        drive(fleet, scene, step);
        fleet.step();
      }
      return measure(engine, fleet, scene);
    }
  }

  private Figures measure(Engine engine, Fleet fleet, Scene scene) {
    int steps = scene.steps();
    Samples samples = new Samples(steps);
    double maxPenetration = 0;
    for (int step = 0; step < steps; step++) {
      drive(fleet, scene, scene.settleSteps() + step);
      samples.take(fleet, step);
      if (step >= steps - steps / 4 && step % LOOK_EVERY_STEPS == 0) {
        maxPenetration = Math.max(maxPenetration, penetration(fleet));
      }
    }
    double endPenetration = penetration(fleet);
    boolean byCpu = engine.singleThreaded() && cpuClockIsFine;
    long[] counted = byCpu ? samples.cpuNanos : samples.wallNanos;
    return new Figures(
        meanMillis(counted),
        percentileMillis(counted, 50),
        percentileMillis(counted, 99),
        percentileMillis(samples.wallNanos, 50),
        samples.bytesPerStep(),
        fleet.hash(),
        Math.max(maxPenetration, endPenetration),
        endPenetration,
        kineticEnergy(fleet));
  }

  /** What each step took. */
  private final class Samples {
    private final long[] wallNanos;
    private final long[] cpuNanos;
    private final int lateSteps;
    private long lateBytes;

    Samples(int steps) {
      wallNanos = new long[steps];
      cpuNanos = new long[steps];
      lateSteps = steps - steps / 2;
    }

    void take(Fleet fleet, int step) {
      long bytesBefore = CpuTime.allocatedBytes(threadId);
      long wallBefore = clock.nanoTime();
      long cpuBefore = CpuTime.currentThreadNanos();
      fleet.step();
      cpuNanos[step] = CpuTime.currentThreadNanos() - cpuBefore;
      wallNanos[step] = clock.nanoTime() - wallBefore;
      if (step >= wallNanos.length - lateSteps) {
        lateBytes += CpuTime.allocatedBytes(threadId) - bytesBefore;
      }
    }

    long bytesPerStep() {
      return lateBytes / lateSteps;
    }
  }

  private static void drive(Fleet fleet, Scene scene, int step) {
    for (int world = 0; world < fleet.worlds(); world++) {
      scene.drive(fleet.stage(world), world, step);
    }
  }

  private static double meanMillis(long[] nanos) {
    return Arrays.stream(nanos).sum() / 1e6 / nanos.length;
  }

  private static double percentileMillis(long[] nanos, int percentile) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length * percentile / 100, sorted.length - 1)] / 1e6;
  }

  private static double penetration(Fleet fleet) {
    double greatest = 0;
    for (int world = 0; world < fleet.worlds(); world++) {
      greatest = Math.max(greatest, Penetration.greatestMeters(fleet.stage(world)));
    }
    return greatest;
  }

  private static double kineticEnergy(Fleet fleet) {
    double joules = 0;
    for (int world = 0; world < fleet.worlds(); world++) {
      Stage stage = fleet.stage(world);
      for (int body = 0; body < stage.count(); body++) {
        joules += kineticEnergy(stage, body);
      }
    }
    return joules;
  }

  private static double kineticEnergy(Stage stage, int body) {
    BodyKind kind = stage.kind(body);
    double vx = stage.velocityX(body);
    double vy = stage.velocityY(body);
    double spin = stage.spin(body);
    return 0.5 * (kind.massKilograms() * (vx * vx + vy * vy) + kind.inertia() * spin * spin);
  }
}
