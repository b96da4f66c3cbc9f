package ringmaster.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ringmaster.shared.protocol.Announcement;
import ringmaster.shared.protocol.Limits;

/** Announcements through the system's own loopback. */
final class AnnouncerIT {
  private static final long SECOND = 1_000_000_000L;
  private static final Announcement ANNOUNCEMENT = new Announcement(2, 7777, 0x1234);
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  /** Hears what is announced on loopback alone. */
  private static DatagramChannel listener() throws IOException {
    DatagramChannel listener = DatagramChannel.open(StandardProtocolFamily.INET);
    listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    listener.bind(new InetSocketAddress(Limits.ANNOUNCE_PORT));
    listener.configureBlocking(false);
    listener.join(
        InetAddress.ofLiteral(Limits.ANNOUNCE_GROUP), NetworkInterface.getByInetAddress(LOOPBACK));
    return listener;
  }

  /** The sender of the next announcement of this test's server; null if none came in time. */
  private static @Nullable InetSocketAddress hear(DatagramChannel listener) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(100);
    for (int attempt = 0; attempt < 200; attempt++) {
      InetSocketAddress from = (InetSocketAddress) listener.receive(in.clear());
      if (from != null && ANNOUNCEMENT.equals(Announcement.read(in.flip()))) {
        return from;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return null;
  }

  /** A skipped test is no proof, so where everything must run it fails instead. */
  private static void require(boolean available, String sentence) {
    assertTrue(available || System.getenv("CI") == null, sentence);
    assumeTrue(available, sentence);
  }

  @Test
  void aServerOnLoopbackIsAnnouncedThereAndNowhereElse() throws IOException {
    Announcer announcer = new Announcer(ANNOUNCEMENT, LOOPBACK);
    try (DatagramChannel listener = listener()) {
      require(announcer.doWork(0) == 1, "this machine's loopback takes no multicast");
      InetSocketAddress from = hear(listener);
      require(from != null, "this machine's loopback passes no multicast on");
      assertNotNull(from);
      assertEquals(LOOPBACK, from.getAddress());
    } finally {
      announcer.onClose();
    }
  }

  @Test
  void itIsAnnouncedEveryTwoSeconds() {
    Announcer announcer = new Announcer(ANNOUNCEMENT, LOOPBACK);
    int sent = announcer.doWork(0);
    require(sent == 1, "this machine's loopback takes no multicast");
    assertEquals(0, announcer.doWork(SECOND));
    assertEquals(SECOND, announcer.restNanos(SECOND));
    assertEquals(1, announcer.doWork(2 * SECOND));
    announcer.onClose();
  }

  @Test
  void aServerForAllIsAnnouncedOnLoopbackToo() throws IOException {
    Announcer announcer = new Announcer(ANNOUNCEMENT, InetAddress.ofLiteral("0.0.0.0"));
    try (DatagramChannel listener = listener()) {
      require(announcer.doWork(0) > 0, "no network of this machine takes multicast");
      require(hear(listener) != null, "this machine's loopback passes no multicast on");
    } finally {
      announcer.onClose();
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesIsNotAnnounced() {
    Announcer announcer = new Announcer(ANNOUNCEMENT, InetAddress.ofLiteral("203.0.113.9"));
    assertEquals(0, announcer.doWork(0));
    announcer.onClose();
  }
}
