package ringmaster.server.transport;

import ringmaster.shared.protocol.ControlMessage;

/**
 * The control channel: reliable, ordered messages to and from many clients. One thread drives it.
 */
public interface ControlTransport extends AutoCloseable {
  /** One client's end of the channel. All methods are for the driving thread alone. */
  interface Connection {
    /** Address without port, for limits and logs. */
    String remoteAddress();

    /** Whether limits per address do not apply: the same machine or process. */
    boolean trusted();

    /** Whether the client lives in the server's own process, so that its way takes no time. */
    boolean sameProcess();

    /**
     * Queues a message; never blocks and never throws.
     *
     * @return false if the client reads too slowly to take it: the connection is then closing
     */
    boolean send(ControlMessage.FromServer message);

    /** Closes; the handler hears of it through {@link Handler#disconnected}. */
    void close();
  }

  /**
   * Told of everything during {@link #poll}, on its thread. What it throws is caught and counted.
   */
  interface Handler {
    void connected(Connection connection);

    /** A decoded message; {@link ControlMessage.Malformed} for bytes that are none. */
    void received(Connection connection, ControlMessage.FromClient message);

    /** The connection is gone, whoever closed it. Called once per connected one. */
    void disconnected(Connection connection);
  }

  /** Accepts, reads and writes what is ready, without waiting. Returns how much was done. */
  int poll(Handler handler, long nowNanos);

  /** The TCP port, 0 where there is none. */
  int port();

  @Override
  void close();
}
