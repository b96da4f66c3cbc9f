package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ringmaster.shared.protocol.Limits;

final class DatagramEndpointIT {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final DatagramEndpoint server = new DatagramEndpoint(ANY_PORT);
  private final DatagramEndpoint client = new DatagramEndpoint(ANY_PORT);
  private final SocketAddress serverAddress =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port());
  private final List<byte[]> received = new ArrayList<>();
  private final List<SocketAddress> senders = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
    client.close();
  }

  private void take(byte[] datagram, int lengthBytes, SocketAddress from, long nowNanos) {
    received.add(Arrays.copyOf(datagram, lengthBytes));
    senders.add(from);
  }

  private void pollUntil(DatagramEndpoint endpoint, BooleanSupplier condition) {
    long startNanos = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - startNanos < PATIENCE_NANOS, "never arrived");
      endpoint.poll(this::take, 0);
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void carriesDatagramsBothWays() {
    assertTrue(client.send(ByteBuffer.wrap(bytes(30)), serverAddress));
    pollUntil(server, () -> received.size() == 1);
    assertArrayEquals(bytes(30), received.getFirst());
    assertEquals(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), client.port()),
        senders.getFirst());

    assertTrue(server.send(ByteBuffer.wrap(bytes(300), 100, 50), senders.getFirst()));
    pollUntil(client, () -> received.size() == 2);
    assertArrayEquals(Arrays.copyOfRange(bytes(300), 100, 150), received.getLast());

    assertEquals(1, server.counters().get(DatagramEvent.RECEIVED));
    assertEquals(30, server.counters().get(DatagramEvent.RECEIVED_BYTES));
    assertEquals(1, server.counters().get(DatagramEvent.SENT));
    assertEquals(50, server.counters().get(DatagramEvent.SENT_BYTES));
  }

  @Test
  void longestLegalDatagramArrivesAndOneByteMoreDoesNot() {
    client.send(ByteBuffer.wrap(bytes(Limits.MAX_DATAGRAM_BYTES + 1)), serverAddress);
    client.send(ByteBuffer.wrap(bytes(9000)), serverAddress);
    client.send(ByteBuffer.wrap(bytes(Limits.MAX_DATAGRAM_BYTES)), serverAddress);
    pollUntil(server, () -> !received.isEmpty());
    assertArrayEquals(bytes(Limits.MAX_DATAGRAM_BYTES), received.getFirst());
    assertEquals(2, server.counters().get(DatagramEvent.OVERSIZE));
  }

  @Test
  void emptyDatagramsAreDropped() {
    client.send(ByteBuffer.allocate(0), serverAddress);
    client.send(ByteBuffer.wrap(bytes(1)), serverAddress);
    pollUntil(server, () -> !received.isEmpty());
    assertEquals(1, server.counters().get(DatagramEvent.EMPTY));
    assertEquals(1, received.size());
  }

  @Test
  void garbageIsOnlyCounted() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      client.send(ByteBuffer.wrap(bytes(1 + random.nextInt(1500))), serverAddress);
      if (i % 30 == 0) {
        server.poll(this::take, 0);
      }
    }
    byte[] last = {42};
    client.send(ByteBuffer.wrap(last), serverAddress);
    pollUntil(server, () -> !received.isEmpty() && Arrays.equals(received.getLast(), last));
    Counters<DatagramEvent> counters = server.counters();
    assertEquals(
        20_001, counters.get(DatagramEvent.RECEIVED) + counters.get(DatagramEvent.OVERSIZE));
    assertEquals(0, counters.get(DatagramEvent.RECEIVE_ERROR));
  }

  @Test
  void onePollTakesNoMoreThanItsShare() {
    assumeTrue(
        server.receiveBufferBytes() == DatagramEndpoint.WANTED_RECEIVE_BUFFER_BYTES,
        "the system holds too few datagrams to try this");
    for (int i = 0; i < 5000; i++) {
      client.send(ByteBuffer.wrap(bytes(1)), serverAddress);
    }
    assertTrue(server.poll(this::take, 0) <= 4096);
    pollUntil(server, () -> received.size() == 5000);
  }

  @Test
  void datagramThatBreaksItsReceiverDoesNotComeAgain() {
    client.send(ByteBuffer.wrap(bytes(1)), serverAddress);
    client.send(ByteBuffer.wrap(bytes(2)), serverAddress);
    assertThrows(IllegalStateException.class, () -> pollUntilThrown());
    pollUntil(server, () -> !received.isEmpty());
    assertArrayEquals(bytes(2), received.getFirst());
  }

  private void pollUntilThrown() {
    while (true) {
      server.poll(
          (datagram, lengthBytes, from, nowNanos) -> {
            throw new IllegalStateException("provoked");
          },
          0);
    }
  }

  @Test
  void sendingToNobodyHarmsNothing() {
    int deadPort = client.port();
    client.close();
    SocketAddress nobody = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), deadPort);
    for (int i = 0; i < 100; i++) {
      server.send(ByteBuffer.wrap(bytes(10)), nobody);
      server.poll(this::take, 0);
    }
    assertTrue(received.isEmpty());
    assertTrue(server.send(ByteBuffer.wrap(bytes(10)), serverAddress));
    pollUntil(server, () -> !received.isEmpty());
  }

  @Test
  void datagramThatTheSystemRefusesIsCounted() {
    assertFalse(server.send(ByteBuffer.allocate(70_000), serverAddress));
    assertEquals(1, server.counters().get(DatagramEvent.SEND_FAILURE));
    assertEquals(0, server.counters().get(DatagramEvent.SENT));
  }

  @Test
  void pollingAfterTheEndIsCountedNotThrown() {
    server.close();
    assertEquals(0, server.poll(this::take, 0));
    assertEquals(1, server.counters().get(DatagramEvent.RECEIVE_ERROR));
    assertFalse(server.send(ByteBuffer.wrap(bytes(1)), serverAddress));
  }

  @Test
  void speaksIpv6() {
    InetAddress six = InetAddress.ofLiteral("::1");
    try (DatagramEndpoint endpoint = new DatagramEndpoint(new InetSocketAddress(six, 0))) {
      SocketAddress self = new InetSocketAddress(six, endpoint.port());
      assertTrue(endpoint.send(ByteBuffer.wrap(bytes(5)), self));
      pollUntil(endpoint, () -> !received.isEmpty());
      assertEquals(self, senders.getFirst());
    }
  }

  @Test
  void portInUseIsOneSentence() {
    InetSocketAddress taken =
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port());
    String message =
        assertThrows(TransportException.class, () -> new DatagramEndpoint(taken)).getMessage();
    assertEquals("UDP port " + server.port() + " is already in use by another program.", message);
  }

  @Test
  void tellsWhatReceiveBufferTheSystemGranted() {
    assertTrue(server.receiveBufferBytes() > 0);
    assertTrue(server.receiveBufferBytes() <= DatagramEndpoint.WANTED_RECEIVE_BUFFER_BYTES);
  }

  @Test
  void sendingAllocatesNothing() {
    ByteBuffer datagram = ByteBuffer.allocateDirect(300);
    long bytes = Allocation.perRun(() -> server.send(datagram.clear(), serverAddress));
    assertEquals(0, bytes);
  }
}
