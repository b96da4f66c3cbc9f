package ringmaster.client.connection;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.seal.ReplayWindow;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;

/**
 * The server's end for one client, in memory and virtual time: a real match of skirmish with the
 * real snapshot codec, and a control channel that follows a script.
 */
final class FakeServer implements ServerEndpoint, DatagramHub, TickCommands {
  static final int SEAT = 0;
  static final long SESSION_ID = 0x1234_5678_9ABC_DEF0L;
  static final TickRate RATE = new TickRate(60);
  private static final int PLAYERS = 4;

  // The script: what a test may change.
  boolean reachable = true;
  boolean answersHello = true;
  boolean sendsSnapshots = true;
  boolean deaf;
  UnaryOperator<MatchOffer> offerAs = UnaryOperator.identity();
  UnaryOperator<byte[]> snapshotAs = UnaryOperator.identity();
  ControlMessage.@Nullable Refused refusal;

  /** What Welcome says instead of the match's tick. */
  @Nullable Integer welcomeTick;

  /** Other players drive about; without them only walls touch the client's tank. */
  boolean company;

  /** Takes all that befalls the client's tank for foretold. */
  boolean hidesSurprises;

  // What happened.
  final List<ControlMessage.FromClient> heard = new ArrayList<>();
  int connections;
  int commandsTaken;
  int commandsLate;
  long marginQuarterMillisSum;
  int marginsReported;
  int missed;
  int viewsSeen = 1;
  int datagramsArrived;

  /** How much happened in each tick of the present match. */
  final List<Integer> eventsOfTick = new ArrayList<>();

  /** Commands that were another one than what had been taken for their tick. */
  int commandsContradicted;

  private final Game game;
  private final MatchSettings settings;
  private final GameMap map;
  private final Deque<ControlMessage.FromServer> toClient = new ArrayDeque<>();
  private final byte[][] inbox = new byte[64][Limits.MAX_DATAGRAM_BYTES];
  private final int[] inboxLengths = new int[64];
  private int inboxCount;
  private final List<Brain> others = new ArrayList<>();
  private final CommandDatagram datagram = new CommandDatagram();
  private final byte[] out = new byte[Limits.MAX_DATAGRAM_BYTES];
  private final SnapshotHeader header = new SnapshotHeader();
  private final ReplayWindow window = new ReplayWindow();
  private final EntityFrame nothing;

  private Simulation simulation;
  private FrameRing frames;
  private SnapshotEncoder encoder;
  private final Map<Integer, Long> waiting = new HashMap<>();
  private final Map<Integer, Long> commandOfTick = new HashMap<>();
  private final long[] current = new long[PLAYERS];
  private @Nullable Receiver receiver;
  private @Nullable Channel channel;
  private int tick;
  private int epoch = 3;
  private int view;
  private int surpriseTick;
  private boolean wordsWanted;
  private int newestCommand = -1;
  private int margin;
  private int counter;
  private long nowNanos;
  private long matchStartNanos;
  private long slippedNanos;

  FakeServer(long startNanos) {
    this(startNanos, new Skirmish(), new GameMaps().load(new Skirmish(), "yard"));
  }

  FakeServer(long startNanos, Game game, GameMap map) {
    this.game = game;
    this.map = map;
    settings = new MatchSettings(game.mode(), map.name(), PLAYERS, RATE, 600, 7);
    matchStartNanos = startNanos;
    nowNanos = startNanos;
    nothing = new EntityFrame(game.schema(settings, map));
    simulation = game.newSimulation(settings, map);
    frames = new FrameRing(game.schema(settings, map));
    encoder = new SnapshotEncoder(SnapshotCodec.of(game, settings, map), 0);
    startMatch();
    for (int seat = 1; seat < PLAYERS; seat++) {
      others.add(game.newBrain("random", settings, map, seat));
    }
  }

  static GameCatalog catalog() {
    return new GameCatalog(new Games(List.of(new Skirmish())), new GameMaps()::load);
  }

  /** All that there is after the newest tick. */
  EntityFrame newest() {
    return frames.newest();
  }

