package ringmaster.server.fill;

import java.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.transport.DatagramTransport;
import ringmaster.server.transport.LoopbackClient;
import ringmaster.server.transport.LoopbackDatagrams;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Rewind;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.snapshot.EventSink;
import ringmaster.shared.snapshot.SnapshotAcks;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * One bot: decodes its snapshots, asks its brain, sends commands a few ticks ahead of what it saw.
 * Nothing is late or lost on a loopback, so it needs no clock and no prediction.
 */
final class FillBot implements DatagramTransport.Handler, AutoCloseable {
  /** Ahead of the newest snapshot: one tick is being computed, one may be on its way. */
  private static final int LEAD_TICKS = 3;

  private final LoopbackClient control;
  private final List<LoopbackDatagrams> lanes;
  private final List<Integer> ports;
  private final Games games;
  private final GameMaps maps;
  private final String brainName;
  private final long seed;
  private final byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
  private final BitReader reader = new BitReader();
  private final BitWriter writer = new BitWriter();
  private final SnapshotHeader header = new SnapshotHeader();
  private final CommandDatagram commands = new CommandDatagram();
  private final SnapshotAcks acks = new SnapshotAcks();
  private LoopbackDatagrams.@Nullable Client datagrams;
  private @Nullable SnapshotCodec codec;
  private @Nullable SnapshotDecoder decoder;
  private @Nullable Brain brain;
  private String mode;
  private int matchId;
  private long sessionId;
  private int seat;
  private int epoch;
  private int view;
  private int counter;
  private int startTick;

  /** Of the newest snapshot ever taken, and of joining before the first. */
  private int serverTick;

  private int commandTick;
  private boolean snapshotTaken;

  FillBot(
      LoopbackClient control,
      List<LoopbackDatagrams> lanes,
      List<Integer> ports,
      Games games,
      GameMaps maps,
      String name,
      String brainName,
      MatchSummary match,
      long seed) {
    this.control = control;
    this.lanes = lanes;
    this.ports = ports;
    this.games = games;
    this.maps = maps;
    this.brainName = brainName;
    matchId = match.id();
    mode = match.mode();
    this.seed = seed;
    control.send(new ControlMessage.Hello(Limits.PROTOCOL_VERSION, name, "", matchId, true, false));
  }

  /** The match it is in or has asked for. */
  int matchId() {
    return matchId;
  }

  /** What it plays. */
  String mode() {
    return mode;
  }

  boolean isOpen() {
    return control.isOpen();
  }

  /** Says goodbye. */
  @Override
  public void close() {
    control.send(new ControlMessage.Leave());
    control.close();
  }

  int doWork(long nowNanos) {
    int work = 0;
    for (ControlMessage.FromServer m = control.poll(); m != null; m = control.poll()) {
      hear(m);
      work++;
    }
    LoopbackDatagrams.Client client = datagrams;
    if (client != null) {
      work += client.poll(this, nowNanos);
      if (snapshotTaken) {
        snapshotTaken = false;
        command(client);
      }
    }
    return work;
  }

  private void hear(ControlMessage.FromServer message) {
    switch (message) {
      case ControlMessage.Offer m -> {
        MatchOffer match = m.match();
        enter(match);
        control.send(
            new ControlMessage.Join(match.gameVersion(), match.schemaHash(), match.mapSha256()));
      }
      case ControlMessage.Welcome m -> {
        sessionId = m.sessionId();
        begin(m.seat(), m.epoch(), m.tick());
        datagrams = lanes.get(ports.indexOf(m.datagramPort())).connect();
      }
      case ControlMessage.NextMatch m -> {
        enter(m.match());
        begin(m.seat(), m.epoch(), m.tick());
      }
      case ControlMessage.Refused m -> control.close();
      case ControlMessage.Goodbye m -> control.close();
      case ControlMessage.Accepted m -> {}
      case ControlMessage.Info m -> {}
      case ControlMessage.Pings m -> {}
      case ControlMessage.Roster m -> {}
      case ControlMessage.Said m -> {}
      case ControlMessage.Notice m -> {}
      case ControlMessage.KeepAlive m -> {}
      case ControlMessage.Malformed m -> {}
    }
  }

  private void enter(MatchOffer match) {
    matchId = match.matchId();
    MatchSettings settings = match.settings();
    mode = settings.mode();
    Game game = games.find(mode);
    if (game == null) {
      throw new IllegalStateException("no game of mode " + mode);
    }
    GameMap map = maps.load(game, settings.map());
    codec = SnapshotCodec.of(game, settings, map);
    String name = game.brains().contains(brainName) ? brainName : game.brains().getFirst();
    brain = game.newBrain(name, settings, map, seed);
  }

  private void begin(int newSeat, int newEpoch, int tick) {
    seat = newSeat;
    epoch = newEpoch;
    decoder = codec == null ? null : new SnapshotDecoder(codec, seat);
    acks.clear();
    startTick = tick;
    serverTick = tick;
    commandTick = tick;
    snapshotTaken = true;
  }

  /** Sends the commands for all ticks up to {@link #LEAD_TICKS} ahead of the newest snapshot. */
  private void command(LoopbackDatagrams.Client client) {
    SnapshotDecoder known = decoder;
    Brain player = brain;
    if (known == null || player == null) {
      return;
    }
    int seenTick = acks.newestTick();
    int newest = Math.max(commandTick, (seenTick < 0 ? startTick : seenTick) + LEAD_TICKS);
    int count = Math.clamp(newest - commandTick, 1, Limits.MAX_WAITING_COMMANDS);
    commands.begin(epoch, view, seenTick, acks.mask(), newest);
    for (int tick = newest; tick > newest - count; tick--) {
      int viewAge = seenTick < 0 ? 0 : (tick - seenTick) * Rewind.SIXTEENTHS;
      commands.add(player.command(known.newest(), seat, tick), viewAge);
    }
    commandTick = newest;
    writer.wrap(bytes, Envelope.HEADER_BYTES, CommandDatagram.MAX_BYTES);
    commands.write(writer);
    client.send(bytes, Envelope.seal(bytes, writer.lengthBytes(), sessionId, ++counter));
  }

  @Override
  public void received(byte[] datagram, int lengthBytes, SocketAddress from, long nowNanos) {
    SnapshotDecoder known = decoder;
    if (known == null || !Envelope.plausible(lengthBytes)) {
      return;
    }
    reader.wrap(datagram, Envelope.HEADER_BYTES, lengthBytes - Envelope.OVERHEAD_BYTES);
    header.read(reader, serverTick);
    if (!header.isOf(epoch, view)) {
      return;
    }
    switch (known.decode(header, reader, EventSink.NONE)) {
      case TAKEN -> {
        acks.take(header.tick);
        serverTick = header.tick;
        snapshotTaken = true;
      }
      case STALE -> {}
      case MALFORMED, BASELINE_UNKNOWN, HASH_DIFFERS -> {
        known.reset();
        acks.clear();
        view = (view + 1) % CommandDatagram.VIEWS;
      }
    }
  }
}
