package ringmaster.server.ingress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.session.MatchView;
import ringmaster.server.session.MatchViews;
import ringmaster.server.session.Seating;
import ringmaster.server.session.Session;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.snapshot.SnapshotCodec;

/**
 * Which matches there are and who sits where; publishes CREATE, JOIN, LEAVE and CLOSE. Used by the
 * control thread; others read {@link #summaries()}.
 */
public final class MatchDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(MatchDirectory.class);

  /** A match made on demand is closed when nobody was in it for so long. */
  private static final long EMPTY_NANOS = 10_000_000_000L;

  /** Seats of a match made on demand. */
  private static final int ON_DEMAND_PLAYERS = 8;

  private final Games games;
  private final GameMaps maps;
  private final MatchViews views;
  private final Outbox outbox;
  private final int maxMatches;
  private final Predicate<String> outOfService;
  private final TickSchedule schedule;
  private final int timeLimitSeconds;
  private final LongSupplier seeds;
  private final Record record = new Record();
  private final List<MatchSeries> all = new ArrayList<>();
  private int lastMatchId;
  private volatile List<MatchSummary> summaries = List.of();

  /**
   * @param maxMatches matches at most, followers being built not counted
   * @param outOfService whether no match of a mode can be made for now
   * @param timeLimitSeconds playing time of each match
   * @param seeds of the matches' random numbers
   */
  MatchDirectory(
      Games games,
      GameMaps maps,
      MatchViews views,
      Outbox outbox,
      int maxMatches,
      Predicate<String> outOfService,
      TickSchedule schedule,
      int timeLimitSeconds,
      LongSupplier seeds) {
    this.games = games;
    this.maps = maps;
    this.views = views;
    this.outbox = outbox;
    this.maxMatches = maxMatches;
    this.outOfService = outOfService;
    this.schedule = schedule;
    this.timeLimitSeconds = timeLimitSeconds;
    this.seeds = seeds;
  }

  /** The matches as of a moment ago. Any thread. */
  public List<MatchSummary> summaries() {
    return summaries;
  }

  void publishSummaries() {
    summaries =
        all.stream()
            .map(series ->
                new MatchSummary(
                    series.match.matchId(),
                    series.settings().mode(),
                    series.settings().map(),
                    series.capacity(),
                    series.countPlayers(false),
                    series.countPlayers(true),
                    series.spectators().size(),
                    series.permanent,
                    series.match.stage()))
            .toList();
  }

  /** Starts a series of matches. */
  MatchSeries open(MatchOrder order, boolean permanent, long now) {
    Game game = order.game();
    MatchSettings settings = order.settings(schedule.rate(), timeLimitSeconds);
    GameMap gameMap = maps.load(game, settings.map());
    GameChecks.check(game, settings, gameMap);
    int schemaHash = SnapshotCodec.of(game, settings, gameMap).hash();
    MatchOffer offer =
        new MatchOffer(lastMatchId + 1, settings, game.version(), schemaHash, gameMap.sha256());
    MatchSeries series = new MatchSeries(offer, create(offer), permanent, now);
    all.add(series);
    return series;
  }

  private MatchView create(MatchOffer offer) {
    int id = ++lastMatchId;
    MatchSettings seeded = offer.settings().withSeed(seeds.getAsLong());
    MatchView view = views.open(id);
    outbox.publish(record.create(id, seeded, offer.gameVersion(), offer.mapSha256()));
    return view;
  }

  /** What a Hello led to: a series with a free place, or the reason why there is none. */
  record Choice(@Nullable MatchSeries series, @Nullable DisconnectReason refusal) {
    static Choice of(MatchSeries series) {
      return new Choice(series, null);
    }

    static Choice none(DisconnectReason refusal) {
      return new Choice(null, refusal);
    }
  }

  /**
   * The named match; else the fullest open one of the mode; else a new one.
   *
   * @param mode empty for any
   */
  Choice choose(int matchId, String mode, long nowNanos) {
    if (matchId != ControlMessage.Hello.ANY_MATCH) {
      return chooseNamed(matchId);
    }
    if (!mode.isEmpty() && games.find(mode) == null) {
      return Choice.none(DisconnectReason.MODE_UNKNOWN);
    }
    MatchSeries fullest =
        all.stream()
            .filter(series -> mode.isEmpty() || series.settings().mode().equals(mode))
            .filter(series -> series.freeSeat() >= 0)
            .filter(series -> series.match.stage() != MatchView.Stage.FAILED)
            .max(Comparator.comparingInt(series -> series.guests().size()))
            .orElse(null);
    if (fullest != null) {
      return Choice.of(fullest);
    }
    if (all.size() >= maxMatches) {
      return Choice.none(DisconnectReason.SERVER_FULL);
    }
    return tryOnDemand(mode, nowNanos);
  }

  /** A game may throw as it is asked what it would show; then there is no match of it. */
  private Choice tryOnDemand(String mode, long nowNanos) {
    if (outOfService.test(mode)) {
      return Choice.none(DisconnectReason.MATCH_FAILED);
    }
    try {
      return Choice.of(openOnDemand(mode, nowNanos));
    } catch (Throwable t) {
      LOG.error("no match of {} can be offered", mode.isEmpty() ? "any mode" : mode, t);
      return Choice.none(DisconnectReason.MATCH_FAILED);
    }
  }

  private Choice chooseNamed(int matchId) {
    MatchSeries series = find(matchId);
    if (series == null) {
      return Choice.none(DisconnectReason.MATCH_UNKNOWN);
    }
    if (series.match.stage() == MatchView.Stage.FAILED) {
      return Choice.none(DisconnectReason.MATCH_FAILED);
    }
    return series.freeSeat() >= 0 ? Choice.of(series) : Choice.none(DisconnectReason.MATCH_FULL);
  }

  /**
   * The named match; else the fullest of the mode that runs. None is made for who only watches.
   *
   * @param mode empty for any
   */
  Choice chooseToWatch(int matchId, String mode) {
    if (matchId != ControlMessage.Hello.ANY_MATCH) {
      return chooseToWatchNamed(matchId);
    }
    if (!mode.isEmpty() && games.find(mode) == null) {
      return Choice.none(DisconnectReason.MODE_UNKNOWN);
    }
    List<MatchSeries> running =
        all.stream()
            .filter(series -> mode.isEmpty() || series.settings().mode().equals(mode))
            .filter(series -> series.match.stage() == MatchView.Stage.RUNNING)
            .toList();
    if (running.isEmpty()) {
      return Choice.none(DisconnectReason.NO_MATCH_TO_WATCH);
    }
    return running.stream()
        .filter(MatchSeries::hasRoomToWatch)
        .max(Comparator.comparingInt(series -> series.guests().size()))
        .map(Choice::of)
        .orElse(Choice.none(DisconnectReason.TOO_MANY_SPECTATORS));
  }

  private Choice chooseToWatchNamed(int matchId) {
    MatchSeries series = find(matchId);
    if (series == null) {
      return Choice.none(DisconnectReason.MATCH_UNKNOWN);
    }
    if (series.match.stage() == MatchView.Stage.FAILED) {
      return Choice.none(DisconnectReason.MATCH_FAILED);
    }
    return series.hasRoomToWatch()
        ? Choice.of(series)
        : Choice.none(DisconnectReason.TOO_MANY_SPECTATORS);
  }

  private @Nullable MatchSeries find(int matchId) {
    for (MatchSeries series : all) {
      if (series.match.matchId() == matchId) {
        return series;
      }
    }
    return null;
  }

  /** Like the others of its mode, if there are any. */
  private MatchSeries openOnDemand(String wantedMode, long nowNanos) {
    String mode = wantedMode.isEmpty() ? games.modes().getFirst() : wantedMode;
    for (MatchSeries series : all) {
      MatchSettings settings = series.settings();
      boolean wanted = settings.mode().equals(mode) || wantedMode.isEmpty();
      if (wanted && !outOfService.test(settings.mode())) {
        MatchOrder like =
            new MatchOrder(
                game(settings.mode()), settings.map(), settings.maxPlayers(), settings.options());
        return open(like, false, nowNanos);
      }
    }
    return open(new MatchOrder(game(mode), null, ON_DEMAND_PLAYERS), false, nowNanos);
  }

  private Game game(String mode) {
    Game game = games.find(mode);
    if (game == null) {
      throw new IllegalStateException("no game of mode " + mode);
    }
    return game;
  }

  /** A guest's session takes its seat, or its place in the audience. */
  void join(MatchSeries series, Session session) {
    Seating seating = session.seating();
    if (seating.watches()) {
      seating.match().audience().add(session);
      return;
    }
    int matchId = series.match.matchId();
    outbox.publish(
        record.join(matchId, seating.seat(), session.number(), session.bot(), session.name()));
    series.rosterChanged(seating.seat());
  }

  /** A guest gives up its seat or place, with or without a session. */
  void leave(MatchSeries series, Guest guest, DisconnectReason reason, long nowNanos) {
    Session session = guest.session;
    if (guest.spectator) {
      series.unwatch(guest);
      if (session != null) {
        session.seating().match().audience().remove(session);
      }
      return;
    }
    if (session != null) {
      outbox.publish(record.leave(series.match.matchId(), guest.seat, reason.ordinal()));
    }
    series.free(guest.seat, nowNanos);
  }

  List<MatchSeries> all() {
    return all;
  }

  /**
   * One turn over all matches' lives.
   *
   * @param dismiss how a guest of a match that ends is sent away
   */
  void turn(BiConsumer<Guest, DisconnectReason> dismiss, long nowNanos) {
    for (int i = all.size() - 1; i >= 0; i--) {
      MatchSeries series = all.get(i);
      if (series.match.stage() == MatchView.Stage.FAILED) {
        fail(series, dismiss, nowNanos);
      } else if (isAbandoned(series, nowNanos)) {
        for (Guest guest : series.spectators()) {
          dismiss.accept(guest, DisconnectReason.MATCH_CLOSED);
        }
        closeAll(series, DisconnectReason.MATCH_CLOSED);
        all.remove(i);
      } else {
        succeed(series, nowNanos);
      }
    }
  }

  private static boolean isAbandoned(MatchSeries series, long nowNanos) {
    return !series.permanent
        && series.match.stage() == MatchView.Stage.RUNNING
        && series.guests().isEmpty()
        && nowNanos - series.emptySinceNanos > EMPTY_NANOS;
  }

  private void fail(
      MatchSeries series, BiConsumer<Guest, DisconnectReason> dismiss, long nowNanos) {
    if (!series.failing) {
      series.failing = true;
      series.retryPause.begin(nowNanos);
      for (Guest guest : series.guests()) {
        dismiss.accept(guest, DisconnectReason.MATCH_FAILED);
      }
      for (Guest guest : series.spectators()) {
        dismiss.accept(guest, DisconnectReason.MATCH_FAILED);
      }
      closeAll(series, DisconnectReason.MATCH_FAILED);
    }
    if (!series.retryPause.isOver(nowNanos)) {
      return; // who asks for it meanwhile is told that it failed
    }
    if (!series.permanent) {
      all.remove(series);
    } else if (!outOfService.test(series.settings().mode())) {
      series.failing = false;
      series.match = create(series.offer);
      series.offer = withId(series.offer, series.match.matchId());
    }
  }

  /**
   * Builds the next match when the results have been shown, and moves everybody as soon as it runs:
   * a match that ran before would have spent its playing time on nobody.
   */
  private void succeed(MatchSeries series, long nowNanos) {
    if (series.match.phase() != Simulation.Phase.OVER) {
      return;
    }
    MatchView successor = series.successor;
    if (successor == null) {
      if (series.retryPause.isOver(nowNanos) && !outOfService.test(series.settings().mode())) {
        series.successor = create(series.offer);
      }
    } else if (successor.stage() == MatchView.Stage.FAILED) {
      close(successor, DisconnectReason.MATCH_FAILED);
      series.successor = null;
      series.retryPause.begin(nowNanos);
    } else if (successor.stage() == MatchView.Stage.RUNNING) {
      move(series, successor);
    }
  }

  /** The old match goes first: no session is ever sent snapshots by two matches at once. */
  private void move(MatchSeries series, MatchView successor) {
    close(series.match, DisconnectReason.MATCH_CLOSED);
    series.match = successor;
    series.successor = null;
    series.offer = withId(series.offer, successor.matchId());
    for (Guest guest : series.audience()) {
      Session session = guest.session;
      if (session != null) {
        Seating seating = session.seating().next(successor);
        session.seat(seating);
        join(series, session);
        guest.tell(
            new ControlMessage.NextMatch(
                series.offer, seating.seat(), seating.epoch(), currentTick(successor)));
      }
    }
  }

  /** The tick a running match is in. */
  int currentTick(MatchView match) {
    return (int) Math.max(0, schedule.nextTick() - match.firstServerTick());
  }

  private void closeAll(MatchSeries series, DisconnectReason reason) {
    close(series.match, reason);
    if (series.successor != null) {
      close(series.successor, reason);
      series.successor = null;
    }
  }

  private void close(MatchView match, DisconnectReason reason) {
    outbox.publish(record.close(match.matchId(), reason.ordinal()));
  }

  private static MatchOffer withId(MatchOffer offer, int matchId) {
    return new MatchOffer(
        matchId, offer.settings(), offer.gameVersion(), offer.schemaHash(), offer.mapSha256());
  }
}
