package ringmaster.server.transport;

import org.jspecify.annotations.Nullable;
import ringmaster.shared.protocol.ControlMessage;

/** A client's end of a {@link LoopbackControl}. For one thread at a time. */
public final class LoopbackClient implements AutoCloseable {
  private final LoopbackPipe pipe;

  LoopbackClient(LoopbackPipe pipe) {
    this.pipe = pipe;
  }

  /**
   * Says something to the server; never waits.
   *
   * @return false if the connection is closed, or closes now because the server is far behind
   */
  public boolean send(ControlMessage.FromClient message) {
    return pipe.sendFromClient(message);
  }

  /** The next message of the server, or null. What came before the end can be read after it. */
  public ControlMessage.@Nullable FromServer poll() {
    return pipe.nextFromServer();
  }

  /** Whether neither side has closed. */
  public boolean isOpen() {
    return pipe.open();
  }

  @Override
  public void close() {
    pipe.closeByClient();
  }
}
