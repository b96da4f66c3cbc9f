package ringmaster.server;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ringmaster.server.transport.DatagramTransport;
import ringmaster.server.transport.LoopbackClient;
import ringmaster.server.transport.LoopbackControl;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.math.Rng;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.snapshot.EventSink;
import ringmaster.shared.snapshot.SnapshotAcks;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * A client that plays by the rules: says hello, joins, decodes and acknowledges each snapshot, and
 * sends a command per tick a little ahead of time. A hostile one overrides what it does otherwise.
 */
class ScriptedClient implements Agent, DatagramTransport.Handler {
  static final TickRate RATE = new TickRate(60);

  /** Ahead of the newest snapshot: one tick is being computed, one may be on its way. */
  static final int LEAD_TICKS = 3;

  /** Commands of one datagram. */
  private static final int COMMANDS = 4;

  private final Games games;
  final LoopbackClient control;
  final List<ControlMessage.FromServer> heard = new ArrayList<>();
  final LoopbackDatagrams.Client datagrams;
  final SnapshotAcks acks = new SnapshotAcks();
  final SnapshotHeader header = new SnapshotHeader();
  private final byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
  private final BitReader reader = new BitReader();
  private final BitWriter writer = new BitWriter();
  private final CommandDatagram commands = new CommandDatagram();
  private @Nullable SnapshotCodec codec;
  private @Nullable SnapshotDecoder decoder;
  ControlMessage.@Nullable Welcome welcome;
  @Nullable MatchOffer match;
  int seat;
  int epoch;
  int view;
  int counter;
  int received;
  int taken;

  /** Commands the match had to do without, as told. */
  int missed;

  /** Bytes of UDP payload received, by tick of this client's own. */
  final int[] bytesByTick = new int[60 * 600];

  int ownTick;
  private int firstTick;
  private int anchorTick;
  private long anchorNanos;
  private long nextNanos = Long.MIN_VALUE;

  /** Comes in by the trusted door, driven by the server's thread. */
  ScriptedClient(WholeServer server, String name) {
    this(server, server.control, hello(name));
  }

  /**
   * Comes in by any door.
   *
   * @param first what it says at once; null for nothing
   */
  ScriptedClient(
      WholeServer server, LoopbackControl door, ControlMessage.@Nullable FromClient first) {
    games = server.core.games();
    control = door.connect();
    datagrams = server.datagrams.connect();
    if (first != null) {
      control.send(first);
    }
    server.add(this);
  }

  static ControlMessage.Hello hello(String name) {
    return new ControlMessage.Hello(
        Limits.PROTOCOL_VERSION, name, "", ControlMessage.Hello.ANY_MATCH, false, false);
  }

  @Override
  public String role() {
    return "client";
  }

  @Override
  public int doWork(long nowNanos) {
    for (ControlMessage.FromServer m = control.poll(); m != null; m = control.poll()) {
      heard.add(m);
      hear(m, nowNanos);
    }
    if (nowNanos >= nextNanos) {
      nextNanos = nowNanos + RATE.periodNanos();
      ownTick++;
      datagrams.poll(this, nowNanos);
      if (welcome != null && control.isOpen()) {
        play(nowNanos);
      }
    }
    return 1;
  }

  private void hear(ControlMessage.FromServer message, long nowNanos) {
    switch (message) {
      case ControlMessage.Offer m -> offered(m.match());
      case ControlMessage.Welcome m -> {
        welcome = m;
        begin(m.seat(), m.epoch(), m.tick(), nowNanos);
      }
      case ControlMessage.NextMatch m -> {
        enter(m.match());
        begin(m.seat(), m.epoch(), m.tick(), nowNanos);
      }
      case ControlMessage.Refused m -> control.close();
      case ControlMessage.Goodbye m -> control.close();
      default -> {}
    }
  }

  /** Says join. */
  void offered(MatchOffer offer) {
    enter(offer);
    control.send(
        new ControlMessage.Join(offer.gameVersion(), offer.schemaHash(), offer.mapSha256()));
  }

  final void enter(MatchOffer offer) {
    match = offer;
    MatchSettings settings = offer.settings();
    Game game = games.find(settings.mode());
    if (game == null) {
      throw new IllegalStateException("no game of mode " + settings.mode());
    }
    codec = SnapshotCodec.of(game, settings, WholeServer.MAPS.load(game, settings.map()));
  }

