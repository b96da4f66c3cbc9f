package ringmaster.shared.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
  private final byte[] datagram = new byte[100];

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, -1", "9223372036854775807, 2147483647", "-9223372036854775808, 7"})
  void idAndCounterComeBackAsTheyWent(long id, int counter) {
    assertEquals(Envelope.OVERHEAD_BYTES + 40, Envelope.seal(datagram, 40, id, counter));
    assertEquals(id, Envelope.sessionId(datagram));
    assertEquals(counter, Envelope.counter(datagram));
  }

  @Test
  void aHeaderAloneIsNoDatagram() {
    assertFalse(Envelope.plausible(0));
    assertFalse(Envelope.plausible(Envelope.OVERHEAD_BYTES));
    assertTrue(Envelope.plausible(Envelope.OVERHEAD_BYTES + 1));
    Envelope.seal(datagram, 0, 1, 1);
    assertFalse(Envelope.accept(datagram, Envelope.OVERHEAD_BYTES, new ReplayWindow()));
  }

  @Test
  void aCounterBeyondTheSignIsNewerNotOlder() {
    ReplayWindow window = new ReplayWindow();
    Envelope.seal(datagram, 1, 1, Integer.MAX_VALUE);
    assertTrue(Envelope.accept(datagram, 13, window));
    Envelope.seal(datagram, 1, 1, Integer.MIN_VALUE);
    assertTrue(Envelope.accept(datagram, 13, window));
    Envelope.seal(datagram, 1, 1, -1);
    assertTrue(Envelope.accept(datagram, 13, window));
    assertEquals(0xFFFF_FFFFL, window.newest());
    assertFalse(Envelope.accept(datagram, 13, window));
    Envelope.seal(datagram, 1, 1, 0);
    assertFalse(Envelope.accept(datagram, 13, window));
  }
}
