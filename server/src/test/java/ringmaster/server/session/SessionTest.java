package ringmaster.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.time.TickRate;

class SessionTest {
  private static final int LAST_TICK = (1 << 24) - 2;

  private final MatchView match = new MatchView(1);
  private final Session session =
      new Session(77, 1, "Ann", false, 0, new Seating(match, 3, 0), new TickRate(60), 0);

  @Test
  void beforeAnythingArrivedNothingIsKnown() {
    assertEquals(-1, Session.ackTick(session.acks()));
    assertEquals(0, Session.ackMask(session.acks()));
    assertEquals(-1, Session.arrivalTick(session.arrival()));
    assertEquals(-1, session.sentTick(0));
    assertEquals(0, session.view());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "255, 0, -1",
    "255, 16777214, -1",
    "128, 16777213, -2147483648",
    "1, 1, 1",
    "200, 65535, 2147483647"
  })
  void anAckComesBackAsItWent(int epoch, int tick, int mask) {
    session.sending(epoch, tick);
    assertTrue(session.acknowledge(epoch, tick, mask));
    assertEquals(epoch, Session.ackEpoch(session.acks()));
    assertEquals(tick, Session.ackTick(session.acks()));
    assertEquals(mask, Session.ackMask(session.acks()));
  }

  @Test
  void anOvertakenDatagramMovesNeitherViewNorAddress() {
    InetSocketAddress home = new InetSocketAddress("127.0.0.1", 1);
    InetSocketAddress before = new InetSocketAddress("127.0.0.1", 2);
    receive(5, home, 4);
    receive(4, before, 3);
    assertEquals(4, session.view());
    assertEquals(home, session.address());
    receive(6, before, 5);
    assertEquals(5, session.view());
    assertEquals(before, session.address());
  }

  private void receive(int counter, InetSocketAddress from, int view) {
    byte[] datagram = new byte[Envelope.HEADER_BYTES + 1];
    int length = Envelope.seal(datagram, 1, session.id(), counter);
    assertTrue(session.open(datagram, length));
    session.heard(from, 0, 1);
    session.view(view);
  }

  @Test
  void anAckOfNothingIsValidAndSaysNothing() {
    assertTrue(session.acknowledge(0, -1, -1));
    assertEquals(-1, Session.ackTick(session.acks()));
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, LAST_TICK, Integer.MAX_VALUE})
  void theFutureIsNotAcknowledged(int tick) {
    session.sending(0, 10);
    long before = session.acks();
    assertFalse(session.acknowledge(0, tick, -1));
    assertEquals(before, session.acks());
  }

  @Test
  void whatWasSentInAnotherMatchIsNotAcknowledgedInThisOne() {
    session.sending(0, 500);
    assertFalse(session.acknowledge(1, 500, 0));
    assertEquals(-1, session.sentTick(1));
    session.sending(1, 2);
    assertEquals(-1, session.sentTick(0));
    assertTrue(session.acknowledge(1, 2, 0));
    assertEquals(2, Session.ackTick(session.acks()));
  }

  @Test
  void anOlderAckThatComesLateChangesNothing() {
    session.sending(0, 100);
    assertTrue(session.acknowledge(0, 100, 0b101));
    assertTrue(session.acknowledge(0, 90, -1));
    assertEquals(100, Session.ackTick(session.acks()));
    assertEquals(0b101, Session.ackMask(session.acks()));
    assertTrue(session.acknowledge(0, 100, 0b010));
    assertEquals(0b111, Session.ackMask(session.acks()));
  }

  @ParameterizedTest
  @CsvSource({"255, 16777214, 2147483647", "0, 0, -2147483648", "7, 1000, -1", "7, 1000, 0"})
  void anArrivalComesBackAsItWent(int epoch, int tick, int margin) {
    session.commandArrived(epoch, tick, margin);
    assertEquals(epoch, Session.arrivalEpoch(session.arrival()));
    assertEquals(tick, Session.arrivalTick(session.arrival()));
    assertEquals(margin, Session.arrivalMargin(session.arrival()));
  }

  @Test
  void eachMatchHasItsOwnCommandTicks() {
    InetSocketAddress home = new InetSocketAddress(1);
    session.heard(home, 0, 5);
    assertTrue(session.isNewCommand(1_000));
    assertFalse(session.isNewCommand(1_000));
    session.heard(home, 0, 6);
    assertFalse(session.isNewCommand(1_000));
    session.heard(home, 1, 7);
    assertTrue(session.isNewCommand(0));
    assertTrue(session.isNewCommand(1_000));
    assertEquals(7, session.heardNanos());
  }

  @Test
  void theAddressIsThatOfTheNewestValidDatagram() {
    InetSocketAddress home = new InetSocketAddress(1);
    session.heard(home, 0, 1);
    session.heard(new InetSocketAddress(1), 0, 2);
    assertSame(home, session.address());
    InetSocketAddress elsewhere = new InetSocketAddress(2);
    session.heard(elsewhere, 0, 3);
    assertSame(elsewhere, session.address());
  }

  @Test
  void aDatagramOpensOnce() {
    byte[] datagram = new byte[20];
    Envelope.seal(datagram, 8, 77, 1);
    assertTrue(session.open(datagram, 20));
    assertFalse(session.open(datagram, 20));
  }

  @Test
  void datagramsSentCountFromOneInAllMatches() {
    assertEquals(1, session.sending(0, 0));
    assertEquals(2, session.sending(0, 1));
    assertEquals(3, session.sending(1, 0));
  }

  @Test
  void theEpochWrapsAfterTwoHundredFiftySixMatches() {
    Seating seating = session.seating();
    for (int i = 1; i <= 600; i++) {
      seating = seating.next(match);
      assertEquals(i % 256, seating.epoch());
      assertEquals(3, seating.seat());
    }
  }
}
