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

  /** Each costs a collection. */
  private static final int MOST_SITE_TRIES = 100;

  /** What of a game is called in each tick. */
  private enum Part {
    TICK("tick"),
    VISIT("visit"),
    CAPTURE("capture"),
    CAPTURE_OWNER("captureOwner"),
    BRAIN("Brain.command");

    private final String call;

    Part(String call) {
      this.call = call;
    }
  }

  private static final Part[] PARTS = Part.values();

  private final Trial trial;
  private final Run run;
  private final Brain[] brains;
  private final long[] commands;
  private final int[] words;
  private EntityFrame frame;
  private final Clock clock = new SystemClock();

  /** Of this round, by part. */
  private final long[] bytes = new long[PARTS.length];

  /** Of this round, by part: in which tick it allocated last, and how much. */
  private final int[] lastTick = new int[PARTS.length];

  private final long[] lastBytes = new long[PARTS.length];
  private final long[] tickNanos = new long[ROUNDS * ROUND_TICKS];
  private int timed;

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
      Watch.entering("Game.newBrain");
      brains[seat] = run.game.newBrain(name, run.settings.withoutSeed(), run.map, seed);
    }
    run.joinAll();
    frame = run.capture();
  }

  static void areNoBytes(Trial trial) {
    new Costs(trial).check();
  }

  private void check() {
    play(WARM_UP_TICKS);
    long[] least = new long[PARTS.length];
    Arrays.fill(least, Long.MAX_VALUE);
    timed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(bytes, 0);
      play(ROUND_TICKS);
      Arrays.setAll(least, part -> Math.min(least[part], bytes[part]));
    }
    for (Part part : PARTS) {
      if (least[part.ordinal()] != 0) {
        throw breach(part, least[part.ordinal()]);
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
      for (Part part : PARTS) {
        measure(part);
      }
    }
  }

  private void measure(Part part) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    call(part);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (allocated != 0) {
      bytes[part.ordinal()] += allocated;
      lastBytes[part.ordinal()] = allocated;
      lastTick[part.ordinal()] = run.ticks() - 1;
    }
  }

  private void call(Part part) {
    switch (part) {
      case TICK -> {
        long began = clock.nanoTime();
        run.step(this, Workers.ALONE);
        tickNanos[timed++ % tickNanos.length] = clock.nanoTime() - began;
      }
      case VISIT -> run.hash();
      case CAPTURE -> frame = run.capture();
      case CAPTURE_OWNER -> {
        for (int seat = 0; seat < brains.length; seat++) {
          run.captureOwner(seat, words);
        }
      }
      case BRAIN -> {
        for (int seat = 0; seat < brains.length; seat++) {
          Watch.entering("Brain.command", run.ticks());
          commands[seat] = brains[seat].command(frame, seat, run.ticks());
        }
      }
    }
  }

  private AssertionError breach(Part part, long leastBytes) {
    String how =
        part.call
            + " allocates "
            + lastBytes[part.ordinal()]
            + " bytes in tick "
            + lastTick[part.ordinal()]
            + ", and "
            + leastBytes
            + " at least in "
            + ROUND_TICKS
            + " ticks";
    AllocationSite site = new AllocationSite(trial.ownCode(), Costs.class);
    return trial.breach(how + site.find(() -> allocatesAfterCollection(part), MOST_SITE_TRIES));
  }

  /** Plays one more tick. */
  private boolean allocatesAfterCollection(Part sought) {
    bytes[sought.ordinal()] = 0;
    for (Part part : PARTS) {
      if (part == sought) {
        System.gc();
      }
      measure(part);
    }
    return bytes[sought.ordinal()] != 0;
  }

  private void report() {
    Arrays.sort(tickNanos);
    LOG.log(
        System.Logger.Level.INFO,
        String.format(
            Locale.ROOT,
            "cost of a tick, for information: %s on %s with %d players takes %.1f us at p50,"
                + " %.1f us at p99, and allocates nothing",
            run.game.mode(),
            run.map.name(),
            run.seats(),
            tickNanos[tickNanos.length / 2] / 1e3,
            tickNanos[tickNanos.length * 99 / 100] / 1e3));
  }
}
