package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.PingEntry;
import ringmaster.shared.protocol.ControlMessage.Pings;
import ringmaster.shared.protocol.Limits;

/** Everybody in a match is told how long everybody's way takes. */
class PingSimulation {
  private static final MatchOrder EIGHT = new MatchOrder(WholeServer.skirmish(), null, 8);

  private static ControlMessage.Hello hello(String name, boolean spectator) {
    return new ControlMessage.Hello(Limits.PROTOCOL_VERSION, name, "", 1, false, spectator);
  }

  /** Its acks come so many of its ticks late. */
  private static ScriptedClient slow(WholeServer server, int lateTicks) {
    return new ScriptedClient(server, server.strangers, hello("Slow", false)) {
      @Override
      int claimedAck() {
        return Math.max(-1, super.claimedAck() - lateTicks);
      }

      @Override
      int claimedMask() {
        return -1;
      }
    };
  }

  private static Optional<PingEntry> last(ScriptedClient client, int seat) {
    return client
        .all(Pings.class)
        .reduce((before, after) -> after)
        .flatMap(pings -> pings.entries().stream().filter(e -> e.seat() == seat).findAny());
  }

  @Test
  void allAreToldOnceASecond() throws IOException {
    ServerSettings settings = Siege.settings(List.of(EIGHT), 1, 600);
    try (WholeServer server = new WholeServer(settings, WholeServer.GAMES, null, 1)) {
      server.fill(3, 1);
      server.run(0.5);
      ScriptedClient near = new ScriptedClient(server, server.strangers, hello("Near", false));
      ScriptedClient far = slow(server, 12);
      ScriptedClient watcher = new ScriptedClient(server, server.strangers, hello("W", true));
      server.run(10);
      for (ScriptedClient client : List.of(near, far, watcher)) {
        assertEquals(10, client.all(Pings.class).count(), 1);
        assertEquals(Optional.of(new PingEntry(0, 0)), last(client, 0), "the server's own bot");
        assertTrue(last(client, near.seat).orElseThrow().millis() <= 17);
        assertEquals(200, last(client, far.seat).orElseThrow().millis(), 20);
        assertEquals(Optional.empty(), last(client, ControlMessage.NO_SEAT));
      }
    }
  }

  @Test
  void whoseWayIsNotKnownIsLeftOut() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient silent =
          new ScriptedClient(siege.server, siege.server.strangers, hello("Silent", false)) {
            @Override
            int claimedAck() {
              return -1;
            }
          };
      siege.run(5);
      assertTrue(silent.plays());
      ScriptedClient honest = siege.honest.getFirst();
      assertEquals(Optional.empty(), last(honest, silent.seat));
      assertEquals(Optional.of(new PingEntry(1, 0)), last(honest, 1));
    }
  }
}
