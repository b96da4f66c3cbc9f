package ringmaster.server.transport;

import com.esotericsoftware.kryonet.Server;
import com.esotericsoftware.minlog.Log;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import ringmaster.server.transport.KryonetConnection.Stage;
import ringmaster.shared.protocol.ControlMessage.Ask;
import ringmaster.shared.protocol.ControlMessage.FromClient;
import ringmaster.shared.protocol.ControlMessage.Hello;
import ringmaster.shared.protocol.ControlMessage.Join;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.Malformed;
import ringmaster.shared.protocol.ControlMessage.Say;
import ringmaster.shared.protocol.Limits;

/**
 * The control channel over Kryonet's TCP.
 *
 * <p>Kryonet's own thread dies of whatever a listener or a buffer throws, and leaves the sockets
 * open. So it is never started: {@link #poll} drives its update, and lets nothing through. Kryonet
 * also forgets connections that are closed by other threads, so everything here, {@link #close}
 * included, belongs to the thread that polls.
 *
 * <p>Give it a thread apart from the datagrams': after a hundred updates without work, Kryonet
 * sleeps for 25 ms.
 */
public final class KryonetControl implements ControlTransport {
  /** Holds what a client does not read at once: seven of the longest messages. */
  static final int WRITE_BUFFER_BYTES = 64 * 1024;

  private static final int READ_BUFFER_BYTES = 16 * 1024;

  /** Kryonet allocates its buffers with the connection. They may take this part of the heap. */
  private static final int HEAP_SHARE = 4;

  /** Connections that even a small heap must bear: 20 MiB. */
  private static final int MIN_OPEN_CONNECTIONS = 256;

  /**
   * Times are checked this often; a sweep over thousands of connections need not be each turn's.
   */
  private static final long SWEEP_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Messages that are none, after which a connection is closed. */
  private static final int MAX_MALFORMED = 3;

  private static final int FREE_PORT_ATTEMPTS = 8;
  private static final KeepAlive KEEP_ALIVE = new KeepAlive();

  static {
    // Kryonet prints a line per misbehaving client; we count.
    Log.set(Log.LEVEL_NONE);
  }

  private final Counters<ControlEvent> counters = new Counters<>(ControlEvent.class);
  private final GuardedHandler handler = new GuardedHandler(counters);
  private final LimitedLog log = new LimitedLog(LoggerFactory.getLogger(KryonetControl.class));
  private final KryonetFraming framing;
  private final Server server;
  private final int port;
  private final int maxOpen;
  private final AddressCounts pending = new AddressCounts();
  private final AddressCounts open = new AddressCounts();
  private final ArrayDeque<KryonetConnection> gone = new ArrayDeque<>();
  private long nowNanos;
  private long sweptNanos;
  private int done;
  private boolean closed;

  /**
   * Listens.
   *
   * @param address to bind to; port 0 takes a free one, see {@link #port}
   * @throws TransportException if the port cannot be had
   */
  public KryonetControl(InetSocketAddress address) {
    this(address, new KryonetFraming(), openWithin(Runtime.getRuntime().maxMemory()));
  }

  /**
   * For tests.
   *
   * @param framing one's own, to see what becomes of errors in it
   * @param maxOpen connections at a time, from all addresses together
   */
  KryonetControl(InetSocketAddress address, KryonetFraming framing, int maxOpen) {
    this.framing = framing;
    this.maxOpen = maxOpen;
    TransportException.requireKnownHost(address);
    server =
        new Server(WRITE_BUFFER_BYTES, READ_BUFFER_BYTES, framing) {
          @Override
          protected KryonetConnection newConnection() {
            return new KryonetConnection(KryonetControl.this);
          }
        };
    server.addListener(new KryonetListener(this));
    try {
      port = address.getPort() == 0 ? bindToFreePort(address.getAddress()) : bind(address);
    } catch (IOException e) {
      close();
      throw TransportException.cannotOpen("TCP", address, e);
    }
  }

  /** How many connections may be open in a heap of this size. */
  static int openWithin(long heapBytes) {
    long fitting = heapBytes / HEAP_SHARE / (WRITE_BUFFER_BYTES + READ_BUFFER_BYTES);
    return (int) Math.clamp(fitting, MIN_OPEN_CONNECTIONS, Integer.MAX_VALUE);
  }

  /** TCP only: with a UDP port, Kryonet would keep connections for ever that never register it. */
  private int bind(InetSocketAddress address) throws IOException {
    server.bind(address, null);
    return address.getPort();
  }

