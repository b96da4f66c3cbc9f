package ringmaster.server.fill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.session.MatchView;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.server.telemetry.GameTelemetry;
import ringmaster.server.transport.LoopbackControl;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.Blame;
import ringmaster.shared.math.Rng;

/**
 * Keeps each standing match at so many players: bots come while persons are few and go as they
 * come. One seat always stays free for a person.
 */
public final class FillBots implements Agent {
  private static final Logger LOG = LoggerFactory.getLogger(FillBots.class);
  private static final long REVIEW_NANOS = 250_000_000L;

  private static final List<String> NAMES =
      List.of(
          "Ada", "Blaise", "Chiara", "Djordje", "Emmy", "Fang", "Grace", "Hedy", "Ibn", "Joan",
          "Kurt", "Lise", "Mary", "Noor", "Omar", "Paula", "Quirin", "Rosa", "Sofja", "Tycho");

  /**
   * What the bots play over.
   *
   * @param lanes loopback datagrams of each endpoint
   * @param ports of those endpoints, as a welcome names them
   */
  public record Loopback(
      LoopbackControl control, List<LoopbackDatagrams> lanes, List<Integer> ports) {}

  private final int playersPerMatch;
  private final String brain;
  private final Loopback loopback;
  private final Supplier<List<MatchSummary>> matches;
  private final Games games;
  private final GameMaps maps;
  private final Rng rng;
  private final GameTelemetry telemetry;
  private final List<FillBot> bots = new ArrayList<>();

  /** Ids of matches whose brains cannot play: no more bots are sent there. */
  private final Set<Integer> beyondThem = new HashSet<>();

  private long nextReviewNanos = Long.MIN_VALUE;
  private int made;

  /**
   * @param playersPerMatch bots and persons together
   * @param brain name of the brain they play by; where a game has none of that name, its default
   * @param matches the standing of all matches
   * @param telemetry where brains that fail are counted
   * @param seed of the bots' brains
   */
  public FillBots(
      int playersPerMatch,
      String brain,
      Loopback loopback,
      Supplier<List<MatchSummary>> matches,
      Games games,
      GameMaps maps,
      GameTelemetry telemetry,
      long seed) {
    this.playersPerMatch = playersPerMatch;
    this.brain = brain;
    this.loopback = loopback;
    this.matches = matches;
    this.games = games;
    this.maps = maps;
    this.telemetry = telemetry;
    rng = new Rng(seed);
  }

  @Override
  public String role() {
    return "fill-bots";
  }

  @Override
  public int doWork(long nowNanos) {
    int work = 0;
    for (Iterator<FillBot> i = bots.iterator(); i.hasNext(); ) {
      FillBot bot = i.next();
      work += turn(bot, nowNanos);
      if (!bot.isOpen()) {
        i.remove();
      }
    }
    if (nowNanos >= nextReviewNanos) {
      nextReviewNanos = nowNanos + REVIEW_NANOS;
      List<MatchSummary> present = matches.get();
      beyondThem.retainAll(present.stream().map(MatchSummary::id).toList());
      present.forEach(this::review);
    }
    return work;
  }

  /** What a brain throws costs its bot, and no other. */
  private int turn(FillBot bot, long nowNanos) {
    try {
      return bot.doWork(nowNanos);
    } catch (Throwable t) {
      String mode = bot.mode();
      LOG.error(
          "a bot left match {}, since the brain of {} failed: {}",
          bot.matchId(),
          mode,
          Blame.of(t, games.jar(mode)));
      telemetry.of(mode).failed(FailureCause.BRAIN);
      beyondThem.add(bot.matchId());
      bot.close();
      return 1;
    }
  }

  private void review(MatchSummary match) {
    if (!match.permanent()
        || match.stage() != MatchView.Stage.RUNNING
        || beyondThem.contains(match.id())) {
      return;
    }
    int wanted =
        Math.clamp(
            playersPerMatch - match.players(), 0, Math.max(0, match.max() - match.players() - 1));
    int present = 0;
    for (Iterator<FillBot> i = bots.iterator(); i.hasNext(); ) {
      FillBot bot = i.next();
      if (bot.matchId() == match.id() && ++present > wanted) {
        bot.close();
        i.remove();
      }
    }
    for (; present < wanted; present++) {
      bots.add(connect(match));
    }
  }

  private FillBot connect(MatchSummary match) {
    return new FillBot(
        loopback.control().connect(),
        loopback.lanes(),
        loopback.ports(),
        games,
        maps,
        NAMES.get(made++ % NAMES.size()),
        brain,
        match,
        rng.nextLong());
  }
}
