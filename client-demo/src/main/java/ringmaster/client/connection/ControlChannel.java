package ringmaster.client.connection;

import ringmaster.shared.protocol.ControlMessage;

/** Reliable, ordered messages to and from one server. One thread drives it. */
public interface ControlChannel {
  /** Told of everything during {@link #poll}, on its thread. */
  interface Handler {
    /**
     * The connection stands.
     *
     * @param roundTripNanos how long that took: about one round trip
     */
    void connected(long roundTripNanos);

    /** A decoded message; {@link ControlMessage.Malformed} for bytes that are none. */
    void received(ControlMessage.FromServer message);

    /** The connection is gone or never came about. Called once, and nothing after it. */
    void disconnected();
  }

  /** Connects, reads and writes what is ready, without waiting. Returns how much was done. */
  int poll(Handler handler, long nowNanos);

  /** Queues a message and sends what can be sent; never blocks. */
  void send(ControlMessage.FromClient message);

  /** Closes; the handler hears nothing more. */
  void close();
}
