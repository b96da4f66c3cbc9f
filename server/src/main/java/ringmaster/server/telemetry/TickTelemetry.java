package ringmaster.server.telemetry;

import java.util.Arrays;

/** What ticks cost. Recorded by the tick thread, without allocation; read by any. */
public final class TickTelemetry {
  /** Start of a tick to the start of the next. */
  public final Timings interval = new Timings();

  /** From taking the TICK slot to the end of capture and settling in the last match. */
  public final Timings tick = new Timings();

  /** From there until the last datagram is handed to the socket. */
  public final Timings publish = new Timings();

  public final Counter ticks = new Counter();

  /** Ticks whose work took longer than their period. */
  public final Counter overruns = new Counter();

  /** Times the schedule was given up and set anew. */
  public final Counter slips = new Counter();

  /** Ticks that did not wait for the journal any longer. */
  public final Counter journalTimeouts = new Counter();

  /** Commands that came too late or for an empty seat. */
  public final Counter commandsRefused = new Counter();

  /** Commands dropped because too many of one player waited. */
  public final Counter commandsSurplus = new Counter();

  /** Ticks of seated players that ran without a command of their own, over all matches. */
  public final Counter commandsMissed = new Counter();

  /** Matches that met an error. */
  public final Counter matchesFailed = new Counter();

  private final Timings[] phases = new Timings[TickPhase.values().length];
  private final Counter[] causes = new Counter[OverrunCause.values().length];
  private final long periodNanos;
  private final long[] phaseNanos = new long[TickPhase.values().length];
  private volatile long startNanos;
  private long phaseStartNanos;
  private long startCpuNanos;
  private long pausesBefore;

  public TickTelemetry(long periodNanos) {
    this.periodNanos = periodNanos;
    Arrays.setAll(phases, i -> new Timings());
    Arrays.setAll(causes, i -> new Counter());
  }

  public Timings phase(TickPhase phase) {
    return phases[phase.ordinal()];
  }

  /** Overruns by cause. */
  public Counter overruns(OverrunCause cause) {
    return causes[cause.ordinal()];
  }

  /** Whether a tick began in the last so many nanoseconds. Any thread. */
  public boolean hasTickedWithin(long nanos, long nowNanos) {
    long lastNanos = startNanos;
    return lastNanos != 0 && nowNanos - lastNanos <= nanos;
  }

  /** A tick begins. */
  public void begin(long nowNanos) {
    long lastNanos = startNanos;
    if (lastNanos != 0) {
      interval.record(nowNanos - lastNanos);
    }
    startNanos = nowNanos;
    phaseStartNanos = nowNanos;
    startCpuNanos = CpuTime.currentThreadNanos();
    pausesBefore = CpuTime.pauseCount();
  }

  /** A phase of the tick is done. */
  public void end(TickPhase phase, long nowNanos) {
    long nanos = nowNanos - phaseStartNanos;
    phaseStartNanos = nowNanos;
    phaseNanos[phase.ordinal()] = nanos;
    phases[phase.ordinal()].record(nanos);
  }

  /** The tick is done, after its last phase. */
  public void account() {
    long publishNanos = phaseNanos[TickPhase.PUBLISH.ordinal()];
    long allNanos = phaseStartNanos - startNanos;
    ticks.increment();
    tick.record(allNanos - publishNanos);
    publish.record(publishNanos);
    if (allNanos > periodNanos) {
      overruns.increment();
      causes[cause(allNanos).ordinal()].increment();
    }
  }

  /**
   * Why it took so long: a collector's pause if there was one; else waiting for a core, if that was
   * more than half of what went beyond the period; else the longest phase.
   */
  private OverrunCause cause(long allNanos) {
    if (CpuTime.pauseCount() != pausesBefore) {
      return OverrunCause.COLLECTOR;
    }
    long settleNanos = phaseNanos[TickPhase.SETTLE.ordinal()];
    long cpuNanos = CpuTime.currentThreadNanos() - startCpuNanos;
    long offCoreNanos = allNanos - settleNanos - cpuNanos;
    if (offCoreNanos > (allNanos - periodNanos) / 2) {
      return OverrunCause.SCHEDULER;
    }
    int longest = 0;
    for (int i = 1; i < phaseNanos.length; i++) {
      if (phaseNanos[i] > phaseNanos[longest]) {
        longest = i;
      }
    }
    return OverrunCause.of(TickPhase.values()[longest]);
  }
}
