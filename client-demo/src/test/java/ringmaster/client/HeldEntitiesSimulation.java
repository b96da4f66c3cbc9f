package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.PlayObserver;
import ringmaster.server.ServerSettings;
import ringmaster.server.WholeServer;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.TickRate;

/**
 * Real clients of a real server, with the models that ship, over networks that lose, delay, reorder
 * and repeat: each is held against the server's own frames after every snapshot, see {@link
 * HeldEntities}. Seeds are in the names.
 */
class HeldEntitiesSimulation {
  /** The default, which has room for these matches. */
  private static final int BYTES_PER_SECOND = 32_000;

  /** The least that a server can be told, with more players than maps are made for. */
  private static final int FEW_BYTES_PER_SECOND = 60 * ReplicationSettings.MIN_BYTES_PER_SNAPSHOT;

  @ParameterizedTest
  @CsvSource({
    "skirmish, yard, 8, '', '4g,duplicate=2%,reorder=2%', 1",
    "skirmish, quarry, 12, fog=1, 'latency=50ms,loss=5%,duplicate=2%,reorder=2%', 2",
    "skirmish, citadel, 12, fog=1 teams=2, 'wifi-bad,duplicate=5%,reorder=5%', 3",
    "skirmish, yard, 8, teams=2, 'latency=900ms,jitter=100ms,loss=5%,reorder=5%', 4",
    "scrum, pitch, 8, '', '4g,duplicate=2%,reorder=2%', 5",
    "scrum, stadium, 10, '', 'wifi-bad,loss=20%,duplicate=5%,reorder=5%', 6",
  })
  void aClientHoldsAllThatConcernsItAsTheServerShowedIt(
      String mode, String map, int players, String options, String network, long seed)
      throws IOException {
    NetworkProfile profile = NetworkProfile.parse(network + ",seed=" + seed);
    List<HeldEntities> held =
        play(15, order(mode, map, players, options), BYTES_PER_SECOND, profile, seed);
    assertTrue(sum(held, one -> one.beside) > 1_000);
    assertTrue(sum(held, one -> one.secrets) > 100);
    assertTrue(!map.equals("citadel") || sum(held, one -> one.far) > 1_000);
    assertEquals(options.contains("fog"), sum(held, one -> one.hidden) > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "skirmish, quarry, 48, fog=1 teams=2, '4g,duplicate=5%,reorder=5%', 118",
    "skirmish, yard, 64, '', 'latency=50ms,loss=20%,duplicate=5%,reorder=5%', 3",
  })
  void whatHasToWaitIsAsTheServerShowedItBefore(
      String mode, String map, int players, String options, String network, long seed)
      throws IOException {
    NetworkProfile profile = NetworkProfile.parse(network + ",seed=" + seed);
    List<HeldEntities> held =
        play(8, order(mode, map, players, options), FEW_BYTES_PER_SECOND, profile, seed);
    assertTrue(sum(held, one -> one.older) > 10_000, "waited: " + sum(held, one -> one.older));
  }

  /**
   * @param options name and value of each, such as {@code fog=1 teams=2}
   */
  private static MatchOrder order(String mode, String map, int players, String options) {
    Game game = WholeServer.GAMES.find(mode);
    assertNotNull(game);
    SortedMap<String, Integer> values = new TreeMap<>();
    for (String option : options.isEmpty() ? new String[0] : options.split(" ", -1)) {
      String[] parts = option.split("=", 2);
      values.put(parts[0], Integer.valueOf(parts[1]));
    }
    return new MatchOrder(game, map, players, values);
  }

  /** Plays a match of bots with somebody who watches; returns what was compared of each. */
  private static List<HeldEntities> play(
      int seconds, MatchOrder order, int bytesPerSecond, NetworkProfile network, long seed)
      throws IOException {
    ServerFrames frames = new ServerFrames();
    Game game = frames.keptOf(order.game());
    ServerSettings settings =
        new ServerSettings(
            List.of(new MatchOrder(game, order.map(), order.maxPlayers(), order.options())),
            1,
            300,
            0,
            new ReplicationSettings(new TickRate(60), 60, bytesPerSecond));
    try (WholeServer server = new WholeServer(settings, new Games(List.of(game)), null, seed)) {
      boolean roomy = bytesPerSecond == BYTES_PER_SECOND;
      Players players = new Players(server, frames, roomy, network);
      server.add(players.addBots(order.maxPlayers(), PlayObserver.NONE));
      server.run(1);
      players.addWatcher(); // once there is something to watch
      server.run(seconds);
      players.checkThatAllPlay();
      checkModel(players);
      return players.held();
    }
  }

  private static void checkModel(Players players) {
    MatchPlay play = players.clients.getFirst().play();
    assertNotNull(play);
    assertFalse(play.match().codec().isGeneral(), "the model that ships does not fit");
  }

  private static long sum(List<HeldEntities> held, ToLongFunction<HeldEntities> count) {
    return held.stream().mapToLong(count).sum();
  }
}
