package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientCounters;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.PlayObserver;
import ringmaster.server.ServerSettings;
import ringmaster.server.WholeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.TickRate;

/** What bad networks leave of eight players' inputs, and of what they are shown. */
final class FairnessSimulation {
  private static final int PLAYERS = 8;
  private static final int WARM_UP_SECONDS = 10;
  private static final int SECONDS = 30;

  /** Bots of one match, each behind a network of its own. */
  private static final class Crowd implements Agent {
    private final LoopbackWorld world;
    private final List<Bot> bots;

    Crowd(WholeServer server, NetworkProfile network) {
      world = new LoopbackWorld(server.control, server.datagrams);
      GameCatalog catalog = new GameCatalog(WholeServer.GAMES, WholeServer.MAPS::load);
      bots =
          IntStream.range(0, PLAYERS)
              .mapToObj(i -> role(i, network))
              .map(role -> new Bot(role, world, world, catalog, PlayObserver.NONE, 0))
              .toList();
    }

    private static Bot.Role role(int number, NetworkProfile network) {
      AimedView view = AimedView.NEWEST_SNAPSHOT;
      return new Bot.Role(number, "", 0, "fighter", view, network, match -> true);
    }

    ClientCounters counters() {
      ClientCounters sum = new ClientCounters();
      bots.forEach(bot -> sum.add(bot.client().counters(), 1));
      return sum;
    }

    @Override
    public String role() {
      return "crowd";
    }

    @Override
    public int doWork(long nowNanos) {
      world.poll(nowNanos);
      bots.forEach(bot -> bot.doWork(nowNanos));
      return 1;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lan, 0.01, 0.01",
    "dsl, 0.1, 0.2",
    "4g, 0.5, 0.55",
    "wifi-bad, 2.5, 1.7",
    "satellite, 0.2, 0.3",
  })
  void fewFramesLackTheirSnapshotAndFewTicksTheirCommand(
      String profile, double underrunsPercent, double missedPercent) throws IOException {
    ServerSettings settings =
        new ServerSettings(
            List.of(new MatchOrder(WholeServer.skirmish(), null, PLAYERS)),
            1,
            300,
            0,
            new ReplicationSettings(new TickRate(60), 60, 32_000));
    try (WholeServer server = new WholeServer(settings, WholeServer.GAMES, null, 3)) {
      Crowd crowd = new Crowd(server, NetworkProfile.parse(profile));
      server.add(crowd);
      server.run(WARM_UP_SECONDS);
      ClientCounters before = crowd.counters();
      server.run(SECONDS);
      ClientCounters counters = crowd.counters().since(before);
      crowd.bots.forEach(bot -> assertEquals(GameClient.State.PLAYING, bot.client().state()));
      assertEquals(SECONDS * 60 * PLAYERS, counters.framesShown, 60);
      double underruns = 100.0 * counters.underruns() / counters.framesShown;
      double missed = 100.0 * counters.commandsMissed / counters.commandsIssued;
      assertTrue(underruns <= underrunsPercent, profile + ": " + underruns + " % underruns");
      assertTrue(missed <= missedPercent, profile + ": " + missed + " % missed");
    }
  }
}
