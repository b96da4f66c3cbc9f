package ringmaster.server.transport;

import com.esotericsoftware.kryonet.Connection;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import ringmaster.shared.protocol.ControlCodec;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;

/** One TCP connection: Kryonet's, made safe to send on, with the times and counts of its limits. */
final class KryonetConnection extends Connection implements ControlTransport.Connection {
  /** How far a connection has come. */
  enum Stage {
    /** Accepted by Kryonet; nobody knows of it yet. */
    NEW,
    /** The handler knows of it; it has not said Hello. */
    PENDING,
    /** It has said Hello. */
    SETTLED,
    /** Closed; the handler hears of it at the end of the poll. */
    GONE
  }

  /** Full at this level, so that any legal message fits below it: Kryonet breaks on overflow. */
  private static final int FULL_BUFFER_BYTES =
      KryonetControl.WRITE_BUFFER_BYTES
          - ControlCodec.LENGTH_BYTES
          - Limits.MAX_CONTROL_MESSAGE_BYTES;

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long HANDSHAKE_TIMEOUT_NANOS =
      TimeUnit.MILLISECONDS.toNanos(Limits.HANDSHAKE_TIMEOUT_MILLIS);
  private static final long KEEP_ALIVE_NANOS =
      TimeUnit.MILLISECONDS.toNanos(Limits.KEEP_ALIVE_MILLIS);

  /** Two lost keep-alives are bad luck, three are a dead peer. */
  private static final long PEER_TIMEOUT_NANOS = 3 * KEEP_ALIVE_NANOS;

  private final KryonetControl control;
  private InetAddress address = InetAddress.getLoopbackAddress();
  private Stage stage = Stage.NEW;
  private boolean trusted;
  private long heardNanos;
  private long sentNanos;
  private long windowNanos;
  private int windowMessages;
  private int malformedMessages;

  KryonetConnection(KryonetControl control) {
    this.control = control;
  }

  /**
   * Begins to count time. Kryonet's timers are turned off: bytes that are no message reset them.
   */
  void open(InetAddress remote, long nowNanos) {
    setKeepAliveTCP(0);
    setTimeout(0);
    address = remote;
    // Not isLoopbackAddress(): the rest of 127.0.0.0/8 plays strangers in tests.
    String text = remote.getHostAddress();
    trusted = text.equals("127.0.0.1") || text.equals("0:0:0:0:0:0:0:1");
    heardNanos = nowNanos;
    sentNanos = nowNanos;
    windowNanos = nowNanos;
  }

  Stage stage() {
    return stage;
  }

  void stage(Stage next) {
    stage = next;
  }

  /** From now on each message, not Hello alone, shows that the client is there. */
  void settle(long nowNanos) {
    stage = Stage.SETTLED;
    heardNanos = nowNanos;
  }

  InetAddress address() {
    return address;
  }

  @Override
  public String remoteAddress() {
    return address.getHostAddress();
  }

  @Override
  public boolean trusted() {
    return trusted;
  }

  @Override
  public boolean sameProcess() {
    return false;
  }

  /**
   * Takes note of a whole message.
   *
   * @return false if that was one too many for this second
   */
  boolean heard(long nowNanos) {
    if (stage == Stage.SETTLED) {
      heardNanos = nowNanos;
    }
    if (nowNanos - windowNanos >= SECOND_NANOS) {
      windowNanos = nowNanos;
      windowMessages = 0;
    }
    windowMessages++;
    return windowMessages <= Limits.MAX_CONTROL_MESSAGES_PER_SECOND;
  }

  /** Takes note of a message that was none. Returns how many there have been. */
  int heardMalformed() {
    malformedMessages++;
    return malformedMessages;
  }

  /** Whether nothing was heard for so long that nothing will be. */
  boolean silent(long nowNanos) {
    long patience = stage == Stage.SETTLED ? PEER_TIMEOUT_NANOS : HANDSHAKE_TIMEOUT_NANOS;
    return nowNanos - heardNanos >= patience;
  }

  boolean needsKeepAlive(long nowNanos) {
    return nowNanos - sentNanos >= KEEP_ALIVE_NANOS;
  }

  @Override
  public boolean send(ControlMessage.FromServer message) {
    return sendTCP(message) > 0;
  }

  /**
   * Kryonet's own version throws at its caller when the client does not read, after which what the
   * client gets is corrupt. Everything Kryonet sends by itself goes through here as well.
   */
  @Override
  public int sendTCP(Object message) {
    if (!isConnected()) {
      return 0;
    }
    if (getTcpWriteBufferSize() > FULL_BUFFER_BYTES) {
      control.drop(this, ControlEvent.CLOSED_SLOW_READER);
      return 0;
    }
    sentNanos = control.nowNanos();
    try {
      return super.sendTCP(message);
    } catch (RuntimeException e) {
      control.failedToSend(this, e);
      return 0;
    }
  }
}
