package ringmaster.testkit;

import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Rewind;
import ringmaster.shared.game.ViewClaims;
import ringmaster.shared.game.WaitingCommands;
import ringmaster.shared.interest.ViewerInterest;
import ringmaster.shared.netsim.NetworkLink;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.seal.ReplayWindow;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotAcks;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * One seat's player and what the server keeps of it, with a simulated network between the two:
 * snapshots come down as real bytes, commands go up again and again until one is known to have
 * arrived.
 *
 * <p>Time is the match's own, so the player needs no clock to steer: it makes the command of the
 * tick that will be due once it has arrived.
 */
final class TestPlayer {
  private static final int EPOCH = 1;
  private static final int HISTORY = 2 * Limits.MAX_COMMANDS_PER_DATAGRAM;

  private final int seat;
  private final int leadTicks;
  private final NetworkLink up;
  private final NetworkLink down;
  private final byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
  private final BitWriter writer = new BitWriter();
  private final BitReader reader = new BitReader();
  private final CommandDatagram datagram = new CommandDatagram();
  private final SnapshotHeader header = new SnapshotHeader();
  private Pilot pilot;

  // The player's side.
  private final SnapshotDecoder decoder;
  private final SnapshotAcks acks = new SnapshotAcks();
  private final EventLog events;
  private final long[] commands = new long[HISTORY];
  private final int[] viewAges = new int[HISTORY];
  private final int firstTick;

  /** Of the newest snapshot ever taken, and of joining before the first. */
  private int serverTick;

  private int view;
  private int coveredTick = -1;

  // The server's side.
  private final SnapshotEncoder encoder;
  private final ViewerInterest viewer;
  private final InterestSet interest = new InterestSet();
  private final ReplayWindow heard = new ReplayWindow();
  private int knownView;
  private int newestCommandTick = -1;

  private final ViewClaims claims;

  /**
   * @param viewer what of the match concerns this player
   * @param network of both directions; its seed is the match's affair
   * @param firstTick the match's next one
   */
  TestPlayer(
      int seat,
      SnapshotCodec codec,
      ViewerInterest viewer,
      TickRate rate,
      NetworkProfile network,
      int firstTick,
      Pilot pilot) {
    this.seat = seat;
    this.viewer = viewer;
    claims = new ViewClaims(rate);
    this.firstTick = firstTick;
    serverTick = firstTick;
    this.pilot = pilot;
    leadTicks =
        (int) Math.ceilDiv(network.latencyNanos() + network.jitterNanos(), rate.periodNanos());
    int inFlight = network.datagramsInFlight(rate.hz());
    up = new NetworkLink(network, 2 * seat, inFlight);
    down = new NetworkLink(network, 2 * seat + 1, inFlight);
    decoder = new SnapshotDecoder(codec, seat);
    encoder = new SnapshotEncoder(codec, seat);
    events = new EventLog(codec.schema());
  }

  void pilot(Pilot newPilot) {
    pilot = newPilot;
  }

  EntityFrame held() {
    return decoder.newest();
  }

  EventLog events() {
    return events;
  }

  /** The player takes what has come down. */
  void receive(long nowNanos) {
    down.poll(nowNanos, this::receiveSnapshot);
  }

  private void receiveSnapshot(byte[] datagramBytes, int offset, int length) {
    header.read(reader.wrap(datagramBytes, offset, length), serverTick);
    if (!header.isOf(EPOCH, view)) {
      return; // from before this player asked for all anew
    }
    SnapshotDecoder.Outcome outcome = decoder.decode(header, reader, events);
    switch (outcome) {
      case TAKEN -> {
        acks.take(header.tick);
        serverTick = header.tick;
        coveredTick = Math.max(coveredTick, header.newestCommandTick);
      }
      case STALE -> {}
      case BASELINE_UNKNOWN -> startOver();
      case MALFORMED, HASH_DIFFERS ->
          throw new AssertionError(
              "the snapshot of tick "
                  + header.tick
                  + " does not come out as it went in ("
                  + outcome
                  + "), seen from seat "
                  + seat);
    }
  }

  private void startOver() {
    view = (view + 1) % CommandDatagram.VIEWS;
    acks.clear();
    decoder.reset();
  }

  /** The player makes a command and sends it, with all that may not have arrived. */
  void command(int matchTick, long nowNanos) {
    int tick = matchTick + leadTicks;
    int seen = decoder.newestTick();
    int age = seen < 0 ? 0 : (tick - seen) * Rewind.SIXTEENTHS;
    commands[tick % HISTORY] = pilot.command(decoder.newest(), seat, tick);
    viewAges[tick % HISTORY] = Math.min(age, CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS);
    int oldest = Math.max(coveredTick + 1, firstTick + leadTicks);
    datagram.begin(EPOCH, view, acks.newestTick(), acks.mask(), tick);
    for (int t = tick; t >= Math.max(oldest, tick - HISTORY + 1); t--) {
      datagram.add(commands[t % HISTORY], viewAges[t % HISTORY]);
    }
    writer.wrap(bytes, 0, bytes.length);
    datagram.write(writer);
    up.send(bytes, 0, writer.lengthBytes(), nowNanos);
  }

  /** The server takes what has come up. */
  void deliver(int matchTick, long nowNanos, WaitingCommands waiting) {
    up.poll(
        nowNanos,
        (datagramBytes, offset, length) -> {
          if (!datagram.read(reader.wrap(datagramBytes, offset, length))) {
            throw new IllegalStateException("a command datagram cannot be read");
          }
          takeAcks();
          takeCommands(matchTick, waiting);
        });
  }

  private void takeAcks() {
    claims.acknowledged(datagram.newestTick(), datagram.ackTick());
    if (datagram.view() != knownView) {
      knownView = datagram.view();
      encoder.forgetEntities();
      return;
    }
    encoder.acknowledge(datagram.ackTick());
    for (int mask = datagram.ackMask(); mask != 0; mask &= mask - 1) {
      encoder.acknowledge(datagram.ackTick() - 1 - Integer.numberOfTrailingZeros(mask));
    }
  }

  /** Oldest first; each once, and none whose tick has begun. */
  private void takeCommands(int matchTick, WaitingCommands waiting) {
    for (int i = datagram.count() - 1; i >= 0; i--) {
      int tick = datagram.newestTick() - i;
      if (heard.accept(tick + 1L)) {
        newestCommandTick = Math.max(newestCommandTick, tick);
        if (tick >= matchTick) {
          waiting.offer(seat, tick, rewindSixteenths(tick, i), datagram.command(i));
        }
      }
    }
  }

  /** What a server would make of what the player claims to have seen. */
  private int rewindSixteenths(int tick, int index) {
    return claims.rewindSixteenths(tick, index, datagram.viewAgeSixteenths(index));
  }

  /** The server sends the snapshot of the newest frame. */
  void send(FrameRing frames, Run run, WaitingCommands waiting, long nowNanos) {
    header.epoch = EPOCH;
    header.view = knownView;
    header.newestCommandTick = newestCommandTick;
    header.marginQuarterMillis = 0;
    header.missedCommands = waiting.missed(seat);
    header.withWords = true;
    header.ownerWordCount = run.simulation.ownerWords();
    run.captureOwner(seat, header.ownerWords);
    viewer.fill(encoder, interest);
    int room = bytes.length - Envelope.OVERHEAD_BYTES;
    int length = encoder.encode(frames, header, interest, bytes, 0, room);
    down.send(bytes, 0, length, nowNanos);
  }
}
