package ringmaster.server.loop;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringmaster.server.guard.GuardRound;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.RecordKind;
import ringmaster.server.ingress.Ring;
import ringmaster.server.ingress.TickSchedule;
import ringmaster.server.journal.JournalBarrier;
import ringmaster.server.journal.JournalState;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchFault;
import ringmaster.server.match.MatchTable;
import ringmaster.server.pool.WorkerPool;
import ringmaster.server.replication.HostedMatch;
import ringmaster.server.replication.SnapshotPublisher;
import ringmaster.server.session.MatchViews;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.server.session.SessionTable;
import ringmaster.server.telemetry.GameTelemetry;
import ringmaster.server.telemetry.TickPhase;
import ringmaster.server.telemetry.TickTelemetry;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.time.Clock;

/**
 * The tick thread. When a tick is due it publishes a TICK record like everyone else, drains the
 * ring up to it, and advances all matches by one step, side by side on the workers.
 *
 * <p>Snapshots leave only after the tick's input is in the journal, or after {@link
 * #JOURNAL_WAIT_NANOS}: what a player has seen, the journal can show.
 */
public final class TickLoop implements Agent {
  /** Ticks made up for at once after a delay; beyond, the schedule slips. */
  private static final int MAX_CATCH_UP_TICKS = 5;

  private static final long JOURNAL_WAIT_NANOS = 2_000_000;

  private static final int SPINS = 100;

  /** What the tick thread works with. */
  public record Setup(
      Ring ring,
      Ring.Reader reader,
      TickSchedule schedule,
      MatchTable<HostedMatch> matches,
      MatchBuilder builder,
      MatchViews views,
      SessionTable sessions,
      JournalBarrier journalBarrier,
      @Nullable JournalState journalState,
      WorkerPool pool,
      GuardRound guards,
      SnapshotPublisher publisher,
      TickTelemetry telemetry,
      GameTelemetry gameTelemetry,
      Clock clock) {}

  private final Ring ring;
  private final Ring.Reader reader;
  private final TickSchedule schedule;
  private final MatchTable<HostedMatch> matches;
  private final MatchBuilder builder;
  private final MatchViews views;
  private final SessionTable sessions;
  private final JournalBarrier journalBarrier;
  private final @Nullable JournalState journalState;
  private final WorkerPool pool;
  private final SnapshotPublisher publisher;
  private final TickTelemetry telemetry;
  private final GameTelemetry gameTelemetry;
  private final Clock clock;
  private final GuestMatches guests;
  private final Ring.Handler applyRecord = this::apply;
  private final WorkerPool.Task stepOne;
  private final WorkerPool.Task captureOne;
  private final Record record = new Record();

  /** Ring sequences of the CREATEs of matches that do not run yet, by match id. */
  private final Map<Integer, Long> building = new HashMap<>();

  private long tickSequence;
  private boolean ticking;

  /** In the newest tick, for a guest that did not come back. */
  private boolean waitedInVain;

  public TickLoop(Setup setup) {
    ring = setup.ring();
    reader = setup.reader();
    schedule = setup.schedule();
    matches = setup.matches();
    builder = setup.builder();
    views = setup.views();
    sessions = setup.sessions();
    journalBarrier = setup.journalBarrier();
    journalState = setup.journalState();
    pool = setup.pool();
    publisher = setup.publisher();
    telemetry = setup.telemetry();
    gameTelemetry = setup.gameTelemetry();
    clock = setup.clock();
    guests = new GuestMatches(setup.guards(), gameTelemetry, builder.reports());
    stepOne = (index, worker) -> matches.at(index).step(pool.workersOf(worker));
    captureOne = (index, worker) -> matches.at(index).capture();
  }

  /** Matches that run. Tick thread. */
  public int matchCount() {
    return matches.count();
  }

  @Override
  public String role() {
    return "tick";
  }

  @Override
  public long restNanos(long nowNanos) {
    return schedule.deadlineNanos(schedule.nextTick()) - nowNanos;
  }

  /**
   * Before the first turn: the first tick is due a period from now, however long the start took.
   */
  public void start(long nowNanos) {
    schedule.slip(schedule.rate().periodNanos() - restNanos(nowNanos));
  }

  @Override
  public int doWork(long nowNanos) {
    long lateNanos = nowNanos - schedule.deadlineNanos(schedule.nextTick());
    if (lateNanos < 0) {
      return 0;
    }
    if (lateNanos > MAX_CATCH_UP_TICKS * schedule.rate().periodNanos()) {
      slip(lateNanos);
    }
    tick();
    return 1;
  }

  private void slip(long lateNanos) {
    telemetry.slips.increment();
    schedule.slip(lateNanos);
    if (!waitedInVain) { // else the log says already what the server stood still for
      builder.reports().slipped(lateNanos);
    }
  }

  /** One tick, from the clock's word to the last datagram. */
  private void tick() {
    telemetry.begin(clock.nanoTime());
    drain();
    step();
    capture();
    settle();
    publish();
    telemetry.account();
  }

  private void drain() {
    ticking = false;
    record.tick(schedule.nextTick());
    while (!ring.tryPublish(record)) {
      makeRoom();
    }
    for (int attempt = 0; !ticking; attempt++) {
      reader.drain(applyRecord);
      if (attempt > SPINS) {
        Thread.yield(); // a producer lost its core between claiming a slot and publishing it
      }
    }
    schedule.begin();
    telemetry.end(TickPhase.DRAIN, clock.nanoTime());
  }

  /** The ring is full: its consumers, this thread and the journal's, have to catch up first. */
  private void makeRoom() {
    reader.drain(applyRecord);
    journalBarrier.await(reader.sequence(), JOURNAL_WAIT_NANOS);
  }

