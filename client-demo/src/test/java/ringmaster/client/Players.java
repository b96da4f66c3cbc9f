package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.server.WholeServer;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.netsim.NetworkProfile;

/**
 * Real clients of one match: bots, and perhaps one who watches. After each snapshot that any of
 * them takes, what it holds is compared with what the server showed.
 */
final class Players implements Agent {
  private static final Pilot IDLE =
      new Pilot() {
        @Override
        public void matchStarted(PlayableMatch match, int seat) {}

        @Override
        public long command(EntityFrame newest, int seat, int tick) {
          return 0;
        }
      };

  final List<GameClient> clients = new ArrayList<>();
  private final ServerFrames frames;
  private final boolean roomy;
  private final NetworkProfile network;
  private final LoopbackWorld world;
  private final GameCatalog catalog = new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load);
  private final List<@Nullable HeldEntities> held = new ArrayList<>();

  /**
   * @param roomy whether the server's budget has room for all that concerns a client
   */
  Players(WholeServer server, ServerFrames frames, boolean roomy, NetworkProfile network) {
    this.frames = frames;
    this.roomy = roomy;
    this.network = network;
    world = new LoopbackWorld(server.control, server.datagrams);
  }

  /** So many more bots come. */
  Players addBots(int count, PlayObserver observer) {
    for (int i = 0; i < count; i++) {
      Bot.Role role =
          new Bot.Role(
              clients.size(), "", 0, "fighter", AimedView.NEWEST_SNAPSHOT, network, match -> true);
      add(new Bot(role, world, world, catalog, observer, 0).client());
    }
    return this;
  }

  /** Somebody comes who only watches. */
  Players addWatcher() {
    ClientOptions options =
        new ClientOptions(
            "watcher",
            "",
            0,
            false,
            true,
            AimedView.INTERPOLATED,
            network,
            match -> true,
            clients.size());
    add(new GameClient(options, world, world, catalog, IDLE, PlayObserver.NONE, 0));
    return this;
  }

  private void add(GameClient client) {
    clients.add(client);
    held.add(null);
  }

  long[] datagramsSent() {
    return clients.stream().mapToLong(client -> client.counters().datagramsSent).toArray();
  }

  /** All are in the match, and could decode whatever came. */
  void checkThatAllPlay() {
    for (GameClient client : clients) {
      assertEquals(GameClient.State.PLAYING, client.state(), client.closeSentence());
      assertEquals(0, client.counters().hashMismatches);
      assertEquals(0, client.counters().stateMismatches);
    }
  }

  /** What was compared so far; all have come to play. */
  List<HeldEntities> held() {
    return held.stream().map(Objects::requireNonNull).toList();
  }

  @Override
  public String role() {
    return "players";
  }

  @Override
  public int doWork(long nowNanos) {
    world.poll(nowNanos);
    for (int i = 0; i < clients.size(); i++) {
      clients.get(i).doWork(nowNanos);
      compare(i);
    }
    return 1;
  }

  private void compare(int index) {
    HeldEntities entities = held.get(index);
    MatchPlay play = clients.get(index).play();
    if (entities == null && play != null) {
      entities = new HeldEntities(frames, play, roomy);
      held.set(index, entities);
    }
    if (entities != null) {
      entities.compare();
    }
  }
}
