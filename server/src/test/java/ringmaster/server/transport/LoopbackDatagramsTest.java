package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.protocol.Limits;

final class LoopbackDatagramsTest {
  private final LoopbackDatagrams server = new LoopbackDatagrams();
  private final LoopbackDatagrams.Client ann = server.connect();
  private final LoopbackDatagrams.Client bob = server.connect();
  private final List<byte[]> received = new ArrayList<>();
  private final List<SocketAddress> senders = new ArrayList<>();

  private void take(byte[] datagram, int lengthBytes, SocketAddress from, long nowNanos) {
    received.add(Arrays.copyOf(datagram, lengthBytes));
    senders.add(from);
  }

  @Test
  void eachClientHasAnAddressThatAnswersReach() {
    assertNotEquals(ann.address(), bob.address());
    ann.send(new byte[] {1, 2, 3}, 2);
    bob.send(new byte[] {4}, 1);
    assertEquals(2, server.poll(this::take, 0));
    assertArrayEquals(new byte[] {1, 2}, received.get(0));
    assertEquals(List.of(ann.address(), bob.address()), senders);

    assertTrue(server.send(ByteBuffer.wrap(new byte[] {9, 8, 7}, 1, 2), bob.address()));
    assertEquals(0, ann.poll(this::take, 0));
    assertEquals(1, bob.poll(this::take, 0));
    assertArrayEquals(new byte[] {8, 7}, received.getLast());
    assertEquals(2, server.counters().get(DatagramEvent.SENT_BYTES));
    assertEquals(3, server.counters().get(DatagramEvent.RECEIVED_BYTES));
  }

  @Test
  void dropsForAClientThatDoesNotPollAndForItAlone() {
    ByteBuffer datagram = ByteBuffer.allocate(10);
    int sent = 0;
    while (server.send(datagram.clear(), ann.address())) {
      sent++;
    }
    assertEquals(1, server.counters().get(DatagramEvent.SEND_FAILURE));
    assertTrue(server.send(datagram.clear(), bob.address()));
    assertEquals(sent, ann.poll(this::take, 0));
  }

  @Test
  void dropsForAServerThatDoesNotPoll() {
    byte[] datagram = new byte[10];
    int sent = 0;
    while (ann.send(datagram, datagram.length)) {
      sent++;
    }
    assertEquals(1, server.counters().get(DatagramEvent.DROPPED));
    assertEquals(sent, server.poll(this::take, 0));
  }

  @Test
  void takesOnlyWhatASocketWouldDeliver() {
    byte[] tooLong = new byte[Limits.MAX_DATAGRAM_BYTES + 1];
    assertFalse(ann.send(tooLong, tooLong.length));
    assertFalse(ann.send(tooLong, 0));
    assertFalse(server.send(ByteBuffer.wrap(tooLong), ann.address()));
    assertFalse(server.send(ByteBuffer.allocate(1), new InetSocketAddress(1)));
    assertEquals(0, server.poll(this::take, 0));
    assertEquals(1, server.counters().get(DatagramEvent.OVERSIZE));
    assertEquals(1, server.counters().get(DatagramEvent.EMPTY));
    assertEquals(2, server.counters().get(DatagramEvent.SEND_FAILURE));
  }

  @Test
  void sendingAndReceivingAllocateNothing() {
    ByteBuffer datagram = ByteBuffer.allocateDirect(300);
    DatagramTransport.Handler nobody = (_, _, _, _) -> {};
    long bytes =
        Allocation.perRun(() -> {
          server.send(datagram.clear(), ann.address());
          ann.poll(nobody, 0);
        });
    assertEquals(0, bytes);
  }
}
