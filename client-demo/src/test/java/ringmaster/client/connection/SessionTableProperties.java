package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

final class SessionTableProperties {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void holdsWhatAMapWouldHold(long seed) {
    Rng rng = new Rng(seed);
    SessionTable table = new SessionTable();
    Map<Long, DatagramHub.Receiver> expected = new HashMap<>();
    for (int i = 0; i < 4000; i++) {
      long id = (long) rng.nextInt(600) << 4 | rng.nextInt(2); // many that collide
      if (rng.nextBoolean(0.6f)) {
        DatagramHub.Receiver receiver = new Nobody();
        table.put(id, receiver);
        expected.put(id, receiver);
      } else {
        table.remove(id);
        expected.remove(id);
      }
      long asked = (long) rng.nextInt(600) << 4 | rng.nextInt(2);
      assertSame(expected.get(asked), table.find(asked), "seed " + seed);
    }
  }

  private static final class Nobody implements DatagramHub.Receiver {
    @Override
    public void received(byte[] datagram, int lengthBytes, long nowNanos) {}
  }
}
