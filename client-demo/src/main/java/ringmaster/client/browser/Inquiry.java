package ringmaster.client.browser;

import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.ControlChannel;
import ringmaster.client.connection.ServerEndpoint;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Accepted;
import ringmaster.shared.protocol.ControlMessage.Ask;
import ringmaster.shared.protocol.ControlMessage.Goodbye;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Malformed;
import ringmaster.shared.protocol.ControlMessage.NextMatch;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Offer;
import ringmaster.shared.protocol.ControlMessage.Pings;
import ringmaster.shared.protocol.ControlMessage.Refused;
import ringmaster.shared.protocol.ControlMessage.Roster;
import ringmaster.shared.protocol.ControlMessage.Said;
import ringmaster.shared.protocol.ControlMessage.Welcome;
import ringmaster.shared.protocol.Limits;

/** One question to one server: connects, asks, hears one answer and closes. One thread. */
final class Inquiry implements ControlChannel.Handler {
  private final String address;
  private final ControlChannel channel;
  private long nowNanos;
  private long askedNanos;
  private @Nullable Info info;
  private long roundTripNanos;
  private String failure = "";

  Inquiry(String address, ServerEndpoint server, long nowNanos) {
    this.address = address;
    channel = server.connect(nowNanos);
  }

  /** Goes on; returns whether it is over, with an {@link #info} or a {@link #failure}. */
  boolean poll(long now) {
    nowNanos = now;
    channel.poll(this, now);
    return info != null || !failure.isEmpty();
  }

  /** The answer; null if there is none. */
  @Nullable Info info() {
    return info;
  }

  /** From asking to the answer; connecting does not count. */
  long roundTripNanos() {
    return roundTripNanos;
  }

  /** Why there is no answer, as a sentence; empty if there is one. */
  String failure() {
    return failure;
  }

  void close() {
    channel.close();
  }

  @Override
  public void connected(long handshakeNanos) {
    askedNanos = nowNanos;
    channel.send(new Ask(Limits.PROTOCOL_VERSION));
  }

  @Override
  public void received(ControlMessage.FromServer message) {
    switch (message) {
      case Info answer -> {
        info = answer;
        roundTripNanos = nowNanos - askedNanos;
      }
      case Refused refused -> failure = "it does not answer now: " + refused.reason().sentence();
      case Goodbye goodbye -> failure = "it does not answer now: " + goodbye.reason().sentence();
      case Accepted _, KeepAlive _ -> {}
      case Offer _, Welcome _, NextMatch _, Roster _, Said _, Notice _, Pings _, Malformed _ ->
          failure = "something else than a server answers at " + address;
    }
  }

  @Override
  public void disconnected() {
    failure = "no server answers at " + address;
  }
}
