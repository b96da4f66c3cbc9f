package ringmaster.server.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import ringmaster.server.ServerCore;
import ringmaster.server.ServerSettings;
import ringmaster.server.fill.FillBots;
import ringmaster.server.guard.Patience;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.Journal;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.telemetry.CpuTime;
import ringmaster.server.transport.LoopbackControl;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.Clock;
import ringmaster.shared.time.SystemClock;
import ringmaster.shared.time.TickRate;

/**
 * A whole server and its bots, driven by one thread. Its schedule runs on a time of its own, which
 * jumps from one tick to the next without waiting; what a tick costs is taken from the real clock.
 *
 * <p>Only the tick loop's turns are measured. With a journal they hold all of its work, copying and
 * writing, since no other thread is there to do it.
 */
final class TickRig implements AutoCloseable {
  /**
   * How much there is to do.
   *
   * @param playersPerMatch bots in each match; one seat more stays free
   * @param workers threads beside the one that drives
   */
  record Load(int matches, int playersPerMatch, int workers) {
    int players() {
      return matches * playersPerMatch;
    }
  }

  private static final long MAX_NANOS = 60_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final TickRate RATE = new TickRate(60);
  private static final int SNAPSHOT_HZ = 60;
  private static final int PLAYER_BUDGET_BYTES_PER_SECOND = 32_000;

  /** Four hours of play: no match is followed by another while it is measured. */
  private static final int TIME_LIMIT_SECONDS = 14_400;

  private final Clock clock = new SystemClock();
  private final LoopbackControl control = new LoopbackControl();
  private final LoopbackDatagrams datagrams = new LoopbackDatagrams();
  private final long threadId = Thread.currentThread().threadId();
  private final Histogram wholeNanos = new Histogram(MAX_NANOS, SIGNIFICANT_DIGITS);
  private final ServerCore core;
  private final List<Agent> others = new ArrayList<>();

  /** The time of the schedule and of all that go by it. */
  private long nowNanos;

  private long allocatedBytes;

  /**
   * @param disk null for a server without a journal
   */
  TickRig(Load load, @Nullable Disk disk, long seed) throws IOException {
    Games games = Games.installed();
    GameMaps maps = new GameMaps();
    Rng rng = new Rng(seed);
    core =
        new ServerCore(
            settings(load, games),
            new ServerCore.Outside(
                clock,
                control,
                List.of(datagrams),
                disk,
                journal -> journal.drivingBarrier(clock),
                rng::nextLong,
                rng::nextLong,
                seed,
                games,
                maps,
                Patience.usual(clock)));
    core.openMatches();
    nowNanos = clock.nanoTime();
    others.addAll(core.agents());
    others.remove(core.tickLoop());
    others.add(
        new FillBots(
            load.playersPerMatch(),
            "",
            new FillBots.Loopback(control, List.of(datagrams), List.of(datagrams.port())),
            core.control().directory()::summaries,
            games,
            maps,
            core.gameTelemetry(),
            rng.nextLong()));
  }

  private static ServerSettings settings(Load load, Games games) {
    MatchOrder order =
        new MatchOrder(
            Objects.requireNonNull(games.find("skirmish")), null, load.playersPerMatch() + 1);
    return new ServerSettings(
        Collections.nCopies(load.matches(), order),
        load.matches(),
        TIME_LIMIT_SECONDS,
        load.workers(),
        new ReplicationSettings(RATE, SNAPSHOT_HZ, PLAYER_BUDGET_BYTES_PER_SECOND));
  }

  void run(int ticks) {
    for (int i = 0; i < ticks; i++) {
      nowNanos += core.tickLoop().restNanos(nowNanos);
      for (Agent agent : others) {
        agent.doWork(nowNanos);
      }
      tick();
    }
  }

  private void tick() {
    long bytesBefore = CpuTime.allocatedBytes(threadId);
    long beginNanos = clock.nanoTime();
    core.tickLoop().doWork(nowNanos);
    long endNanos = clock.nanoTime();
    allocatedBytes += CpuTime.allocatedBytes(threadId) - bytesBefore;
    wholeNanos.recordValue(Math.min(endNanos - beginNanos, MAX_NANOS));
  }

  /** Players in their matches now. */
  int players() {
    return core.sessions().size();
  }

  /** All that was counted so far. */
  Reading read() {
    long commands = core.ingressCounters().getFirst().commands.get();
    return Reading.of(core.telemetry(), wholeNanos, allocatedBytes, commands);
  }

  @Override
  public void close() {
    Journal journal = core.journal();
    if (journal != null) {
      journal.agent().onClose();
      journal.writer().onClose();
    }
    others.forEach(Agent::onClose);
    core.close();
  }
}
