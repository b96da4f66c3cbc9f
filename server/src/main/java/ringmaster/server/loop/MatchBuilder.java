package ringmaster.server.loop;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchFactory;
import ringmaster.server.replication.HostedMatch;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.MatchViews;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;

/**
 * Builds matches beside the tick, since that reads maps and allocates. A match that is built enters
 * at the ring record that says so, so that a replay lets it enter at the same tick.
 */
public final class MatchBuilder implements Agent {
  private static final Logger LOG = LoggerFactory.getLogger(MatchBuilder.class);

  private record Order(Record.Creation creation, long createdSequence) {}

  private final Games games;
  private final GameMaps maps;
  private final MatchViews views;
  private final ReplicationSettings replication;
  private final Ring ring;
  private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
  private final Map<Integer, HostedMatch> built = new ConcurrentHashMap<>();
  private final Record record = new Record();
  private final TickReports reports = new TickReports();
  private int unannounced;

  public MatchBuilder(
      Games games, GameMaps maps, MatchViews views, ReplicationSettings replication, Ring ring) {
    this.games = games;
    this.maps = maps;
    this.views = views;
    this.replication = replication;
    this.ring = ring;
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
    try {
      Match match = build(order.creation());
      built.put(id, new HostedMatch(match, view, order.createdSequence(), replication));
    } catch (Throwable t) {
      LOG.error("match {} cannot be built", id, t);
      view.fail();
      return;
    }
    unannounced = id;
    announce();
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