  /** Kryonet does not tell which port the system chose, so we ask for one and then name it. */
  private int bindToFreePort(InetAddress address) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return bind(new InetSocketAddress(address, freePort(address)));
      } catch (BindException e) {
        if (attempt == FREE_PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static int freePort(InetAddress address) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, address)) {
      return probe.getLocalPort();
    }
  }

  /**
   * What was done counts messages, comings and goings. An accept that fails for want of file
   * descriptors is none of these, so that it does not keep the thread from resting.
   */
  @Override
  public int poll(Handler target, long nowNanos) {
    if (closed) {
      return 0;
    }
    this.nowNanos = nowNanos;
    handler.to(target, nowNanos);
    done = 0;
    update();
    sweep();
    tellOfGone();
    return done;
  }

  private void update() {
    try {
      server.update(0);
    } catch (Throwable t) {
      counters.count(ControlEvent.UPDATE_ERROR);
      log.error("Kryonet failed", t, nowNanos);
    }
  }

  /** Kryonet's array is replaced with each change, so closing during the walk is safe. */
  private void sweep() {
    long sinceNanos = nowNanos - sweptNanos;
    if (sinceNanos >= 0 && sinceNanos < SWEEP_INTERVAL_NANOS) {
      return;
    }
    sweptNanos = nowNanos;
    for (var connection : server.getConnections()) {
      attend((KryonetConnection) connection);
    }
  }

  private void attend(KryonetConnection connection) {
    if (connection.silent(nowNanos)) {
      drop(connection, ControlEvent.CLOSED_SILENT);
    } else if (connection.needsKeepAlive(nowNanos)) {
      connection.send(KEEP_ALIVE);
    }
  }

  /** Last in a poll, so that a handler busy with its connections does not lose one meanwhile. */
  private void tellOfGone() {
    for (KryonetConnection each = gone.poll(); each != null; each = gone.poll()) {
      done++;
      handler.disconnected(each);
    }
  }

  /** Called by Kryonet, as the next two, during an update. */
  void connected(KryonetConnection connection) {
    @Nullable InetSocketAddress remote = connection.getRemoteAddressTCP();
    if (remote == null) {
      // The client left before Kryonet had greeted it.
      return;
    }
    done++;
    connection.open(remote.getAddress(), nowNanos);
    if (tooManyFrom(connection)) {
      drop(connection, ControlEvent.REFUSED_PER_ADDRESS);
      return;
    }
    // Kryonet has added this one.
    if (connectionCount() > maxOpen) {
      drop(connection, ControlEvent.REFUSED_TOTAL);
      return;
    }
    pending.add(connection.address());
    open.add(connection.address());
    connection.stage(Stage.PENDING);
    counters.count(ControlEvent.ACCEPTED);
    handler.connected(connection);
  }

  /** A place is held until the connection closes, whatever is said on it: its buffers are. */
  private boolean tooManyFrom(KryonetConnection connection) {
    return !connection.trusted()
        && (pending.get(connection.address()) >= Limits.MAX_PENDING_PER_ADDRESS
            || open.get(connection.address()) >= Limits.MAX_CONNECTIONS_PER_ADDRESS);
  }

  void received(KryonetConnection connection, FromClient message) {
    done++;
    if (!connection.heard(nowNanos)) {
      drop(connection, ControlEvent.CLOSED_FLOOD);
      return;
    }
    switch (message) {
      case Hello _ -> receivedHello(connection, message);
      case Ask _, Join _, Say _, Leave _ -> handler.received(connection, message);
      case Malformed _ -> receivedMalformed(connection, message);
      case KeepAlive _ -> {
        // Its arrival was all it had to say. It settles nothing, or silence would only need a
        // pulse.
      }
    }
  }

  /** Nothing else settles a connection: only a Hello is followed up, with a seat or a refusal. */
  private void receivedHello(KryonetConnection connection, FromClient message) {
    if (connection.stage() == Stage.PENDING) {
      pending.remove(connection.address());
      connection.settle(nowNanos);
    }
    handler.received(connection, message);
  }

  private void receivedMalformed(KryonetConnection connection, FromClient message) {
    int count = connection.heardMalformed();
    if (count == 1) {
      handler.received(connection, message);
    } else if (count >= MAX_MALFORMED) {
      drop(connection, ControlEvent.CLOSED_MALFORMED);
    }
  }

  void disconnected(KryonetConnection connection) {
    if (framing.takeRefusedLength()) {
      counters.count(ControlEvent.CLOSED_MALFORMED);
    }
    switch (connection.stage()) {
      case NEW, GONE -> {}
      case PENDING -> {
        pending.remove(connection.address());
        lose(connection);
      }
      case SETTLED -> lose(connection);
    }
    connection.stage(Stage.GONE);
  }

  private void lose(KryonetConnection connection) {
    open.remove(connection.address());
    gone.add(connection);
  }

  /** Closes a connection for a reason that counts. */
  void drop(KryonetConnection connection, ControlEvent reason) {
    counters.count(reason);
    connection.close();
  }

  /** Closes a connection that Kryonet could not write to. */
  void failedToSend(KryonetConnection connection, RuntimeException cause) {
    log.error("A control message could not be written", cause, nowNanos);
    drop(connection, ControlEvent.CLOSED_SEND_ERROR);
  }

  /** The time of the present poll, or of the last one. */
  long nowNanos() {
    return nowNanos;
  }

  public Counters<ControlEvent> counters() {
    return counters;
  }

  /** Connections that are open at present. */
  public int connectionCount() {
    return server.getConnections().length;
  }

  @Override
  public int port() {
    return port;
  }

  /**
   * Closes all connections and frees the port; nobody is told. By the polling thread, or after it.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.dispose();
    } catch (IOException e) {
      log.error("Kryonet could not be closed", e, nowNanos);
    }
  }
}
