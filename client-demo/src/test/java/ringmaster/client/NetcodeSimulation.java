package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.interpolation.InterpolatedView;
import ringmaster.server.ServerSettings;
import ringmaster.server.WholeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.journal.FaultyDisk;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.math.Rng;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.TickRate;

/**
 * Whole servers with real clients, each from one seed: networks of all kinds, clients and servers
 * that stand still for a while. Of every tick it is checked that a match takes one command a seat,
 * its own and once; of every turn of a client that its view of the others never goes back; of every
 * snapshot that what is held is what the server showed; of every comparison that an own body which
 * nothing touched, and whose commands all came, was foretold to the bit.
 *
 * <p>{@code -Dringmaster.netcode.seeds=1000} plays more than the usual.
 */
final class NetcodeSimulation {
  private static final int SEEDS = Integer.getInteger("ringmaster.netcode.seeds", 200);
  private static final int PLAYERS = 3;
  private static final int SEATS = 4;

  /** How long a command that was missed may still be felt: round trip, correction, respawn. */
  private static final int AFTERMATH_TICKS = 120;

  private long compared;
  private long fresh;
  private long repeated;

  @Test
  void whateverTheNetworkDoes() throws IOException {
    for (int seed = 1; seed <= SEEDS; seed++) {
      try {
        play(seed);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", " + network(new Rng(Rng.mix(seed))), e);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d seeds: %,d commands in their tick, %,d repeated, %,d bodies foretold to the bit%n",
        SEEDS,
        fresh,
        repeated,
        compared);
    assertTrue(compared > 20L * SEEDS, "compared " + compared);
    assertTrue(repeated > SEEDS, "repeated " + repeated);
  }

  private static String network(Rng rng) {
    return String.format(
        Locale.ROOT,
        "latency=%dms,jitter=%dms,loss=%d%%,burst=%d,duplicate=%d%%,reorder=%d%%,seed=%d",
        rng.nextInt(3) == 0 ? rng.nextInt(300) : rng.nextInt(40),
        rng.nextInt(2) == 0 ? 0 : rng.nextInt(40),
        rng.nextInt(2) == 0 ? 0 : rng.nextInt(20),
        1 + rng.nextInt(6),
        rng.nextInt(10),
        rng.nextInt(10),
        rng.nextInt(1_000_000));
  }

  private void play(int seed) throws IOException {
    Rng rng = new Rng(Rng.mix(seed));
    NetworkProfile network = NetworkProfile.parse(network(rng));
    CommandLedger ledger = new CommandLedger();
    ServerFrames frames = new ServerFrames();
    Game game = frames.keptOf(ledger.checked(WholeServer.skirmish()));
    FaultyDisk disk = new FaultyDisk();
    ServerSettings settings =
        new ServerSettings(
            List.of(new MatchOrder(game, "yard", SEATS)),
            1,
            300,
            0,
            new ReplicationSettings(new TickRate(60), 60, 32_000));
    try (WholeServer server = new WholeServer(settings, new Games(List.of(game)), disk, seed)) {
      Crowd crowd = new Crowd(server, frames, ledger, network, seed);
      server.add(crowd);
      server.run(2.5);
      standStill(server, crowd, rng);
      server.run(2.5);
      crowd.checkThatAllPlay();
    }
    JournalReplay.Result result = WholeServer.replay(disk, WholeServer.GAMES, 0);
    assertEquals(null, result.firstDifference());
    fresh += ledger.fresh;
    repeated += ledger.repeated;
  }

  /** The server, or one of the clients, for up to a second; or nobody. */
  private static void standStill(WholeServer server, Crowd crowd, Rng rng) throws IOException {
    int millis = rng.nextInt(1_000);
    switch (rng.nextInt(3)) {
      case 0 -> {
        for (int i = 0; i < millis; i++) {
          server.clock.advance(1_000_000);
          crowd.doWork(server.clock.nanoTime());
        }
      }
      case 1 -> {
        crowd.asleep = rng.nextInt(PLAYERS);
        server.run(millis / 1_000.0);
        crowd.asleep = Crowd.NOBODY;
      }
      default -> {}
    }
  }

