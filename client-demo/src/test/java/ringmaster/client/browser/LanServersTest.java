package ringmaster.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.protocol.Announcement;

class LanServersTest {
  private static final long SECOND = 1_000_000_000L;

  private final LanServers servers = new LanServers();

  private boolean heard(long serverId, String from, long nowNanos) {
    return servers.heard(
        new Announcement(2, 7777, serverId), InetAddress.ofLiteral(from), nowNanos);
  }

  private List<String> addresses() {
    return servers.all().stream().map(each -> each.address().toString()).toList();
  }

  @Test
  void aServerIsNewsOnce() {
    assertTrue(heard(1, "10.0.0.1", 0));
    assertFalse(heard(1, "10.0.0.1", SECOND));
  }

  @Test
  void oneThatKeepsAnnouncingStays() {
    for (int second = 0; second < 60; second += 2) {
      heard(1, "10.0.0.1", second * SECOND);
      assertFalse(servers.forget((second + 1) * SECOND));
    }
    assertEquals(1, servers.all().size());
    assertTrue(servers.forget(65 * SECOND));
    assertEquals(List.of(), servers.all());
  }

  @Test
  void theFirstAddressOfAServerIsKeptWhileItIsHeardThere() {
    heard(1, "127.0.0.1", 0);
    assertFalse(heard(1, "10.0.0.1", 1));
    assertEquals(List.of("/127.0.0.1:7777"), addresses());
    heard(1, "10.0.0.1", 5 * SECOND);
    servers.forget(7 * SECOND);
    heard(1, "10.0.0.1", 7 * SECOND);
    assertEquals(List.of("/10.0.0.1:7777"), addresses());
  }

  @Test
  void oneMachineCannotFillTheList() {
    for (int id = 0; id < 5_000; id++) {
      heard(id, "10.0.0.66", 0);
    }
    assertEquals(LanServers.MAX_SERVERS_PER_ADDRESS, servers.all().size());
    assertTrue(heard(-1, "10.0.0.1", 0));
  }

  @Test
  void manyMachinesFillItOnlySoFar() {
    for (int id = 0; id < 200; id++) {
      heard(id, "10.0.0." + id, 0);
    }
    assertEquals(LanServers.MAX_SERVERS, servers.all().size());
  }
}
