package ringmaster.server.loop;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.guard.Guards;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchFault;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.Blame;
import ringmaster.shared.install.GameError;

/**
 * What the tick thread has to say, put into the log by another thread: standard error may be a pipe
 * that nobody reads, and the tick must not wait for it.
 */
final class TickReports {
  private static final Logger LOG = LoggerFactory.getLogger(TickLoop.class);
  private static final long INTERVAL_NANOS = 1_000_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000L;

  /** A stack that overflowed says the same a thousand times. */
  private static final int MAX_FRAMES = 20;

  /** Of code that may fail; more are forgotten all at once. */
  private static final int MAX_PLACES = 1_000;

  private record Allocation(Match match, long bytesPerSecond) {}

  private final Games games;
  private final List<String> guestModes;
  private final Guards guards;
  private final Queue<Match> failed = new ConcurrentLinkedQueue<>();
  private final Queue<Allocation> allocations = new ConcurrentLinkedQueue<>();

  /** By mode, cause and place in the game's code: how often it failed there. */
  private final Map<String, Integer> timesByPlace = new HashMap<>();

  private final Set<String> outOfService = new HashSet<>();
  private volatile long slippedNanos;
  private long reportedNanos;
  private long nextReportNanos = Long.MIN_VALUE;

  TickReports(Games games, Guards guards) {
    this.games = games;
    guestModes = games.guestModes();
    this.guards = guards;
  }

  /** Tick thread: the schedule was given up and set anew. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
  void slipped(long byNanos) {
    slippedNanos += byNanos;
  }

  /** Tick thread: a match met an error. */
  void failed(Match match) {
    failed.add(match);
  }

  /** Tick thread: a match makes more garbage than it should. */
  void allocates(Match match, long bytesPerSecond) {
    allocations.add(new Allocation(match, bytesPerSecond));
  }

  /** Any other thread, always the same: writes what there is, slips at most once a second. */
  int write(long nowNanos) {
    int lines = 0;
    for (Match match = failed.poll(); match != null; match = failed.poll()) {
      writeFailure(match);
      lines++;
    }
    for (Allocation a = allocations.poll(); a != null; a = allocations.poll()) {
      LOG.warn(
          "match {} of {} allocated {} kB within a second; a tick should allocate nothing",
          a.match().id(),
          origin(a.match().settings().mode()),
          a.bytesPerSecond() / 1_000);
      lines++;
    }
    long slipped = slippedNanos - reportedNanos;
    if (slipped > 0 && nowNanos >= nextReportNanos) {
      nextReportNanos = nowNanos + INTERVAL_NANOS;
      reportedNanos += slipped;
      LOG.warn("the server stood still for {} ms; its ticks go on", slipped / NANOS_PER_MILLI);
      lines++;
    }
    return lines + writeService();
  }

  /** Once as a mode goes out of service, and once as it comes back. */
  private int writeService() {
    int lines = 0;
    for (String mode : guestModes) {
      boolean out = guards.hasLost(mode);
      if (out && outOfService.add(mode)) {
        LOG.error(
            "{} is out of service until the server is restarted: a thread of its code was given up,"
                + " and unless it comes back after all it keeps a core",
            origin(mode));
        lines++;
      } else if (!out && outOfService.remove(mode)) {
        LOG.warn("{} is in service again: its thread has come back", origin(mode));
        lines++;
      }
    }
    return lines;
  }

  private void writeFailure(Match match) {
    MatchFault fault = match.failure();
    if (fault != null) {
      String mode = match.settings().mode();
      String what =
          "match "
              + match.id()
              + " of "
              + origin(mode)
              + " met an error at tick "
              + match.tick()
              + " and is closed";
      writeError(what, mode, fault.cause(), fault.error());
    }
  }

  /** A match could not be made. The thread that writes. */
  void notBuilt(int matchId, String mode, FailureCause cause, GameError error) {
    writeError("match " + matchId + " of " + origin(mode) + " cannot be built", mode, cause, error);
  }

  /** With its trace the first time; a game that fails again and again must not fill the log. */
  private void writeError(String what, String mode, FailureCause cause, GameError error) {
    String jar = games.jar(mode);
    if (timesByPlace.size() == MAX_PLACES) {
      timesByPlace.clear();
    }
    String place = mode + " " + cause + Blame.place(error.getStackTrace(), jar);
    int times = timesByPlace.merge(place, 1, Integer::sum);
    if (times == 1) {
      LOG.error("{}: {}", what, Blame.of(error, jar), shortened(error));
    } else {
      LOG.error("{}: {} (time {} there)", what, Blame.of(error, jar), times);
    }
  }

  private String origin(String mode) {
    String jar = games.jar(mode);
    return jar == null ? mode : mode + " (" + jar + ")";
  }

  /** What was said already needs no trace that is empty. */
  private static @Nullable GameError shortened(GameError error) {
    StackTraceElement[] trace = error.getStackTrace();
    if (trace.length == 0) {
      return null;
    }
    if (trace.length > MAX_FRAMES) {
      error.setStackTrace(Arrays.copyOf(trace, MAX_FRAMES));
    }
    return error;
  }
}
