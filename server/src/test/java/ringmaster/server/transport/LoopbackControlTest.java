package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import ringmaster.server.transport.ControlTransport.Connection;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Accepted;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Say;

final class LoopbackControlTest {
  private final LoopbackControl control = new LoopbackControl();
  private final RecordingHandler handler = new RecordingHandler();

  private int poll() {
    return control.poll(handler, 0);
  }

  @Test
  void greetsFirstThenCarriesMessagesBothWays() {
    LoopbackClient client = control.connect();
    Say say = new Say("hello");
    assertTrue(client.send(say));
    assertEquals(2, poll());
    assertEquals(List.of(say), handler.received);
    assertNotSame(say, handler.received.getFirst(), "messages travel as bytes");
    assertTrue(handler.connected.getFirst().trusted());

    assertTrue(handler.connected.getFirst().send(new Notice("hi")));
    assertEquals(new Accepted(1), client.poll());
    assertEquals(new Notice("hi"), client.poll());
    assertNull(client.poll());
    assertEquals(0, poll());
  }

  @Test
  void whatAClientSaidBeforeItClosedIsHeard() {
    LoopbackClient client = control.connect();
    client.send(new Leave());
    client.close();
    assertFalse(client.isOpen());
    assertFalse(client.send(new Leave()));
    poll();
    poll();
    assertEquals(List.of(new Leave()), handler.received);
    assertEquals(handler.connected, handler.disconnected);
  }

  @Test
  void whatTheServerSaidBeforeItClosedIsHeard() {
    LoopbackClient client = control.connect();
    poll();
    Connection connection = handler.connected.getFirst();
    connection.send(new Notice("bye"));
    connection.close();
    assertFalse(connection.send(new Notice("too late")));
    client.send(new Say("too late"));
    poll();
    assertEquals(List.of(connection), handler.disconnected);
    assertTrue(handler.received.isEmpty());
    assertFalse(client.isOpen());
    assertEquals(new Accepted(1), client.poll());
    assertEquals(new Notice("bye"), client.poll());
    assertNull(client.poll());
  }

  @Test
  void slowReaderIsClosed() {
    LoopbackClient client = control.connect();
    poll();
    Connection connection = handler.connected.getFirst();
    while (connection.send(new Notice("more"))) {}
    assertEquals(1, control.counters().get(ControlEvent.CLOSED_SLOW_READER));
    assertFalse(client.isOpen());
    poll();
    assertEquals(List.of(connection), handler.disconnected);
  }

  @Test
  void clientFarAheadOfTheServerIsClosed() {
    LoopbackClient client = control.connect();
    while (client.send(new Say("more"))) {}
    assertFalse(client.isOpen());
    poll();
    assertEquals(handler.connected, handler.disconnected);
  }

  @Test
  void keepAlivesReachNobody() {
    control.connect().send(new KeepAlive());
    poll();
    assertTrue(handler.received.isEmpty());
  }

  @Test
  void handlerThatThrowsCostsNobodyTheConnection() {
    RecordingHandler throwing =
        new RecordingHandler() {
          @Override
          public void received(Connection connection, ControlMessage.FromClient message) {
            throw new IllegalStateException("provoked");
          }
        };
    LoopbackClient client = control.connect();
    client.send(new Say("hello"));
    control.poll(throwing, 0);
    assertEquals(1, control.counters().get(ControlEvent.HANDLER_ERROR));
    assertTrue(client.isOpen());
  }

  @Test
  void closingTellsNobodyAndEndsEveryConnection() {
    LoopbackClient known = control.connect();
    poll();
    LoopbackClient waiting = control.connect();
    control.close();
    LoopbackClient late = control.connect();
    assertEquals(0, poll());
    assertTrue(handler.disconnected.isEmpty());
    assertFalse(known.isOpen() || waiting.isOpen() || late.isOpen());
  }

  @Test
  void botsOnAnotherThreadAreServed() {
    Thread bots = Thread.ofPlatform().daemon().start(() -> talk(control.connect(), 1_000));
    RecordingHandler echo =
        new RecordingHandler() {
          @Override
          public void received(Connection connection, ControlMessage.FromClient message) {
            super.received(connection, message);
            connection.send(new Notice("heard " + received.size()));
          }
        };
    while (bots.isAlive()) {
      control.poll(echo, 0);
    }
    control.poll(echo, 0);
    assertEquals(1_000, echo.received.size());
    assertEquals(echo.connected, echo.disconnected);
    assertNotEquals(0, echo.connected.size());
  }

  private static void talk(LoopbackClient client, int times) {
    awaitAnswer(client);
    for (int i = 0; i < times; i++) {
      client.send(new Say("turn " + i));
      awaitAnswer(client);
    }
    client.close();
  }

  private static void awaitAnswer(LoopbackClient client) {
    while (client.poll() == null) {
      LockSupport.parkNanos(10_000);
    }
  }
}