  private void step() {
    for (int i = 0; i < matches.count(); i++) {
      matches.at(i).followAudience();
    }
    guests.begin();
    pool.run(stepOne, matches.count());
    telemetry.end(TickPhase.STEP, clock.nanoTime());
  }

  private void capture() {
    pool.run(captureOne, matches.count());
    waitedInVain = guests.end();
    telemetry.end(TickPhase.CAPTURE, clock.nanoTime());
  }

  /**
   * Closes the tick: hashes into the ring, stages to the network threads, input on its way to disk.
   */
  private void settle() {
    publishHashes();
    for (int i = 0; i < matches.count(); i++) {
      settle(matches.at(i));
    }
    if (!journalBarrier.await(tickSequence, JOURNAL_WAIT_NANOS)) {
      telemetry.journalTimeouts.increment();
    }
    closeGap();
    telemetry.end(TickPhase.SETTLE, clock.nanoTime());
  }

  private void settle(HostedMatch hosted) {
    Match match = hosted.match();
    MatchFault fault = match.failure();
    if (fault == null) {
      hosted.view().phase(match.phase());
      telemetry.commandsMissed.add(match.missedInTick());
    } else if (hosted.view().fail()) {
      telemetry.matchesFailed.increment();
      gameTelemetry.of(match.settings().mode()).failed(fault.cause());
      builder.reports().failed(match);
    }
  }

  /**
   * A hash lost because the ring is full is no loss to the match: the next tick has another. A
   * match that met an error has none: a replay, which shows nobody anything, may not meet it.
   */
  private void publishHashes() {
    long serverTick = schedule.nextTick() - 1;
    int index = 0;
    while (index < matches.count()) {
      record.hashes(serverTick);
      int end = Math.min(matches.count(), index + Record.MAX_HASHES);
      for (; index < end; index++) {
        Match match = matches.at(index).match();
        if (match.failure() == null) {
          record.addHash(match.id(), match.hash());
        }
      }
      if (!ring.tryPublishTraffic(record)) {
        return;
      }
    }
  }

  /** The journal is durable again once every match that lost input to a gap is gone. */
  private void closeGap() {
    JournalState state = journalState;
    if (state == null || state.durability() != JournalState.Durability.NOT_DURABLE) {
      return;
    }
    long gap = Math.min(state.gapLastSequence(), tickSequence); // what is drained already
    for (int i = 0; i < matches.count(); i++) {
      if (matches.at(i).createdSequence() <= gap) {
        return;
      }
    }
    for (long createdSequence : building.values()) {
      if (createdSequence <= gap) {
        return;
      }
    }
    state.declareDurable(gap);
  }

  private void publish() {
    publisher.publish(matches, clock.nanoTime());
    telemetry.end(TickPhase.PUBLISH, clock.nanoTime());
  }

  /** Applies one record. Returns false after the TICK, where the drain ends. */
  private boolean apply(Record applied, long sequence) {
    RecordKind kind = applied.kind();
    if (kind == null) {
      throw new IllegalStateException("a record of unknown kind is in the ring");
    }
    switch (kind) {
      case COMMAND -> command(applied);
      case TICK -> {
        tickSequence = sequence;
        ticking = true;
      }
      case CREATE -> create(applied.creation(), sequence);
      case ACTIVATE -> activate(applied.matchId());
      case JOIN -> join(applied);
      case LEAVE -> leave(applied);
      case CLOSE -> close(applied.matchId());
      case HASHES -> {}
    }
    return !ticking;
  }

  private void command(Record applied) {
    HostedMatch hosted = matches.find(applied.matchId());
    Match.Acceptance acceptance =
        hosted == null
            ? Match.Acceptance.REFUSED
            : hosted
                .match()
                .accept(
                    applied.seat(),
                    applied.commandTick(),
                    applied.rewindSixteenths(),
                    applied.command());
    switch (acceptance) {
      case TAKEN -> {}
      case SURPLUS -> telemetry.commandsSurplus.increment();
      case REFUSED -> telemetry.commandsRefused.increment();
    }
  }

  private void create(Record.Creation creation, long sequence) {
    building.put(creation.matchId(), sequence);
    builder.order(creation, sequence);
  }

  private void activate(int matchId) {
    building.remove(matchId);
    HostedMatch hosted = builder.take(matchId);
    boolean open = views.find(matchId) != null; // else it was closed while it was built
    if (hosted == null) {
      return;
    }
    if (open) {
      matches.add(hosted);
      guests.add(hosted);
      hosted.view().run(schedule.nextTick());
    } else {
      hosted.close();
    }
  }

  private void join(Record applied) {
    HostedMatch hosted = matches.find(applied.matchId());
    if (hosted == null || !hosted.match().join(applied.seat())) {
      return;
    }
    Session session = sessions.findByNumber(applied.sessionNumber());
    if (session != null) {
      attach(hosted, session);
    }
  }

  /** A player who has gone on meanwhile is attached by the JOIN that follows. */
  private static void attach(HostedMatch hosted, Session session) {
    Seating seating = session.seating();
    if (seating.match() == hosted.view()) {
      hosted.attach(seating, session);
    }
  }

  private void leave(Record applied) {
    HostedMatch hosted = matches.find(applied.matchId());
    if (hosted != null && hosted.match().leave(applied.seat())) {
      hosted.detach(applied.seat());
    }
  }

  private void close(int matchId) {
    HostedMatch running = matches.remove(matchId);
    if (running != null) {
      guests.remove(running);
    }
    building.remove(matchId);
    HostedMatch built = builder.take(matchId);
    if (built != null) {
      built.close();
    }
    views.close(matchId);
  }
}
