package ringmaster.server.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import ringmaster.shared.protocol.ControlMessage.Hello;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Say;
import ringmaster.shared.protocol.Limits;

/** A control transport on a real port with its clients, all on the test's thread. */
final class ControlLab implements AutoCloseable {
  static final Hello HELLO =
      new Hello(Limits.PROTOCOL_VERSION, "Ann", "ctf", Hello.ANY_MATCH, false, false);

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  final KryonetControl control;
  final RecordingHandler handler;
  private final List<RawClient> clients = new ArrayList<>();
  private long nowNanos = -TimeUnit.HOURS.toNanos(1);

  ControlLab() {
    this(new RecordingHandler());
  }

  ControlLab(RecordingHandler handler) {
    this(handler, new KryonetFraming());
  }

  ControlLab(RecordingHandler handler, KryonetFraming framing) {
    this(handler, framing, 10_000);
  }

  /** With room for so many connections in all. */
  ControlLab(int maxOpen) {
    this(new RecordingHandler(), new KryonetFraming(), maxOpen);
  }

  private ControlLab(RecordingHandler handler, KryonetFraming framing, int maxOpen) {
    this.handler = handler;
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    control = new KryonetControl(anyPort, framing, maxOpen);
  }

  /** A client of a stranger's address, accepted. */
  RawClient stranger(int number) {
    return connect("127.1." + number / 250 + "." + (1 + number % 250));
  }

  /** A client of this very machine, accepted. */
  RawClient local() {
    return connect("127.0.0.1");
  }

  RawClient connect(String from) {
    RawClient client = new RawClient(from, control.port());
    clients.add(client);
    pollUntil(() -> !client.messages().isEmpty() || client.ended());
    return client;
  }

  /** A client that has said hello. */
  RawClient player(int number) {
    RawClient client = stranger(number);
    int before = handler.received.size();
    client.say(HELLO);
    pollUntil(() -> handler.received.size() > before);
    return client;
  }

  int poll() {
    return control.poll(handler, nowNanos);
  }

  /** Polls at a standing clock. The bound is only there to end a test that has failed. */
  void pollUntil(BooleanSupplier condition) {
    long startNanos = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - startNanos > PATIENCE_NANOS) {
        throw new AssertionError("never happened; counters: " + counts());
      }
      poll();
    }
  }

  void pollTimes(int times) {
    for (int i = 0; i < times; i++) {
      poll();
    }
  }

  /** Moves the clock, then polls. */
  void passMillis(long millis) {
    nowNanos += TimeUnit.MILLISECONDS.toNanos(millis);
    poll();
  }

  long count(ControlEvent event) {
    return control.counters().get(event);
  }

  private String counts() {
    StringBuilder text = new StringBuilder();
    for (ControlEvent event : ControlEvent.values()) {
      text.append(event).append(' ').append(count(event)).append(' ');
    }
    return text.toString();
  }

  /** Whether a client can talk and is talked to. */
  void exchange(RawClient client) {
    int heard = handler.received.size();
    client.say(new Say("still here"));
    pollUntil(() -> handler.received.size() > heard);
    int told = client.messages().size();
    handler.speakers.getLast().send(new Notice("so are we"));
    pollUntil(() -> client.messages().size() > told);
  }

  @Override
  public void close() {
    clients.forEach(RawClient::close);
    control.close();
  }
}