  private void begin(int newSeat, int newEpoch, int tick, long nowNanos) {
    seat = newSeat;
    epoch = newEpoch;
    decoder = codec == null ? null : new SnapshotDecoder(codec, seat);
    acks.clear();
    missed = 0;
    firstTick = tick + 1;
    anchorTick = tick;
    anchorNanos = nowNanos;
  }

  /** A tick of the client's own: sends one command datagram. */
  void play(long nowNanos) {
    sendCommands(newestTick(nowNanos));
  }

  /** The tick for which a command would come just in time. */
  final int newestTick(long nowNanos) {
    return anchorTick + (int) ((nowNanos - anchorNanos) / RATE.periodNanos()) + LEAD_TICKS;
  }

  final void sendCommands(int newest) {
    send(body(newest), ++counter);
  }

  /** Writes a body and returns its length. */
  final int body(int newest) {
    int count = Math.clamp(newest - firstTick, 1, COMMANDS);
    commands.begin(claimedEpoch(), claimedView(), claimedAck(), claimedMask(), newest);
    for (int tick = newest; tick > newest - count; tick--) {
      commands.add(command(tick), viewAgeSixteenths(tick));
    }
    writer.wrap(bytes, Envelope.HEADER_BYTES, CommandDatagram.MAX_BYTES);
    commands.write(writer);
    return writer.lengthBytes();
  }

  /** Sends the body written last. */
  final void send(int bodyBytes, int datagramCounter) {
    ControlMessage.Welcome in = welcome;
    long id = in == null ? 0 : in.sessionId();
    datagrams.send(bytes, Envelope.seal(bytes, bodyBytes, id, datagramCounter));
  }

  /** A function of seat and tick, so that sending again changes nothing. */
  long command(int tick) {
    long random = Rng.mix(seat * 1_000L + tick / 20);
    return Command.of((int) random, (int) (random >>> 8), (int) (random >>> 16), 0);
  }

  /** What it says of the view that a tick's command was aimed in; 0: nothing. */
  int viewAgeSixteenths(int tick) {
    return 0;
  }

  int claimedEpoch() {
    return epoch;
  }

  int claimedView() {
    return view;
  }

  int claimedAck() {
    return acks.newestTick();
  }

  int claimedMask() {
    return acks.mask();
  }

  @Override
  public void received(byte[] datagram, int lengthBytes, SocketAddress from, long nowNanos) {
    received++;
    bytesByTick[ownTick] += lengthBytes;
    SnapshotDecoder known = decoder;
    if (known == null) {
      return;
    }
    reader.wrap(datagram, Envelope.HEADER_BYTES, lengthBytes - Envelope.OVERHEAD_BYTES);
    header.read(reader, anchorTick);
    if (!header.isOf(epoch, claimedView())) {
      return;
    }
    switch (known.decode(header, reader, EventSink.NONE)) {
      case TAKEN -> {
        taken++;
        acks.take(header.tick);
        missed += header.missedSince(missed);
        anchorTick = header.tick;
        anchorNanos = nowNanos;
      }
      case STALE -> {}
      case MALFORMED, BASELINE_UNKNOWN, HASH_DIFFERS -> {
        known.reset();
        acks.clear();
        view = (view + 1) % CommandDatagram.VIEWS;
      }
    }
  }

  /** Whether it has a seat and has not been sent away. */
  final boolean plays() {
    return welcome != null && reason() == null;
  }

  /** Why it was refused or sent away; null if it was not. */
  final @Nullable DisconnectReason reason() {
    for (ControlMessage.FromServer m : heard) {
      if (m instanceof ControlMessage.Refused refused) {
        return refused.reason();
      }
      if (m instanceof ControlMessage.Goodbye goodbye) {
        return goodbye.reason();
      }
    }
    return null;
  }

  /** All it heard of a kind. */
  final <M extends ControlMessage.FromServer> Stream<M> all(Class<M> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The most bytes received in any stretch of so many ticks. */
  final int mostBytesIn(int ticks) {
    int most = 0;
    for (int first = 0; first + ticks <= ownTick; first++) {
      most = Math.max(most, Arrays.stream(bytesByTick, first, first + ticks).sum());
    }
    return most;
  }
}
