package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.PlayObserver;
import ringmaster.server.ServerSettings;
import ringmaster.server.WholeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.journal.FileDisk;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.TickRate;

/**
 * A sniper on a slow line, which fires exactly when a target is under its crosshair in its own
 * view, and targets that strafe on a range without cover: does it hit what it sees? Server, journal
 * and clients in one thread, under one seed and a virtual clock.
 */
class SniperSimulation {
  private static final int TARGETS = 3;
  private static final int SECONDS = 60;
  private static final int SEEDS = 3;
  private static final double HULL_RADIUS_METERS = 1;

  /** The sniper and its targets. */
  private static final class Range implements Agent {
    private final GameCatalog catalog = new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load);
    private final LoopbackWorld world;
    private final List<GameClient> targets = new ArrayList<>();
    private final Bot sniper;
    private final ServerFrames frames;
    private final boolean compensated;
    private int nextTick;

    /**
     * Of each hit, from where the beam met the hull to where the client knows that it was judged.
     */
    final List<Double> offMeters = new ArrayList<>();

    Range(
        WholeServer server,
        ServerFrames frames,
        NetworkProfile network,
        boolean compensated,
        long seed) {
      this.frames = frames;
      this.compensated = compensated;
      world = new LoopbackWorld(server.control, server.datagrams);
      Bot.Role role =
          new Bot.Role(0, "", 0, "sniper", AimedView.INTERPOLATED, network, match -> true);
      sniper = new Bot(role, world, world, catalog, PlayObserver.NONE, 0);
      for (int i = 1; i <= TARGETS; i++) {
        targets.add(target(i, seed));
      }
    }

    private GameClient target(int number, long seed) {
      ClientOptions options =
          new ClientOptions(
              "target",
              "",
              0,
              true,
              false,
              AimedView.NEWEST_SNAPSHOT,
              NetworkProfile.parse("lan"),
              match -> true,
              number);
      Strafer pilot = new Strafer(seed * 100 + number);
      return new GameClient(options, world, world, catalog, pilot, PlayObserver.NONE, 0);
    }

    @Override
    public String role() {
      return "range";
    }

    @Override
    public int doWork(long nowNanos) {
      world.poll(nowNanos);
      sniper.doWork(nowNanos);
      targets.forEach(target -> target.doWork(nowNanos));
      MatchPlay play = sniper.client().play();
      if (play != null) {
        play.compensate(compensated);
        measureHits(play);
      }
      return 1;
    }

    /** Looks through the server's new frames. */
    private void measureHits(MatchPlay play) {
      for (EntityFrame frame = frames.find(nextTick); frame != null; ) {
        EventList events = frame.events();
        for (int event = 0; event < events.count(); event++) {
          if (play.match().schema().events().get(events.type(event)).name().equals("hit")) {
            offMeters.add(offMeters(play, events, event));
          }
        }
        frame = frames.find(++nextTick);
      }
    }

    private double offMeters(MatchPlay play, EventList events, int event) {
      int victim =
          play.match().game().bodySlot(play.match().settings(), (int) events.get(event, 1));
      int back = play.rewindSixteenths(nextTick);
      double x = seen(victim, BodyFields.X, back) - events.get(event, 4);
      double y = seen(victim, BodyFields.Y, back) - events.get(event, 5);
      return Math.abs(Math.sqrt(x * x + y * y) - HULL_RADIUS_METERS);
    }

    private double seen(int slot, int field, int backSixteenths) {
      int newer = nextTick - 1 - backSixteenths / 16;
      double share = backSixteenths % 16 / 16.0;
      return (1 - share) * frames.of(newer).get(slot, field)
          + share * frames.of(newer - 1).get(slot, field);
    }

    /** One of the sniper's own tallies. */
    int tally(String name) {
      MatchPlay play = Objects.requireNonNull(sniper.client().play());
      int slot = play.match().game().playerSlot(play.seat());
      List<EntityField> fields =
          play.match().schema().types().get(play.newest().type(slot)).fields();
      int field = fields.stream().map(EntityField::name).toList().indexOf(name);
      return (int) play.newest().get(slot, field);
    }
  }

  private static ServerSettings settings(Game skirmish) {
    TreeMap<String, Integer> options = new TreeMap<>();
    options.put("warmUp", 0);
    return new ServerSettings(
        List.of(new MatchOrder(skirmish, "range", 1 + TARGETS, options)),
        1,
        600,
        0,
        new ReplicationSettings(new TickRate(60), 60, 32_000));
  }

  /** A minute's shots of a sniper, and how many of them hit. */
  private record Score(int shots, int hits, double worstMeters) {
    Score plus(Score more) {
      return new Score(
          shots + more.shots, hits + more.hits, Math.max(worstMeters, more.worstMeters));
    }

    double share() {
      return (double) hits / shots;
    }
  }

  private static Score shoot(String network, boolean compensated, long seed, Path directory)
      throws IOException {
    FileDisk disk = new FileDisk(Files.createDirectory(directory));
    ServerFrames frames = new ServerFrames();
    Game skirmish = frames.keptOf(WholeServer.skirmish());
    Games games = new Games(List.of(skirmish));
    try (WholeServer server = new WholeServer(settings(skirmish), games, disk, seed)) {
      NetworkProfile profile = NetworkProfile.parse(network + ",seed=" + seed);
      Range range = new Range(server, frames, profile, compensated, seed);
      server.add(range);
      server.run(SECONDS);
      double worstMeters =
          range.offMeters.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      return new Score(range.tally("shots"), range.tally("hits"), worstMeters);
    }
  }

  private static void checkReplay(Path directory) throws IOException {
    FileDisk disk = new FileDisk(directory);
    JournalReplay.Result result = WholeServer.replay(disk, WholeServer.GAMES, 0);
    assertNull(result.firstDifference());
    assertTrue(result.hashesCompared() > 60 * (SECONDS - 5), result.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"latency=75ms,jitter=10ms", "latency=75ms,jitter=10ms,loss=10%"})
  void aSniperHitsWhatItSees(String network, @TempDir Path directory) throws IOException {
    Score with = new Score(0, 0, 0);
    Score without = new Score(0, 0, 0);
    for (long seed = 1; seed <= SEEDS; seed++) {
      with = with.plus(shoot(network, true, seed, directory.resolve("with-" + seed)));
      without = without.plus(shoot(network, false, seed, directory.resolve("without-" + seed)));
    }
    System.out.println(network + ": with compensation " + with + ", without " + without);
    assertTrue(with.shots > SEEDS * SECONDS / 2, with.toString());
    assertTrue(with.share() >= 0.95, with.toString());
    assertTrue(without.share() < 0.4, without.toString());
    // Hulls are compared on the snapshots' grid, places of events on a coarser one.
    assertTrue(with.worstMeters < 0.1, "judged elsewhere than the client knows: " + with);
    checkReplay(directory.resolve("with-1"));
  }
}
