package ringmaster.client.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.DatagramSocketHub;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.ServerEndpoint;
import ringmaster.client.connection.SocketEndpoint;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.Clock;

/** Makes the bots, lets them join one after the other, waits, measures, adds up. */
public final class LoadGenerator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoadGenerator.class);

  private static final int BOTS_PER_THREAD = 256;

  /** 128 bots join within two seconds. */
  private static final long JOIN_INTERVAL_NANOS = 14_000_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long WATCH_INTERVAL_MILLIS = 20;

  /** Told how far the run is, about once a second. */
  public interface Watcher {
    void say(String sentence);
  }

  /** What is to be done at the two ends of the window: reading the server's figures. */
  public interface WindowEnds {
    void opened();

    void closed();
  }

  private final LoadPlan plan;
  private final Clock clock;
  private final Watcher watcher;
  private final Window window = new Window();
  private final DecodingSample sample;
  private final List<LoadThread> loads = new ArrayList<>();
  private final List<AgentThread> threads = new ArrayList<>();
  private int joined;

  /**
   * @throws IOException if there is no socket for the datagrams
   */
  public LoadGenerator(LoadPlan plan, Games games, Clock clock, Watcher watcher)
      throws IOException {
    this.plan = plan;
    this.clock = clock;
    this.watcher = watcher;
    sample = new DecodingSample(plan.brain(), Runtime.getRuntime().maxMemory());
    int cores = Runtime.getRuntime().availableProcessors();
    int wanted = (plan.players() + BOTS_PER_THREAD - 1) / BOTS_PER_THREAD;
    makeThreads(Math.clamp(wanted, 1, cores), games);
  }

  private void makeThreads(int count, Games games) throws IOException {
    GameCatalog catalog = new GameCatalog(games, new GameMaps()::load);
    long startNanos = clock.nanoTime();
    for (int i = 0; i < count; i++) {
      LoadThread load = makeThread(i, count, catalog, startNanos);
      loads.add(load);
      threads.add(new AgentThread(load, clock, LoadGenerator::report));
    }
  }

  /** Bots are dealt out in turn, so that all threads join at the same pace. */
  private LoadThread makeThread(int index, int count, GameCatalog catalog, long startNanos)
      throws IOException {
    ServerEndpoint server = new SocketEndpoint(plan.server().host(), plan.server().port());
    DatagramSocketHub hub = new DatagramSocketHub();
    LoadMeter meter = new LoadMeter();
    List<Bot> bots = new ArrayList<>();
    List<BotMeter> meters = new ArrayList<>();
    for (int number = index; number < plan.players(); number += count) {
      BotMeter botMeter = new BotMeter(meter);
      Bot bot =
          new Bot(role(number), server, hub, catalog, botMeter, joinNanos(number, startNanos));
      botMeter.attach(bot);
      bots.add(bot);
      meters.add(botMeter);
    }
    return new LoadThread(index, hub, bots, meters, meter, window, startNanos);
  }

  private Bot.Role role(int number) {
    return new Bot.Role(
        number,
        plan.mode(),
        plan.server().matchId(),
        plan.brain(),
        plan.view(),
        plan.network(),
        sample);
  }

  private static long joinNanos(int number, long startNanos) {
    Rng rng = new Rng(Rng.mix(number));
    return startNanos + (long) ((number + rng.nextFloat()) * JOIN_INTERVAL_NANOS);
  }

  private static boolean report(Agent agent, Throwable error) {
    LOG.error("{} met an error", agent.role(), error);
    return true;
  }

  /**
   * Runs to the end of the window.
   *
   * @throws InterruptedException if it is to end early
   */
  public LoadResult run(WindowEnds ends) throws InterruptedException {
    threads.forEach(AgentThread::start);
    awaitJoins();
    long startNanos = clock.nanoTime() + plan.warmupSeconds() * NANOS_PER_SECOND;
    long endNanos = startNanos + plan.seconds() * NANOS_PER_SECOND;
    window.set(startNanos, endNanos);
    if (joined > 0) {
      await(startNanos, "warming up");
      ends.opened();
      await(endNanos, "measuring");
      ends.closed();
      awaitRecords();
    }
    return LoadResult.of(plan, joined, loads);
  }

  private void awaitJoins() throws InterruptedException {
    long nextSay = clock.nanoTime();
    while (playing() + closed() < plan.players()) {
      nextSay = sayAt(nextSay, "joining: " + playing() + " of " + plan.players());
      TimeUnit.MILLISECONDS.sleep(WATCH_INTERVAL_MILLIS);
    }
    joined = playing();
    if (sample.refused() > 0) {
      watcher.say(
          sample.refused() + " bots see an empty world: more memory (-Xmx) would let them look");
    }
  }

  private void await(long untilNanos, String phase) throws InterruptedException {
    long nextSay = clock.nanoTime();
    while (clock.nanoTime() - untilNanos < 0) {
      long left = (untilNanos - clock.nanoTime() + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
      nextSay =
          sayAt(nextSay, phase + ": " + left + " s left, " + playing() + " players, " + gone());
      TimeUnit.MILLISECONDS.sleep(WATCH_INTERVAL_MILLIS);
    }
  }

  private void awaitRecords() throws InterruptedException {
    while (!loads.stream().allMatch(load -> load.progress().measured())) {
      TimeUnit.MILLISECONDS.sleep(WATCH_INTERVAL_MILLIS);
    }
  }

  private String gone() {
    int gone = joined - playing();
    return gone == 0 ? "none lost" : gone + " lost";
  }

  private long sayAt(long dueNanos, String sentence) {
    long now = clock.nanoTime();
    if (now - dueNanos < 0) {
      return dueNanos;
    }
    watcher.say(sentence);
    return now + NANOS_PER_SECOND;
  }

  private int playing() {
    return loads.stream().mapToInt(load -> load.progress().playing()).sum();
  }

  private int closed() {
    return loads.stream().mapToInt(load -> load.progress().closed()).sum();
  }

  /** Lets all bots leave. */
  @Override
  public void close() {
    threads.forEach(AgentThread::close);
  }
}
