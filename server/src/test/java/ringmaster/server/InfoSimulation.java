package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.server.transport.LoopbackClient;
import ringmaster.shared.Version;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.MatchInfo;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;

/** Whoever asks is told what is played, and takes nothing by it. */
class InfoSimulation {
  private static Info askedOf(Siege siege, int protocolVersion) {
    ScriptedClient client =
        new ScriptedClient(
            siege.server, siege.server.strangers, new ControlMessage.Ask(protocolVersion));
    siege.run(0.2);
    return client.all(Info.class).findAny().orElseThrow();
  }

  @Test
  void whoAsksIsToldWhatIsPlayed() throws IOException {
    try (Siege siege = new Siege()) {
      assertEquals(
          new Info(
              Version.current(),
              Limits.PROTOCOL_VERSION,
              WholeServer.SERVER_ID,
              1,
              List.of(new MatchInfo(1, "skirmish", "quarry", 7, 0, 10, true))),
          askedOf(siege, Limits.PROTOCOL_VERSION));
      assertEquals(7, siege.server.core.sessions().size());
      siege.assertMoved("asked");
    }
  }

  @Test
  void anotherVersionIsToldTheSame() throws IOException {
    try (Siege siege = new Siege()) {
      assertEquals(
          askedOf(siege, Limits.PROTOCOL_VERSION), askedOf(siege, Limits.PROTOCOL_VERSION + 1));
    }
  }

  @Test
  void theConnectionIsClosedASecondAfterTheAnswer() throws IOException {
    try (Siege siege = new Siege()) {
      LoopbackClient idler = siege.server.strangers.connect();
      idler.send(new ControlMessage.Ask(Limits.PROTOCOL_VERSION));
      siege.run(0.9);
      assertTrue(idler.isOpen());
      siege.run(0.3);
      assertFalse(idler.isOpen());
    }
  }

  @Test
  void aServerThatStopsTellsNothing() throws IOException {
    Siege siege = new Siege();
    siege.server.core.control().stop();
    ScriptedClient client =
        new ScriptedClient(siege.server, siege.server.strangers, new ControlMessage.Ask(1));
    siege.server.run(0.3);
    assertEquals(DisconnectReason.SERVER_STOPPING, client.reason());
    siege.close();
  }
}
