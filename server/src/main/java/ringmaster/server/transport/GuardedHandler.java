package ringmaster.server.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import ringmaster.server.transport.ControlTransport.Connection;
import ringmaster.server.transport.ControlTransport.Handler;
import ringmaster.shared.protocol.ControlMessage;

/**
 * Lets nothing that a handler throws through to the transport: an error met with one client's
 * message must not cost the others their connections.
 */
final class GuardedHandler implements Handler {
  private final Counters<ControlEvent> counters;
  private final LimitedLog log = new LimitedLog(LoggerFactory.getLogger(ControlTransport.class));
  private @Nullable Handler target;
  private long nowNanos;

  GuardedHandler(Counters<ControlEvent> counters) {
    this.counters = counters;
  }

  /** Whom to tell during the poll that begins. */
  void to(Handler target, long nowNanos) {
    this.target = target;
    this.nowNanos = nowNanos;
  }

  @Override
  public void connected(Connection connection) {
    try {
      target().connected(connection);
    } catch (Throwable t) {
      failed(t);
    }
  }

  @Override
  public void received(Connection connection, ControlMessage.FromClient message) {
    try {
      target().received(connection, message);
    } catch (Throwable t) {
      failed(t);
    }
  }

  @Override
  public void disconnected(Connection connection) {
    try {
      target().disconnected(connection);
    } catch (Throwable t) {
      failed(t);
    }
  }

  private Handler target() {
    return Objects.requireNonNull(target, "handlers are told during a poll only");
  }

  private void failed(Throwable cause) {
    counters.count(ControlEvent.HANDLER_ERROR);
    log.error("A control handler failed", cause, nowNanos);
  }
}
