package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import ringmaster.server.ingress.ControlCounters;
import ringmaster.server.ingress.IngressCounters;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.journal.FaultyDisk;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.telemetry.Counter;
import ringmaster.server.transport.ControlEvent;
import ringmaster.shared.game.Games;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.TickRate;

/**
 * A server with seven honest players, something hostile let loose on it, and proof that the seven
 * noticed nothing: they take every snapshot, miss no command, and the journal replays to the same
 * hashes.
 */
final class Siege implements AutoCloseable {
  static final int PLAYER_BYTES_PER_SECOND = 32_000;
  private static final int HONEST = 7;

  /** What honest play itself moves. */
  private static final Set<String> ORDINARY = Set.of("datagrams", "commands");

  final FaultyDisk disk = new FaultyDisk();
  final WholeServer server;
  final List<ScriptedClient> honest = new ArrayList<>();
  private final Supplier<Games> games;
  private final Map<String, Long> before;

  /** One match of ten seats. */
  Siege() throws IOException {
    this(600);
  }

  Siege(int timeLimitSeconds) throws IOException {
    this(
        settings(new MatchOrder(WholeServer.skirmish(), null, 10), timeLimitSeconds),
        () -> WholeServer.GAMES);
  }

  /**
   * The seven play in the first match.
   *
   * @param games for the server, and anew for the replay
   */
  Siege(ServerSettings settings, Supplier<Games> games) throws IOException {
    this.games = games;
    server = new WholeServer(settings, games.get(), disk, 5);
    server.run(0.5);
    for (int i = 0; i < HONEST; i++) {
      honest.add(new ScriptedClient(server, server.control, firstMatch("Honest " + i)));
    }
    server.run(1.5);
    before = counts();
  }

  static ServerSettings settings(MatchOrder order, int timeLimitSeconds) {
    return settings(List.of(order), 2, timeLimitSeconds);
  }

  static ServerSettings settings(List<MatchOrder> orders, int maxMatches, int timeLimitSeconds) {
    return settings(orders, maxMatches, timeLimitSeconds, 0);
  }

  static ServerSettings settings(
      List<MatchOrder> orders, int maxMatches, int timeLimitSeconds, int workers) {
    return new ServerSettings(
        orders,
        maxMatches,
        timeLimitSeconds,
        workers,
        new ReplicationSettings(new TickRate(60), 60, PLAYER_BYTES_PER_SECOND));
  }

  private static ControlMessage.Hello firstMatch(String name) {
    return new ControlMessage.Hello(Limits.PROTOCOL_VERSION, name, "", 1, false, false);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (IngressCounters lane : server.core.ingressCounters()) {
      for (Field field : IngressCounters.class.getFields()) {
        if (!ORDINARY.contains(field.getName())) {
          counts.merge(field.getName(), value(field, lane), Long::sum);
        }
      }
    }
    ControlCounters control = server.core.controlCounters();
    counts.put("joined", control.joined.get());
    counts.put("watched", control.watched.get());
    counts.put("asked", control.asked.get());
    counts.put("talk", control.talk.get());
    counts.put("talkDropped", control.talkDropped.get());
    for (DisconnectReason reason : DisconnectReason.values()) {
      counts.put("refused " + reason, control.refused(reason).get());
      counts.put("ended " + reason, control.ended(reason).get());
    }
    counts.put("commandsRefused", server.core.telemetry().commandsRefused.get());
    counts.put("matchesFailed", server.core.telemetry().matchesFailed.get());
    counts.put("handlerErrors", handlerErrors());
    return counts;
  }

  private long handlerErrors() {
    return server.control.counters().get(ControlEvent.HANDLER_ERROR)
        + server.strangers.counters().get(ControlEvent.HANDLER_ERROR);
  }

  private static long value(Field field, IngressCounters lane) {
    try {
      return ((Counter) field.get(lane)).get();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The counters that moved since the seven took their seats, and by how much. */
  Map<String, Long> moved() {
    Map<String, Long> moved = counts();
    before.forEach((name, count) -> moved.merge(name, -count, Long::sum));
    moved.values().removeIf(count -> count == 0);
    return moved;
  }

  /** By how much one counter moved. */
  long moved(String name) {
    return moved().getOrDefault(name, 0L);
  }

  /** Only these counters moved, by any amount. */
  void assertMoved(String... names) {
    assertEquals(Set.of(names), moved().keySet(), () -> moved().toString());
  }

  /** Lets time pass and holds that the seven lack nothing. */
  void run(double seconds) {
    int[] taken = honest.stream().mapToInt(client -> client.taken).toArray();
    int[] missed = honest.stream().mapToInt(client -> client.missed).toArray();
    server.run(seconds);
    for (int i = 0; i < honest.size(); i++) {
      ScriptedClient client = honest.get(i);
      assertNull(client.reason(), "an honest player was sent away");
      assertTrue(
          client.taken - taken[i] >= (int) (60 * seconds) - 2,
          "only " + (client.taken - taken[i]) + " snapshots in " + seconds + " s");
      assertEquals(missed[i], client.missed, "commands were missed");
    }
  }

  /** Stops the server and replays what it wrote down. */
  JournalReplay.Result replay() throws IOException {
    server.close();
    return WholeServer.replay(disk, games.get(), 0);
  }

  /** Stops the server; its journal gives the same hashes. */
  @Override
  public void close() {
    try {
      JournalReplay.Result result = replay();
      assertNull(result.firstDifference());
      assertTrue(result.hashesCompared() > 100, result.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
