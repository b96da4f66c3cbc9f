package ringmaster.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;

/** The law that a tick allocates nothing; and what a tick costs, which is no law. */
final class Costs implements TickCommands {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final System.Logger LOG = System.getLogger(Costs.class.getPackageName());

  private static final int WARM_UP_TICKS = 1_500;
  private static final int ROUND_TICKS = 200;

  /**
   * The least of some rounds counts: the compiler may still replace a method once, and say so on
   * this thread's account.
   */
  private static final int ROUNDS = 5;

  private static final List<String> PARTS =
      List.of("tick", "visit", "capture", "captureOwner", "Brain.command");
  private static final int TICK = 0;
  private static final int VISIT = 1;
  private static final int CAPTURE = 2;
  private static final int CAPTURE_OWNER = 3;
  private static final int BRAIN = 4;

  private final Trial trial;
  private final Run run;
  private final Brain[] brains;
  private final long[] commands;
  private final int[] words;
  private final Clock clock = new SystemClock();
  private final long[] bytes = new long[PARTS.size()];
  private final long[] tickNanos = new long[ROUNDS * ROUND_TICKS];
  private int timed;
  private long mark;

  private Costs(Trial trial) {
    this.trial = trial;
    run = trial.newLongRun();
    commands = new long[run.seats()];
    words = new int[run.simulation.ownerWords()];
    brains = new Brain[run.seats()];
    List<String> names = run.game.brains();
    for (int seat = 0; seat < brains.length; seat++) {
      String name = names.get(seat % names.size());
      long seed = Rng.mix(trial.seed() + seat);
      brains[seat] = run.game.newBrain(name, run.settings.withoutSeed(), run.map, seed);
    }
    run.joinAll();
  }

  static void areNoBytes(Trial trial) {
    new Costs(trial).check();
  }

  private void check() {
    play(WARM_UP_TICKS);
    long[] least = new long[PARTS.size()];
    Arrays.fill(least, Long.MAX_VALUE);
    timed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(bytes, 0);
      play(ROUND_TICKS);
      Arrays.setAll(least, part -> Math.min(least[part], bytes[part]));
    }
    for (int part = 0; part < least.length; part++) {
      if (least[part] != 0) {
        throw trial.breach(
            PARTS.get(part) + " allocates " + least[part] + " bytes in " + ROUND_TICKS + " ticks");
      }
    }
    report();
  }

  @Override
  public long command(int seat) {
    return commands[seat];
  }

  @Override
  public int rewindSixteenths(int seat) {
    return 0;
  }

  private void play(int ticks) {
    for (int i = 0; i < ticks; i++) {
      mark = THREADS.getCurrentThreadAllocatedBytes();
      long began = clock.nanoTime();
      run.step(this, Workers.ALONE);
      tickNanos[timed++ % tickNanos.length] = clock.nanoTime() - began;
      count(TICK);
      run.hash();
      count(VISIT);
      EntityFrame frame = run.capture();
      count(CAPTURE);
      for (int seat = 0; seat < brains.length; seat++) {
        run.simulation.captureOwner(seat, words, 0);
      }
      count(CAPTURE_OWNER);
      for (int seat = 0; seat < brains.length; seat++) {
        commands[seat] = brains[seat].command(frame, seat, run.ticks());
      }
      count(BRAIN);
    }
  }

  /** What was allocated since the last mark was by a part. */
  private void count(int part) {
    long now = THREADS.getCurrentThreadAllocatedBytes();
    bytes[part] += now - mark;
    mark = now;
  }

  private void report() {
    Arrays.sort(tickNanos);
    LOG.log(
        System.Logger.Level.INFO,
        String.format(
            Locale.ROOT,
            "%s on %s, %d players: a tick takes %.1f us at p50, %.1f us at p99, and allocates"
                + " nothing",
            run.game.mode(),
            run.map.name(),
            run.seats(),
            tickNanos[tickNanos.length / 2] / 1e3,
            tickNanos[tickNanos.length * 99 / 100] / 1e3));
  }
}
