package ringmaster.server.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;

/** A transport cannot be opened. The message is one sentence for the person who started it. */
public final class TransportException extends RuntimeException {
  private TransportException(String sentence, IOException cause) {
    super(sentence, cause);
  }

  private TransportException(String sentence) {
    super(sentence);
  }

  static void requireKnownHost(InetSocketAddress address) {
    if (address.isUnresolved()) {
      throw new TransportException(
          "The address " + address.getHostString() + " to listen on is unknown.");
    }
  }

  /**
   * @param kind of port: TCP or UDP
   */
  static TransportException cannotOpen(String kind, InetSocketAddress address, IOException cause) {
    String port = kind + " port " + address.getPort();
    String reason = String.valueOf(cause.getMessage());
    if (cause instanceof BindException && reason.contains("in use")) {
      return new TransportException(port + " is already in use by another program.", cause);
    }
    String host = address.getHostString();
    return new TransportException(
        port + " on " + host + " cannot be opened: " + reason + ".", cause);
  }
}
