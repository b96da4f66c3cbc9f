package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringmaster.server.ingress.IngressCounters;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.transport.ControlEvent;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.TickRate;

/** Strangers at the ports of a server with threads, sockets and a disk, while bots play in it. */
final class BesiegedServerIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int BOTS = 7;
  private static final byte[] HTTP =
      "GET / HTTP/1.1\r\nHost: play.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** A TLS 1.2 record with the beginning of a ClientHello. */
  private static final byte[] TLS = {
    22, 3, 1, 0, 60, 1, 0, 0, 56, 3, 3, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0
  };

  private final Rng rng = new Rng(8);
  private final List<SocketChannel> strangers = new ArrayList<>();
  private final AtomicReference<@Nullable String> fatal = new AtomicReference<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream usualLog = System.err;
  private Server server;

  @BeforeEach
  void serve(@TempDir Path directory) throws IOException {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    server =
        new Server(
            options(directory),
            WholeServer.GAMES,
            Provenance.here("test", Instant.EPOCH),
            fatal::set);
    server.start();
    waitUntil(() -> server.core().sessions().size() == BOTS);
    waitForTicks(30);
  }

  private static ServerOptions options(Path directory) {
    ServerSettings settings =
        new ServerSettings(
            List.of(new MatchOrder(WholeServer.skirmish(), null, 10)),
            2,
            600,
            0,
            new ReplicationSettings(new TickRate(60), 60, 32_000));
    return new ServerOptions(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
        1,
        "localhost",
        new InetSocketAddress("127.0.0.1", 0),
        directory,
        false,
        BOTS,
        "",
        settings);
  }

  @AfterEach
  void nothingWasHarmed() throws IOException {
    waitForTicks(30);
    long snapshots = server.core().publisher().snapshots();
    waitUntil(() -> server.core().publisher().snapshots() >= snapshots + 10L * BOTS);
    assertEquals(BOTS, server.core().sessions().size());
    for (SocketChannel stranger : strangers) {
      stranger.close();
    }
    server.close();
    System.setErr(usualLog);
    assertEquals(null, fatal.get());
    assertEquals(0, server.controlEvents().get(ControlEvent.HANDLER_ERROR));
    assertEquals(0, server.controlEvents().get(ControlEvent.UPDATE_ERROR));
    String text = log.toString(StandardCharsets.UTF_8);
    assertFalse(text.contains(" ERROR ") || text.contains("Exception"), text);
  }

  private static void waitUntil(BooleanSupplier condition) {
    long startNanos = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - startNanos < PATIENCE_NANOS, "never happened");
      LockSupport.parkNanos(1_000_000); // the server needs the cores more
    }
  }

  private void waitForTicks(int ticks) {
    long before = server.core().telemetry().ticks.get();
    waitUntil(() -> server.core().telemetry().ticks.get() >= before + ticks);
  }

  /** Each from an address of its own that is not this machine's usual one. */
  private SocketChannel connect() {
    int number = strangers.size();
    try {
      SocketChannel channel = SocketChannel.open();
      strangers.add(channel);
      channel.bind(
          new InetSocketAddress(
              InetAddress.ofLiteral("127.1." + number / 250 + "." + (1 + number % 250)), 0));
      channel.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.controlPort()));
      return channel;
    } catch (IOException e) {
      throw new AssertionError("a connection was not taken", e);
    }
  }

  private void say(byte[] bytes) {
    try {
      connect().write(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      // The server has hung up already: as good an answer as any.
    }
  }

  private void throwAt(byte[] bytes, int times) throws IOException {
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.1.0.1"), 0));
      InetSocketAddress target =
          new InetSocketAddress(
              InetAddress.ofLiteral("127.0.0.1"), server.datagramPorts().getFirst());
      for (int i = 0; i < times; i++) {
        channel.send(ByteBuffer.wrap(bytes), target);
      }
      waitUntil(() -> dropped() > 0);
      waitForTicks(3);
      channel.configureBlocking(false);
      assertEquals(null, channel.receive(ByteBuffer.allocate(1)), "a stranger was answered");
    }
  }

  private long dropped() {
    IngressCounters lane = server.core().ingressCounters().getFirst();
    return lane.unknownSession.get() + lane.implausible.get();
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) rng.nextLong();
    }
    return bytes;
  }

  @Test
  void randomBytesOnTheControlPort() {
    for (int i = 0; i < 50; i++) {
      say(noise(1 + rng.nextInt(5_000)));
    }
    waitForTicks(30);
  }

  @Test
  void otherProtocolsOnTheControlPort() {
    for (int i = 0; i < 10; i++) {
      say(HTTP);
      say(TLS);
    }
    waitForTicks(30);
    assertTrue(server.controlEvents().get(ControlEvent.CLOSED_MALFORMED) > 0);
  }

  @Test
  void otherProtocolsOnTheDatagramPort() throws IOException {
    throwAt(HTTP, 100);
    throwAt(TLS, 100);
    throwAt(new byte[] {1}, 100);
  }

  @Test
  void twentyThousandGarbageDatagrams() throws IOException {
    for (int i = 0; i < 20; i++) {
      throwAt(noise(1 + rng.nextInt(Limits.MAX_DATAGRAM_BYTES)), 1_000);
    }
  }

  @Test
  void twoHundredSilentConnections() {
    for (int i = 0; i < 200; i++) {
      connect();
    }
    waitUntil(() -> server.controlEvents().get(ControlEvent.ACCEPTED) >= 200);
  }
}
