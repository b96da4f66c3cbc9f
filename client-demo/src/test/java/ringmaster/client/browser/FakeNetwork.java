package ringmaster.client.browser;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.ControlChannel;
import ringmaster.client.connection.Invite;
import ringmaster.client.connection.ServerEndpoint;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.Limits;

/** Servers that answer after a while, refuse, or never say anything. */
final class FakeNetwork {
  static final long MILLI = 1_000_000;

  /** What a host does. */
  static final class Host {
    boolean reachable = true;
    boolean refuses;
    long connectMillis = 40;
    long answerMillis = 20;
    ControlMessage.@Nullable FromServer answer;
    final List<ControlMessage.FromClient> heard = new ArrayList<>();
    int open;

    static Host answering(long serverId) {
      Host host = new Host();
      host.answer = info(serverId, Limits.PROTOCOL_VERSION);
      return host;
    }
  }

  static Info info(long serverId, int protocolVersion) {
    return new Info(
        "1.2",
        protocolVersion,
        serverId,
        1,
        List.of(new ControlMessage.MatchInfo(4, "skirmish", "yard", 2, 3, 8, true)));
  }

  private final Map<String, Host> hosts = new HashMap<>();

  /** Names looked up, in order. */
  final List<String> lookups = new ArrayList<>();

  int mostOpen;

  Host at(String address, Host host) {
    hosts.put(address, host);
    return host;
  }

  private int open() {
    return hosts.values().stream().mapToInt(host -> host.open).sum();
  }

  /** The way to an address; where there is no host, nothing ever comes back. */
  ServerEndpoint endpoint(Invite invite) {
    lookups.add(invite.address());
    Host host =
        hosts.computeIfAbsent(
            invite.address(),
            address -> {
              Host nobody = new Host();
              nobody.reachable = false;
              return nobody;
            });
    return new Endpoint(invite.address(), host);
  }

  private final class Endpoint implements ServerEndpoint {
    private final String address;
    private final Host host;

    Endpoint(String address, Host host) {
      this.address = address;
      this.host = host;
    }

    @Override
    public ControlChannel connect(long nowNanos) {
      host.open++;
      mostOpen = Math.max(mostOpen, open());
      return new Channel(host, nowNanos);
    }

    @Override
    public SocketAddress datagramAddress(int port) {
      return InetSocketAddress.createUnresolved(address, port);
    }

    @Override
    public String name() {
      return address;
    }
  }

  private static final class Channel implements ControlChannel {
    private final Host host;
    private final long startNanos;
    private boolean connected;
    private boolean closed;
    private boolean asked;
    private long askedNanos;
    private long nowNanos;

    Channel(Host host, long nowNanos) {
      this.host = host;
      startNanos = nowNanos;
      this.nowNanos = nowNanos;
    }

    @Override
    public int poll(Handler handler, long now) {
      nowNanos = now;
      if (closed || !host.reachable) {
        return 0;
      }
      if (host.refuses) {
        handler.disconnected();
        return 1;
      }
      if (!connected && now - startNanos >= host.connectMillis * MILLI) {
        connected = true;
        handler.connected(now - startNanos);
      }
      ControlMessage.FromServer answer = host.answer;
      if (answer != null && asked && now - askedNanos >= host.answerMillis * MILLI) {
        handler.received(new ControlMessage.Accepted(1));
        handler.received(answer);
      }
      return 1;
    }

    @Override
    public void send(ControlMessage.FromClient message) {
      host.heard.add(message);
      asked = true;
      askedNanos = nowNanos;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        host.open--;
      }
    }
  }
}
