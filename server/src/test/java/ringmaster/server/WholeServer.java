package ringmaster.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.server.fill.FillBots;
import ringmaster.server.guard.Guards;
import ringmaster.server.guard.Patience;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.Journal;
import ringmaster.server.pool.WorkerPool;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.transport.CombinedControl;
import ringmaster.server.transport.LoopbackControl;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.SystemClock;
import ringmaster.shared.time.TickRate;

/** A whole server with its bots, driven by one thread under a virtual clock, from one seed. */
public final class WholeServer implements AutoCloseable {
  public static final Games GAMES = Games.installed();
  public static final GameMaps MAPS = new GameMaps();

  static final long SERVER_ID = 0x5E27;

  private static final long TURN_NANOS = 1_000_000;

  /** A game that behaves is waited for however busy the machine is: the run stays the seed's. */
  private static final Patience ENDLESS =
      new Patience(new SystemClock(), Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Patience REPLAY_PATIENCE =
      new Patience(new SystemClock(), 1_000_000_000, 1_000_000_000);

  public final VirtualClock clock = new VirtualClock();
  public final LoopbackControl control = new LoopbackControl();

  /** Who comes in here is of one address, and not trusted. */
  final LoopbackControl strangers = new LoopbackControl();

  public final LoopbackDatagrams datagrams = new LoopbackDatagrams();
  public final ServerCore core;
  private final List<Agent> agents = new ArrayList<>();

  public WholeServer(
      int matches, int players, int timeLimitSeconds, int workers, @Nullable Disk disk, long seed)
      throws IOException {
    this(
        new ServerSettings(
            Collections.nCopies(matches, new MatchOrder(skirmish(), null, players)),
            matches + 4,
            timeLimitSeconds,
            workers,
            new ReplicationSettings(new TickRate(60), 60, 32_000)),
        GAMES,
        disk,
        seed);
  }

  /** With settings and games of a test's own. */
  public WholeServer(ServerSettings settings, Games games, @Nullable Disk disk, long seed)
      throws IOException {
    this(settings, games, disk, seed, 0);
  }

  /**
   * Begins at any time, as a machine's monotonic clock does.
   *
   * @param startNanos what the clock shows
   */
  WholeServer(ServerSettings settings, Games games, @Nullable Disk disk, long seed, long startNanos)
      throws IOException {
    this(settings, games, disk, seed, startNanos, ENDLESS);
  }

  /** With a patience of a test's own for games from jars. */
  WholeServer(
      ServerSettings settings,
      Games games,
      @Nullable Disk disk,
      long seed,
      long startNanos,
      Patience patience)
      throws IOException {
    clock.advance(startNanos);
    Rng rng = new Rng(seed);
    core =
        new ServerCore(
            settings,
            new ServerCore.Outside(
                clock,
                new CombinedControl(new StrangerControl(strangers), control),
                List.of(datagrams),
                disk,
                journal -> journal.drivingBarrier(clock),
                rng::nextLong,
                rng::nextLong,
                SERVER_ID,
                games,
                MAPS,
                patience));
    agents.addAll(core.agents());
    Journal journal = core.journal();
    if (journal != null) {
      agents.add(journal.agent());
      agents.add(journal.writer());
    }
    core.openMatches();
  }

  /**
   * Runs a journal again.
   *
   * @param workers beside this thread
   */
  public static JournalReplay.Result replay(Disk disk, Games games, int workers)
      throws IOException {
    try (WorkerPool pool = new WorkerPool(workers);
        Guards guards = new Guards(REPLAY_PATIENCE)) {
      return JournalReplay.run(disk, games, MAPS, pool, guards);
    }
  }

  public static Game skirmish() {
    Game game = GAMES.find("skirmish");
    if (game == null) {
      throw new IllegalStateException("skirmish is not installed");
    }
    return game;
  }

  /** Adds bots to every match. */
  public void fill(int playersPerMatch, long seed) {
    agents.add(
        new FillBots(
            playersPerMatch,
            "",
            new FillBots.Loopback(control, List.of(datagrams), List.of(datagrams.port())),
            core.control().directory()::summaries,
            core.games(),
            MAPS,
            core.gameTelemetry(),
            seed));
  }

  /** Drives another agent with the server's own. */
  public void add(Agent agent) {
    agents.add(agent);
  }

  public void run(double seconds) {
    long end = clock.nanoTime() + (long) (seconds * 1e9);
    while (clock.nanoTime() < end) {
      turn(TURN_NANOS);
    }
  }

  /** Lets time pass at once, then gives each agent one turn: the server itself stood still. */
  void turn(long passedNanos) {
    clock.advance(passedNanos);
    for (Agent agent : agents) {
      agent.doWork(clock.nanoTime());
    }
  }

  /** A turn of all agents but one. */
  void turnWithout(Agent left, long passedNanos) {
    clock.advance(passedNanos);
    for (Agent agent : agents) {
      if (agent != left) {
        agent.doWork(clock.nanoTime());
      }
    }
  }

  @Override
  public void close() {
    agents.forEach(Agent::onClose);
    core.close();
  }
}