  /** Some clients of one match, and what is checked of them. */
  private final class Crowd implements Agent {
    static final int NOBODY = -1;

    private final LoopbackWorld world;
    private final List<Player> players = new ArrayList<>();

    /** Whose process gets no core. */
    int asleep = NOBODY;

    Crowd(
        WholeServer server,
        ServerFrames frames,
        CommandLedger ledger,
        NetworkProfile network,
        int seed) {
      world = new LoopbackWorld(server.control, server.datagrams);
      for (int i = 0; i < PLAYERS; i++) {
        players.add(new Player(world, frames, ledger, network, SEATS * seed + i));
      }
    }

    @Override
    public String role() {
      return "players";
    }

    @Override
    public int doWork(long nowNanos) {
      world.poll(nowNanos);
      for (int i = 0; i < players.size(); i++) {
        if (i != asleep) {
          players.get(i).turn(nowNanos);
        }
      }
      return 1;
    }

    void checkThatAllPlay() {
      for (Player player : players) {
        GameClient client = player.client;
        assertEquals(GameClient.State.PLAYING, client.state(), client.closeSentence());
        assertEquals(0, client.counters().hashMismatches);
        assertEquals(0, client.counters().stateMismatches);
      }
    }
  }

  /** A client, its pilot and its observer. */
  private final class Player implements Pilot, PlayObserver {
    private final ServerFrames frames;
    private final CommandLedger ledger;
    private final Rng rng;
    final GameClient client;
    private @Nullable HeldEntities held;
    private int seat;
    private int thrust;
    private int turn;
    private int viewTick = -1;

    Player(
        LoopbackWorld world,
        ServerFrames frames,
        CommandLedger ledger,
        NetworkProfile network,
        int number) {
      this.frames = frames;
      this.ledger = ledger;
      rng = new Rng(Rng.mix(number));
      ClientOptions options =
          new ClientOptions(
              "player-" + number,
              "",
              0,
              false,
              false,
              AimedView.INTERPOLATED,
              network,
              match -> true,
              number);
      GameCatalog catalog = new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load);
      client = new GameClient(options, world, world, catalog, this, this, 0);
    }

    void turn(long nowNanos) {
      client.doWork(nowNanos);
      MatchPlay play = client.play();
      if (play == null) {
        return;
      }
      if (held == null) {
        held = new HeldEntities(frames, play, true);
      }
      held.compare();
      InterpolatedView view = play.viewAt(nowNanos);
      if (view != null) {
        assertTrue(view.tick() >= viewTick, "view went back from " + viewTick);
        viewTick = view.tick();
      }
    }

    @Override
    public void matchStarted(PlayableMatch match, int newSeat) {
      seat = newSeat;
    }

    @Override
    public long command(EntityFrame newest, int ownSeat, int tick) {
      if (rng.nextInt(20) == 0) {
        thrust = rng.nextInt(255) - 127;
        turn = rng.nextInt(255) - 127;
      }
      return CommandLedger.stamped(tick, thrust, turn, rng.nextInt(30) == 0 ? 3 : 0);
    }

    @Override
    public void predictionCompared(float errorMeters, boolean inContact) {
      MatchPlay play = client.play();
      int tick = play == null ? 0 : play.newestSnapshotTick();
      if (!inContact && ledger.missedTick(seat) + AFTERMATH_TICKS < tick) {
        assertEquals(0, errorMeters, "tick " + tick + ", seat " + seat);
        compared++;
      }
    }

    @Override
    public void commandIssued(long lateNanos) {}

    @Override
    public void commandCovered(long elapsedNanos) {}

    @Override
    public void snapshotReceived(long nowNanos) {}

    @Override
    public void snapshotTaken() {}
  }
}