  private void startMatch() {
    simulation = game.newSimulation(settings, map);
    frames = new FrameRing(game.schema(settings, map));
    encoder = new SnapshotEncoder(SnapshotCodec.of(game, settings, map), 0);
    waiting.clear();
    eventsOfTick.clear();
    newestCommand = -1;
    surpriseTick = 0;
    missed = 0;
    simulation.join(SEAT);
    if (company) {
      for (int seat = 1; seat < PLAYERS; seat++) {
        simulation.join(seat);
      }
    }
  }

  MatchOffer offer() {
    return offerAs.apply(
        new MatchOffer(
            1,
            settings.withoutSeed(),
            game.version(),
            SnapshotCodec.of(game, settings, map).hash(),
            map.sha256()));
  }

  /** Puts a message on the control channel. */
  void say(ControlMessage.FromServer message) {
    toClient.add(message);
  }

  /** The same players go on in another match; its ticks begin at 0. */
  void nextMatch() {
    epoch = (epoch + 1) & 0xFF;
    matchStartNanos = nowNanos - slippedNanos;
    tick = 0;
    startMatch();
    say(new ControlMessage.NextMatch(offer(), SEAT, epoch, 0));
  }

  /** Joins the others to the match. */
  void inviteCompany() {
    company = true;
    startMatch();
  }

  /** The ticks to come are later by so much from now on. */
  void slip(long nanos) {
    slippedNanos += nanos;
  }

  /** Runs the ticks that are due. */
  void advance(long now) {
    nowNanos = now;
    if (!deaf) {
      hearAll();
    }
    while (deadlineNanos(tick) <= now) {
      runTick();
    }
  }

  private long deadlineNanos(int ofTick) {
    return matchStartNanos + slippedNanos + RATE.nanosOf(ofTick);
  }

  private void runTick() {
    Long own = waiting.remove(tick);
    if (own == null) {
      missed++;
    } else {
      current[SEAT] = own;
      commandsTaken++;
    }
    for (int seat = 1; seat < PLAYERS; seat++) {
      current[seat] = company ? others.get(seat - 1).command(nothing, seat, tick) : 0;
    }
    simulation.tick(this, Workers.ALONE);
    if (own == null || !simulation.ownerForeseen(SEAT)) {
      surpriseTick = tick;
    }
    EntityFrame frame = frames.begin(tick);
    simulation.capture(frame);
    frames.commit(tick);
    eventsOfTick.add(frame.events().count());
    sendSnapshot();
    tick++;
  }

  private void sendSnapshot() {
    if (receiver == null || !sendsSnapshots) {
      return;
    }
    header.epoch = epoch;
    header.view = view;
    header.newestCommandTick = newestCommand;
    header.marginQuarterMillis = margin;
    header.missedCommands = missed;
    header.datagramsArrived = datagramsArrived;
    header.ownerWordCount = simulation.ownerWords();
    simulation.captureOwner(SEAT, header.ownerWords, 0);
    header.withWords = encoder.ownerWordsDue(hidesSurprises ? 0 : surpriseTick, wordsWanted);
    InterestSet interest = new InterestSet();
    interest.setAll(frames.newest(), encoder);
    int room = out.length - Envelope.OVERHEAD_BYTES;
    byte[] body =
        new byte[encoder.encode(frames, header, interest, out, Envelope.HEADER_BYTES, room)];
    System.arraycopy(out, Envelope.HEADER_BYTES, body, 0, body.length);
    byte[] changed = snapshotAs.apply(body);
    System.arraycopy(changed, 0, out, Envelope.HEADER_BYTES, changed.length);
    int length = Envelope.seal(out, changed.length, SESSION_ID, ++counter);
    receiver.received(out, length, nowNanos);
  }

  // TickCommands

  @Override
  public long command(int seat) {
    return current[seat];
  }

  @Override
  public int rewindSixteenths(int seat) {
    return 0;
  }

  // DatagramHub: the client sends straight into the server.

  @Override
  public void register(long sessionId, Receiver newReceiver) {
    receiver = newReceiver;
  }

  @Override
  public void unregister(long sessionId) {
    receiver = null;
  }

  @Override
  public int poll(long now) {
    return 0;
  }

  /** Keeps the datagram for the server's next turn; allocates nothing, as a socket would not. */
  @Override
  public void send(byte[] bytes, int lengthBytes, SocketAddress to) {
    if (inboxCount < inbox.length) {
      System.arraycopy(bytes, 0, inbox[inboxCount], 0, lengthBytes);
      inboxLengths[inboxCount++] = lengthBytes;
    }
  }

