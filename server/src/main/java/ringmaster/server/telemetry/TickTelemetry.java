package ringmaster.server.telemetry;

import java.util.EnumMap;
import java.util.Map;

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

  /** Matches that met an error. */
  public final Counter matchesFailed = new Counter();

  private final Map<TickPhase, Timings> phases = new EnumMap<>(TickPhase.class);
  private final Map<OverrunCause, Counter> causes = new EnumMap<>(OverrunCause.class);
  private final long periodNanos;
  private final long[] phaseNanos = new long[TickPhase.values().length];
  private long startNanos;
  private long phaseStartNanos;
  private long startCpuNanos;
  private long pausesBefore;

  public TickTelemetry(long periodNanos) {
    this.periodNanos = periodNanos;
    for (TickPhase phase : TickPhase.values()) {
      phases.put(phase, new Timings());
    }
    for (OverrunCause cause : OverrunCause.values()) {
      causes.put(cause, new Counter());
    }
    pausesBefore = CpuTime.pauseCount();
  }

  public Timings phase(TickPhase phase) {
    return phases.get(phase);
  }

  /** Overruns by cause. */
  public Counter overruns(OverrunCause cause) {
    return causes.get(cause);
  }

  /** A tick begins. */
  public void begin(long nowNanos) {
    if (startNanos != 0) {
      interval.record(nowNanos - startNanos);
    }
    startNanos = nowNanos;
    phaseStartNanos = nowNanos;
    startCpuNanos = CpuTime.currentThreadNanos();
  }

  /** A phase of the tick is done. */
  public void end(TickPhase phase, long nowNanos) {
    long nanos = nowNanos - phaseStartNanos;
    phaseStartNanos = nowNanos;
    phaseNanos[phase.ordinal()] = nanos;
    phases.get(phase).record(nanos);
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
      causes.get(cause(allNanos)).increment();
    }
  }

  /**
   * Why it took so long: a collector's pause if there was one; else waiting for a core, if that was
   * more than half of what went beyond the period; else the longest phase.
   */
  private OverrunCause cause(long allNanos) {
    long pauses = CpuTime.pauseCount();
    boolean paused = pauses != pausesBefore;
    pausesBefore = pauses;
    if (paused) {
      return OverrunCause.COLLECTOR;
    }
    long settleNanos = phaseNanos[TickPhase.SETTLE.ordinal()];
    long cpuNanos = CpuTime.currentThreadNanos() - startCpuNanos;
    long offCoreNanos = allNanos - settleNanos - cpuNanos;
    if (offCoreNanos > (allNanos - periodNanos) / 2) {
      return OverrunCause.SCHEDULER;
    }
    TickPhase longest = TickPhase.DRAIN;
    for (TickPhase phase : TickPhase.values()) {
      if (phaseNanos[phase.ordinal()] > phaseNanos[longest.ordinal()]) {
        longest = phase;
      }
    }
    return OverrunCause.of(longest);
  }
}
