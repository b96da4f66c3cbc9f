package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.DatagramHub;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.PlayObserver;
import ringmaster.server.ServerSettings;
import ringmaster.server.WholeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.TickRate;

/**
 * One of four who play lies in its datagrams. It covers no more ground and hits no more than an
 * honest one whom the same brain plays, all seeds together.
 *
 * <p>{@code -Dringmaster.cheat.seeds=40} plays more than the usual.
 */
class CheatingClientSimulation {
  private static final int PLAYERS = 4;
  private static final int SECONDS = 30;
  private static final int SEEDS = Integer.getInteger("ringmaster.cheat.seeds", 4);
  private static final int SEAT = 0;
  private static final MatchSettings PLAYERS_ONLY =
      new MatchSettings("skirmish", "yard", PLAYERS, new TickRate(60), 600, 0);

  /** Longer ways in a tick are a new tank's: at top speed with boost it makes 0.4 m. */
  private static final double SPAWN_METERS = 1;

  /** What others' rockets move by in a match whoever stands still. */
  private static final double SHOVED_METERS = 4;

  /** What the first seat got done, by the server's own frames. */
  private static final class Deeds {
    private final Game game = WholeServer.skirmish();
    double meters;
    int hits;
    private double x = Double.NaN;
    private double y = Double.NaN;

    void read(EntityFrame frame) {
      int tank = game.bodySlot(PLAYERS_ONLY, SEAT);
      double nowX = frame.present(tank) ? frame.get(tank, BodyFields.X) : Double.NaN;
      double nowY = frame.present(tank) ? frame.get(tank, BodyFields.Y) : Double.NaN;
      double way = Math.hypot(nowX - x, nowY - y);
      meters += way < SPAWN_METERS ? way : 0;
      x = nowX;
      y = nowY;
    }

    /** At the end: its tally. */
    void readHits(EntityFrame frame) {
      int player = game.playerSlot(SEAT);
      List<EntityField> fields = frame.schema().types().get(frame.type(player)).fields();
      int field = fields.stream().map(EntityField::name).toList().indexOf("hits");
      hits += (int) frame.get(player, field);
    }

    @Override
    public String toString() {
      return Math.round(meters) + " m, " + hits + " hits";
    }
  }

  /** The cheat in the first seat, three honest ones in the others. */
  private static final class Crowd implements Agent {
    private final GameCatalog catalog = new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load);
    private final LoopbackWorld world;
    private final CheatingHub cheating;
    private final ServerFrames frames;
    private final Deeds deeds;
    private final List<Bot> bots = new ArrayList<>();
    private int nextTick;

    Crowd(WholeServer server, ServerFrames frames, Cheat cheat, long seed, Deeds deeds) {
      this.frames = frames;
      this.deeds = deeds;
      world = new LoopbackWorld(server.control, server.datagrams);
      cheating = new CheatingHub(world, cheat, seed);
    }

    void add(String brain, boolean cheats, long seed) {
      Bot.Role role =
          new Bot.Role(
              (int) seed * PLAYERS + bots.size(),
              "",
              0,
              brain,
              AimedView.NEWEST_SNAPSHOT,
              NetworkProfile.parse("dsl"),
              match -> true);
      DatagramHub hub = cheats ? cheating : world;
      bots.add(new Bot(role, world, hub, catalog, PlayObserver.NONE, 0));
    }

    @Override
    public String role() {
      return "crowd";
    }

    @Override
    public int doWork(long nowNanos) {
      world.poll(nowNanos);
      cheating.poll(nowNanos);
      bots.forEach(bot -> bot.doWork(nowNanos));
      for (EntityFrame frame = frames.find(nextTick); frame != null; ) {
        deeds.read(frame);
        frame = frames.find(++nextTick);
      }
      return 1;
    }

    void finish() {
      assertEquals(SEAT, Objects.requireNonNull(bots.getFirst().client().play()).seat());
      deeds.readHits(frames.of(nextTick - 1));
    }
  }

  private static void play(String brain, Cheat cheat, long seed, Deeds deeds) throws IOException {
    ServerFrames frames = new ServerFrames();
    Game game = frames.keptOf(WholeServer.skirmish());
    TreeMap<String, Integer> options = new TreeMap<>();
    options.put("warmUp", 0);
    ServerSettings settings =
        new ServerSettings(
            List.of(new MatchOrder(game, null, PLAYERS, options)),
            1,
            600,
            0,
            new ReplicationSettings(new TickRate(60), 60, 32_000));
    try (WholeServer server = new WholeServer(settings, new Games(List.of(game)), null, seed)) {
      Crowd crowd = new Crowd(server, frames, cheat, seed, deeds);
      server.add(crowd);
      crowd.add(brain, true, seed);
      server.run(1);
      for (int i = 1; i < PLAYERS; i++) {
        crowd.add("fighter", false, seed);
      }
      server.run(SECONDS);
      crowd.finish();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fighter-hard", "sniper"})
  void aLieGainsNeitherGroundNorHits(String brain) throws IOException {
    Deeds honest = playAll(brain, Cheat.NONE);
    System.out.println(brain + " " + Cheat.NONE + ": " + honest);
    for (Cheat cheat : EnumSet.complementOf(EnumSet.of(Cheat.NONE))) {
      Deeds deeds = playAll(brain, cheat);
      System.out.println(brain + " " + cheat + ": " + deeds);
      String both = cheat + ": " + deeds + ", honest: " + honest;
      assertTrue(deeds.meters <= 1.1 * honest.meters + SHOVED_METERS * SEEDS, both);
      // Another command now and then makes another fight: what chance does to such counts.
      double spread = Math.sqrt(honest.hits + deeds.hits);
      assertTrue(deeds.hits <= honest.hits + 2 * spread, both);
    }
  }

  private static Deeds playAll(String brain, Cheat cheat) throws IOException {
    Deeds deeds = new Deeds();
    for (long seed = 1; seed <= SEEDS; seed++) {
      play(brain, cheat, seed, deeds);
    }
    return deeds;
  }
}
