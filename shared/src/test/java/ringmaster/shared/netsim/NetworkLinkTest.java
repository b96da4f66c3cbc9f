package ringmaster.shared.netsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkLinkTest {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MILLION = 1_000_000;
  private static final long MILLI = 1_000_000L;

  private final byte[] datagram = new byte[1200];
  private final List<Integer> received = new ArrayList<>();
  private final NetworkLink.Sink collect =
      (bytes, offset, length) -> received.add((int) INT.get(bytes, offset));

  private static NetworkLink link(String profile) {
    return new NetworkLink(NetworkProfile.parse(profile), 0, 1024);
  }

  private void send(NetworkLink link, int number, int length, long nowNanos) {
    INT.set(datagram, 0, number);
    link.send(datagram, 0, length, nowNanos);
  }

  @Test
  void aPerfectPathDeliversAtOnceAndInOrder() {
    NetworkLink link = link("none");
    for (int i = 0; i < 5; i++) {
      send(link, i, 20, -10);
    }
    assertEquals(5, link.poll(-10, collect));
    assertEquals(List.of(0, 1, 2, 3, 4), received);
  }

  @Test
  void bytesAndLengthArriveAsSent() {
    NetworkLink link = link("none");
    byte[] sent = {9, 8, 7, 6};
    link.send(sent, 1, 2, 0);
    link.poll(
        0,
        (bytes, offset, length) -> {
          assertEquals(2, length);
          assertEquals(8, bytes[offset]);
          assertEquals(7, bytes[offset + 1]);
        });
    assertEquals(1, link.delivered());
  }

  @Test
  void latencyIsWaitedForToTheNanosecond() {
    NetworkLink link = link("latency=50ms");
    send(link, 1, 20, 0);
    assertEquals(0, link.poll(50 * MILLI - 1, collect));
    assertEquals(1, link.inFlight());
    assertEquals(1, link.poll(50 * MILLI, collect));
  }

  @Test
  void jitterSpreadsDelaysEvenlyAroundTheLatency() {
    NetworkLink link = link("latency=50ms,jitter=10ms");
    int early = 0;
    for (int i = 0; i < 10_000; i++) {
      send(link, i, 20, 0);
      assertEquals(0, link.poll(40 * MILLI - 1, collect));
      early += link.poll(50 * MILLI, collect);
      link.poll(60 * MILLI, collect);
      assertEquals(0, link.inFlight());
    }
    assertEquals(5_000, early, 250);
  }

  @Test
  void jitterBelowTheSpacingKeepsTheOrder() {
    NetworkLink link = link("latency=50ms,jitter=5ms");
    for (int i = 0; i < 1_000; i++) {
      send(link, i, 20, i * 11 * MILLI);
      link.poll(i * 11 * MILLI, collect);
    }
    assertEquals(received.stream().sorted().toList(), received);
  }

  @Test
  void jitterAboveTheSpacingMayReorder() {
    NetworkLink link = link("latency=50ms,jitter=20ms");
    for (int i = 0; i < 1_000; i++) {
      send(link, i, 20, i * 11 * MILLI);
      link.poll(i * 11 * MILLI, collect);
    }
    assertNotEquals(received.stream().sorted().toList(), received);
  }

  @Test
  void reorderLetsTheNextTwoPass() {
    NetworkLink link = link("reorder=100%");
    send(link, 0, 20, 0);
    assertEquals(0, link.poll(39 * MILLI, collect));
    assertEquals(1, link.poll(40 * MILLI, collect));
  }

  @Test
  void aPartOfTheDatagramsIsReordered() {
    NetworkLink link = link("reorder=10%");
    int overtaken = 0;
    int newest = -1;
    for (int i = 0; i < 10_000; i++) {
      send(link, i, 20, i * 16 * MILLI);
      received.clear();
      link.poll(i * 16 * MILLI, collect);
      for (int number : received) {
        overtaken += number < newest ? 1 : 0;
        newest = Math.max(newest, number);
      }
    }
    assertEquals(1_000, overtaken, 100);
  }

  @Test
  void duplicatesArriveTwice() {
    NetworkLink link = link("duplicate=10%");
    for (int i = 0; i < 10_000; i++) {
      send(link, i, 20, 0);
      link.poll(0, collect);
    }
    assertEquals(1_000, link.duplicated(), 100);
    assertEquals(10_000 + link.duplicated(), received.size());
  }

  @ParameterizedTest
  @CsvSource({
    "dsl, 0.001, 1.001",
    "wifi-bad, 0.03, 4",
    "4g, 0.015, 2",
    "'loss=20%', 0.20, 1.25",
    "'loss=60%,burst=10', 0.60, 10",
  })
  void lossHasTheRateAndTheMeanRunOfTheProfile(String profile, double loss, double meanRun) {
    NetworkLink link = link(profile);
    long runs = 0;
    long lostBefore = 0;
    boolean losing = false;
    for (int i = 0; i < MILLION; i++) {
      link.send(datagram, 0, 20, i * 16 * MILLI);
      link.poll(i * 16 * MILLI, (bytes, offset, length) -> {});
      boolean lost = link.lost() > lostBefore;
      runs += lost && !losing ? 1 : 0;
      losing = lost;
      lostBefore = link.lost();
    }
    assertEquals(loss, (double) link.lost() / MILLION, loss * 0.1);
    assertEquals(meanRun, (double) link.lost() / runs, meanRun * 0.05);
  }

  @Test
  void totalLossDeliversNothing() {
    NetworkLink link = link("loss=100%");
    for (int i = 0; i < 1_000; i++) {
      send(link, i, 20, 0);
    }
    assertEquals(1_000, link.lost());
  }

  /** Counted from the first datagram, be the clock where it may. */
  @Test
  void aHoleSwallowsAllThatIsSentInIt() {
    NetworkLink link = link("latency=5ms,hole=200ms@1s");
    long start = -3_000 * MILLI;
    for (int i = 0; i < 2_000; i++) {
      send(link, i, 20, start + i * MILLI);
      link.poll(start + i * MILLI, collect);
    }
    assertEquals(200, link.lost());
    assertEquals(999, received.get(999));
    assertEquals(1_200, received.get(1_000));
  }

  /** As where somebody turns another setting of the network. */
  @Test
  void aHoleComesOnceThoughAnotherLinkTakesOver() {
    NetworkLink link = link("hole=200ms@1s");
    long lost = 0;
    long start = -3_000 * MILLI;
    for (int i = 0; i < 4_000; i++) {
      if (i % 150 == 149) {
        lost += link.lost();
        link = link.successor(NetworkProfile.parse("latency=5ms,hole=200ms@1s"), 1024);
      }
      send(link, i, 20, start + i * MILLI);
      link.poll(start + i * MILLI, collect);
    }
    assertEquals(200, lost + link.lost());
  }

  @Test
  void aLinkThatTakesOverBeforeAnyDatagramBegins() {
    NetworkLink link = link("none").successor(NetworkProfile.parse("hole=200ms@1s"), 1024);
    long start = 9_000 * MILLI;
    for (int i = 0; i < 2_000; i++) {
      send(link, i, 20, start + i * MILLI);
    }
    assertEquals(200, link.lost());
  }

  @Test
  void bandwidthCapsWhatArrivesAndTheQueueDropsTheRest() {
    NetworkLink link = link("bandwidth=1Mbit,queue=200ms");
    int payloadBytes = 972;
    for (int i = 0; i < 10_000; i++) {
      send(link, i, payloadBytes, i * MILLI);
      link.poll(i * MILLI, collect);
    }
    // 1,000 bytes with headers take 8 ms; one is offered each ms for 10 s.
    assertEquals(1_250, received.size(), 2);
    assertEquals(10_000, link.delivered() + link.queueDropped() + link.inFlight());
    assertEquals(26, link.inFlight(), 1);
  }

  @Test
  void anIdlePathDoesNotSaveUpBandwidth() {
    NetworkLink link = link("bandwidth=1Mbit,queue=200ms");
    send(link, 0, 972, 0);
    send(link, 1, 972, 60_000 * MILLI);
    assertEquals(1, link.poll(60_000 * MILLI, collect));
    assertEquals(1, link.poll(60_008 * MILLI, collect));
  }

  @Test
  void aFullLinkDropsAndCounts() {
    NetworkLink link = new NetworkLink(NetworkProfile.parse("latency=1s"), 0, 3);
    for (int i = 0; i < 5; i++) {
      send(link, i, 20, 0);
    }
    assertEquals(3, link.inFlight());
    assertEquals(2, link.overflowed());
  }

  @Test
  void aDatagramAboveTheLimitIsRefused() {
    NetworkLink link = link("none");
    assertThrows(IllegalArgumentException.class, () -> link.send(new byte[1201], 0, 1201, 0));
  }

  @Test
  void oneSeedGivesOneStory() {
    String profile =
        "latency=50ms,jitter=30ms,loss=5%,burst=3,duplicate=2%,reorder=2%,bandwidth=1Mbit,seed=";
    List<Integer> first = story(link(profile + "7"));
    assertEquals(first, story(link(profile + "7")));
    assertNotEquals(first, story(link(profile + "8")));
    assertNotEquals(first, story(new NetworkLink(NetworkProfile.parse(profile + "7"), 1, 1024)));
  }

  private List<Integer> story(NetworkLink link) {
    received.clear();
    for (int i = 0; i < 20_000; i++) {
      send(link, i, 60 + i % 500, i * 3 * MILLI);
      link.poll(i * 3 * MILLI, collect);
      received.add(-1);
    }
    assertEquals(
        link.sent() + link.duplicated(),
        link.delivered() + link.lost() + link.queueDropped() + link.overflowed() + link.inFlight());
    return List.copyOf(received);
  }

  @Test
  void sendingAndPollingAllocateNothing() {
    NetworkLink link = link("wifi-bad,duplicate=5%,reorder=5%,bandwidth=1Mbit");
    NetworkLink.Sink ignore = (bytes, offset, length) -> {};
    drive(link, ignore, 0);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    drive(link, ignore, 100_000);
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocatedBytes < 1_000, "allocated " + allocatedBytes + " bytes");
  }

  private void drive(NetworkLink link, NetworkLink.Sink sink, long firstMilli) {
    for (long milli = firstMilli; milli < firstMilli + 100_000; milli++) {
      link.send(datagram, 0, 100, milli * MILLI);
      link.poll(milli * MILLI, sink);
    }
  }
}