  private void hearAll() {
    for (int i = 0; i < inboxCount; i++) {
      hear(inbox[i], inboxLengths[i]);
    }
    inboxCount = 0;
  }

  private void hear(byte[] bytes, int lengthBytes) {
    BitReader reader = new BitReader();
    reader.wrap(bytes, Envelope.HEADER_BYTES, lengthBytes - Envelope.OVERHEAD_BYTES);
    if (!Envelope.accept(bytes, lengthBytes, window)) {
      return;
    }
    datagramsArrived++;
    if (!datagram.read(reader) || datagram.epoch() != epoch) {
      return;
    }
    acknowledge();
    if (datagram.newestTick() - tick > Limits.MAX_COMMAND_LEAD_TICKS) {
      return;
    }
    for (int i = datagram.count() - 1; i >= 0; i--) {
      take(datagram.newestTick() - i, datagram.command(i), i == 0);
    }
  }

  private void acknowledge() {
    wordsWanted = datagram.wordsWanted();
    if (datagram.view() != view) {
      view = datagram.view();
      viewsSeen++;
      encoder.forgetEntities();
      return;
    }
    encoder.acknowledge(datagram.ackTick());
    for (int i = 0; i < Limits.ACK_MASK_BITS; i++) {
      if ((datagram.ackMask() >>> i & 1) != 0) {
        encoder.acknowledge(datagram.ackTick() - 1 - i);
      }
    }
  }

  private void take(int ofTick, long command, boolean newest) {
    Long first = commandOfTick.putIfAbsent(epoch << 24 | ofTick, command);
    if (first != null) {
      commandsContradicted += first == command ? 0 : 1;
      return;
    }
    if (newest) {
      newestCommand = ofTick;
      margin = (int) ((deadlineNanos(ofTick) - nowNanos) / 250_000);
      marginQuarterMillisSum += margin;
      marginsReported++;
    }
    if (ofTick >= tick) {
      if (waiting.size() == Limits.MAX_WAITING_COMMANDS) {
        waiting.remove(Collections.min(waiting.keySet()));
      }
      waiting.put(ofTick, Command.sanitize(command));
    } else {
      commandsLate++;
    }
  }

  int tick() {
    return tick;
  }

  int newestCommand() {
    return newestCommand;
  }

  /** How early commands came in the mean. */
  double meanMarginMillis() {
    return marginQuarterMillisSum / 4.0 / marginsReported;
  }

  // ServerEndpoint

  @Override
  public ControlChannel connect(long now) {
    connections++;
    Channel opened = new Channel();
    channel = opened;
    return opened;
  }

  @Override
  public SocketAddress datagramAddress(int port) {
    return InetSocketAddress.createUnresolved("fake", port);
  }

  @Override
  public String name() {
    return "fake:7777";
  }

  /** The control connection breaks off. */
  void breakControl() {
    if (channel != null) {
      channel.broken = true;
    }
  }

  private void answer(ControlMessage.FromClient message) {
    heard.add(message);
    switch (message) {
      case ControlMessage.Hello hello when answersHello ->
          say(refusal != null ? refusal : new ControlMessage.Offer(offer()));
      case ControlMessage.Join join ->
          say(
              new ControlMessage.Welcome(
                  SESSION_ID,
                  7777,
                  RATE.hz(),
                  SEAT,
                  epoch,
                  welcomeTick == null ? tick : welcomeTick,
                  "bot-1"));
      default -> {}
    }
  }

  /** The client's end of the control channel. */
  private final class Channel implements ControlChannel {
    private boolean open = true;
    private boolean connected;
    private boolean broken;

    @Override
    public int poll(Handler handler, long now) {
      if (open && broken) {
        open = false;
        handler.disconnected();
        return 1;
      }
      if (open && reachable && !connected) {
        connected = true;
        handler.connected(0);
      }
      int count = 0;
      while (open && connected && !toClient.isEmpty()) {
        count++;
        handler.received(toClient.remove());
      }
      return count;
    }

    @Override
    public void send(ControlMessage.FromClient message) {
      if (open) {
        answer(message);
      }
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
