package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A server whose parts take their time between being made and being run. */
final class SlowStartSimulation {
  private static final long SLOW_NANOS = 700_000_000;

  @Test
  void whatTheStartTookIsNoLostTime() throws IOException {
    try (WholeServer server = new WholeServer(1, 8, 60, 0, null, 1)) {
      server.clock.advance(SLOW_NANOS);
      server.core.tickLoop().start(server.clock.nanoTime());
      server.run(1);
      assertEquals(0, server.core.telemetry().slips.get());
      assertEquals(60, server.core.telemetry().ticks.get(), 1);
    }
  }

  @Test
  void aServerThatStoodStillSinceSlips() throws IOException {
    try (WholeServer server = new WholeServer(1, 8, 60, 0, null, 1)) {
      server.core.tickLoop().start(server.clock.nanoTime());
      server.clock.advance(SLOW_NANOS);
      server.run(1);
      assertEquals(1, server.core.telemetry().slips.get());
    }
  }
}
