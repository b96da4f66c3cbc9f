package ringmaster.server.loop;

import java.util.ArrayList;
import java.util.List;
import ringmaster.server.guard.Guard;
import ringmaster.server.guard.GuardRound;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchStoppedException;
import ringmaster.server.replication.HostedMatch;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.server.telemetry.GameTelemetry;

/**
 * The matches of games from jars. Each is stepped and captured, and its snapshots are written, on
 * its own guard's thread while the workers do the others; one that does not come back in time, or
 * allocates too much, is failed. Used by the tick thread; allocates nothing while nothing goes
 * wrong.
 */
final class GuestMatches {
  /** A collector clears this away beside the tick; a few such matches, and it cannot. */
  private static final long MAX_BYTES_PER_SECOND = 64L << 20;

  /** A game is meant to allocate nothing; this is a tenth of a heap in a minute. */
  private static final long SUSPECT_BYTES_PER_SECOND = 1L << 20;

  /** What is made once, as classes are loaded and linked, is no habit. */
  private static final int SETTLING_SECONDS = 5;

  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  /** One of them, and what is known of it. */
  private static final class Guest {
    private final HostedMatch hosted;
    private final Guard guard;
    private final Runnable turn;
    private final AllocationMeter meter;
    private final GameTelemetry.OfMode figures;
    private boolean suspected;

    Guest(HostedMatch hosted, Guard guard, GameTelemetry.OfMode figures) {
      this.hosted = hosted;
      this.guard = guard;
      this.figures = figures;
      turn = hosted::turn;
      meter = new AllocationMeter(hosted.match().settings().rate());
    }

    Match match() {
      return hosted.match();
    }
  }

  private final GuardRound round;
  private final GameTelemetry telemetry;
  private final TickReports reports;
  private final List<Guest> guests = new ArrayList<>();

  GuestMatches(GuardRound round, GameTelemetry telemetry, TickReports reports) {
    this.round = round;
    this.telemetry = telemetry;
    this.reports = reports;
  }

  /** A match begins to run; one of the class path's games is none of these. */
  void add(HostedMatch hosted) {
    Guard guard = hosted.guard();
    if (guard != null) {
      guests.add(new Guest(hosted, guard, telemetry.of(hosted.match().settings().mode())));
    }
  }

  /** A match is closed. */
  void remove(HostedMatch hosted) {
    if (hosted.guard() != null) {
      guests.removeIf(guest -> guest.hosted == hosted);
      hosted.close();
    }
  }

  /** Begins a tick of each, and returns at once. */
  void begin() {
    for (int i = 0; i < guests.size(); i++) {
      Guest guest = guests.get(i);
      if (guest.match().failure() == null) {
        round.begin(guest.guard, guest.turn);
      }
    }
  }

  /** Waits for the ticks begun. Returns whether one of them was waited for in vain. */
  boolean end() {
    if (guests.isEmpty()) {
      return false;
    }
    round.await();
    boolean inVain = false;
    for (int i = 0; i < guests.size(); i++) {
      Guest guest = guests.get(i);
      if (guest.match().failure() == null) {
        judge(guest);
        inVain |= guest.guard.isLost();
      }
    }
    return inVain;
  }

  private void judge(Guest guest) {
    if (guest.guard.isLost()) {
      guest
          .match()
          .fail(
              new MatchStoppedException(
                  FailureCause.OVERDUE,
                  "its tick did not end within " + round.patienceMillis() + " ms",
                  guest.guard.stackTrace()));
      return;
    }
    long bytes = guest.guard.turnBytes();
    guest.figures.bytesAllocated.add(bytes);
    guest.meter.add(bytes);
    long perSecond = guest.meter.bytesOfLastSecond();
    if (perSecond > MAX_BYTES_PER_SECOND) {
      guest
          .match()
          .fail(
              new MatchStoppedException(
                  FailureCause.ALLOCATION,
                  "it allocated " + megabytes(perSecond) + " MB within a second"));
    } else if (perSecond > SUSPECT_BYTES_PER_SECOND && isSettled(guest) && !guest.suspected) {
      guest.suspected = true;
      reports.allocates(guest.match(), perSecond);
    }
  }

  private static boolean isSettled(Guest guest) {
    Match match = guest.match();
    return match.tick() >= SETTLING_SECONDS * match.settings().rate().hz();
  }

  private static long megabytes(long bytes) {
    return Math.round(bytes / BYTES_PER_MEGABYTE);
  }
}
