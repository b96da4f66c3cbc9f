package ringmaster.server.loop;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import ringmaster.server.guard.Guard;
import ringmaster.server.guard.GuardRound;
import ringmaster.server.guard.Guards;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchFactory;
import ringmaster.server.match.MatchStoppedException;
import ringmaster.server.replication.HostedMatch;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.MatchViews;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.server.telemetry.GameTelemetry;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.GameError;

/**
 * Builds matches beside the tick, since that reads maps and allocates. A match that is built enters
 * at the ring record that says so, so that a replay lets it enter at the same tick.
 */
public final class MatchBuilder implements Agent {
  private record Order(Record.Creation creation, long createdSequence) {}

  private final Games games;
  private final GameMaps maps;
  private final MatchViews views;
  private final ReplicationSettings replication;
  private final Ring ring;
  private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
  private final Map<Integer, HostedMatch> built = new ConcurrentHashMap<>();
  private final Record record = new Record();
  private final Guards guards;
  private final GuardRound round;
  private final GameTelemetry telemetry;
  private final TickReports reports;
  private int unannounced;

  public MatchBuilder(
      Games games,
      GameMaps maps,
      MatchViews views,
      ReplicationSettings replication,
      Ring ring,
      Guards guards,
      GameTelemetry telemetry) {
    this.games = games;
    this.maps = maps;
    this.views = views;
    this.replication = replication;
    this.ring = ring;
    this.guards = guards;
    this.telemetry = telemetry;
    round = guards.buildRound();
    reports = new TickReports(games, guards);
  }

  /** Tick thread: a CREATE came by. */
  void order(Record.Creation creation, long createdSequence) {
    orders.add(new Order(creation, createdSequence));
  }

  /** Tick thread: the match of an ACTIVATE; null if it was closed before. */
  @Nullable HostedMatch take(int matchId) {
    return built.remove(matchId);
  }

  /** What the tick thread wants in the log. */
  TickReports reports() {
    return reports;
  }

  @Override
  public String role() {
    return "builder";
  }

  /** Who waits for a match does not notice. */
  @Override
  public long restNanos(long nowNanos) {
    return 5_000_000;
  }

  @Override
  public int doWork(long nowNanos) {
    return reports.write(nowNanos) + buildNext();
  }

  private int buildNext() {
    if (unannounced != 0) {
      return announce();
    }
    Order order = orders.poll();
    if (order == null) {
      return 0;
    }
    build(order);
    return 1;
  }

  private void build(Order order) {
    int id = order.creation().matchId();
    MatchView view = views.find(id);
    if (view == null) {
      return;
    }
    String mode = order.creation().settings().mode();
    try {
      built.put(id, games.jar(mode) == null ? host(order, view, null) : hostGuest(order, view));
    } catch (Throwable t) {
      view.fail();
      FailureCause cause =
          t instanceof MatchStoppedException stopped ? stopped.why() : FailureCause.BUILD;
      telemetry.of(mode).failed(cause);
      reports.notBuilt(id, mode, cause, GameError.of(t));
      return;
    }
    unannounced = id;
    announce();
  }

  /**
   * On the thread that will step it. Others wait for as long as the patience lasts, and no second
   * time: while that thread has not come back, no other is sent after it.
   */
  private HostedMatch hostGuest(Order order, MatchView view) throws Throwable {
    String mode = order.creation().settings().mode();
    if (guards.hasLost(mode)) {
      throw new MatchStoppedException(
          FailureCause.OVERDUE, "a thread that was given up is still inside the code of " + mode);
    }
    Guard guard = guards.open(mode, "match-" + order.creation().matchId());
    FutureTask<HostedMatch> task = new FutureTask<>(() -> hostOrTell(order, view, guard));
    round.begin(guard, task);
    round.await();
    if (guard.isLost()) {
      throw new MatchStoppedException(
          FailureCause.OVERDUE,
          "it was not made within " + round.patienceMillis() + " ms",
          guard.stackTrace());
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      guard.close();
      throw e.getCause();
    }
  }

  /** Throws what the game threw in words: even to wrap an exception is to ask it for its own. */
  private HostedMatch hostOrTell(Order order, MatchView view, Guard guard) {
    try {
      return host(order, view, guard);
    } catch (Throwable t) {
      throw GameError.of(t);
    }
  }

  private HostedMatch host(Order order, MatchView view, @Nullable Guard guard) {
    Match match = build(order.creation());
    return new HostedMatch(match, view, order.createdSequence(), replication, guard);
  }

  private Match build(Record.Creation creation) {
    return MatchFactory.build(
        creation.matchId(),
        creation.settings(),
        creation.gameVersion(),
        creation.mapSha256(),
        games,
        maps);
  }

  private int announce() {
    if (!ring.tryPublish(record.activate(unannounced))) {
      return 0;
    }
    unannounced = 0;
    return 1;
  }
}
