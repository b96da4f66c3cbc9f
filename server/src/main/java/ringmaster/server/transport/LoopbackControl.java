package ringmaster.server.transport;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import ringmaster.shared.protocol.ControlMessage.FromClient;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;

/**
 * The control channel between a server and clients of the same process: bots, and tests of whole
 * servers. Driven by one thread it is deterministic; driven by several it is safe.
 *
 * <p>Each message is encoded and decoded on its way. There are no limits of time or rate: nothing
 * hostile lives here, and nothing goes silent without closing.
 */
public final class LoopbackControl implements ControlTransport {
  private final Counters<ControlEvent> counters = new Counters<>(ControlEvent.class);
  private final GuardedHandler handler = new GuardedHandler(counters);
  private final ConcurrentLinkedQueue<LoopbackPipe> arriving = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connectionCount = new AtomicInteger();
  private final List<LoopbackPipe> pipes = new ArrayList<>();
  private volatile boolean closed;

  /** A new client. The server hears of it at its next poll. Any thread. */
  public LoopbackClient connect() {
    LoopbackPipe pipe = new LoopbackPipe(connectionCount.incrementAndGet(), counters);
    arriving.add(pipe);
    if (closed) {
      pipe.close();
    }
    return new LoopbackClient(pipe);
  }

  public Counters<ControlEvent> counters() {
    return counters;
  }

  @Override
  public int poll(Handler target, long nowNanos) {
    if (closed) {
      return 0;
    }
    handler.to(target, nowNanos);
    return accept() + receive() + tellOfGone();
  }

  private int accept() {
    int accepted = 0;
    for (LoopbackPipe pipe = arriving.poll(); pipe != null; pipe = arriving.poll()) {
      pipes.add(pipe);
      pipe.greet();
      counters.count(ControlEvent.ACCEPTED);
      handler.connected(pipe);
      accepted++;
    }
    return accepted;
  }

  private int receive() {
    int received = 0;
    for (LoopbackPipe pipe : pipes) {
      received += receive(pipe);
    }
    return received;
  }

  /** At most one queue full: a client that keeps talking must not keep the others waiting. */
  private int receive(LoopbackPipe pipe) {
    int received = 0;
    FromClient message = pipe.nextFromClient();
    while (message != null) {
      if (!(message instanceof KeepAlive)) {
        handler.received(pipe, message);
      }
      received++;
      message = received < LoopbackPipe.QUEUE_MESSAGES ? pipe.nextFromClient() : null;
    }
    return received;
  }

  private int tellOfGone() {
    int gone = 0;
    for (Iterator<LoopbackPipe> each = pipes.iterator(); each.hasNext(); ) {
      LoopbackPipe pipe = each.next();
      if (pipe.gone()) {
        each.remove();
        handler.disconnected(pipe);
        gone++;
      }
    }
    return gone;
  }

  @Override
  public int port() {
    return 0;
  }

  /** Closes all connections; nobody is told. By the polling thread, or after it. */
  @Override
  public void close() {
    closed = true;
    pipes.forEach(LoopbackPipe::close);
    arriving.forEach(LoopbackPipe::close);
  }
}
