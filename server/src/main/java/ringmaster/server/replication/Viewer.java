package ringmaster.server.replication;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import ringmaster.server.match.Match;
import ringmaster.server.session.Session;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.interest.InterestGrid;
import ringmaster.shared.interest.ViewerInterest;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.seal.Envelope;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;

/**
 * One seat's player, or a spectator, as a receiver of snapshots: what it has, what it may still be
 * sent. A spectator, who sees all of a match, has half a player's budget and rate. Used by one
 * thread at a time; allocates nothing.
 *
 * <p>Writing a snapshot asks the game what is in sight and where things should be by now, so for a
 * game from a jar that happens on its guard's thread, into a draft of the viewer's own. Sealing
 * takes a counter of the session, so that is always for whoever sends.
 */
final class Viewer {
  /** A player who acknowledges nothing gets this many times fewer snapshots. */
  private static final int SILENT_DIVISOR = 6;

  /** Of a player's budget and rate a spectator has one part of so many. */
  private static final int SPECTATOR_DIVISOR = 2;

  /** Saved budget is worth a quarter second at most, or one snapshot's interval. */
  private static final int BURST_DIVISOR = 4;

  private final Match match;
  private final FrameRing frames;
  private final int seat;
  private final ReplicationSettings settings;
  private final SnapshotEncoder encoder;
  private final ViewerInterest interest;
  private final SnapshotRate rate;
  private final int bytesPerSecond;
  private final int ticksPerSnapshot;
  private final int silentTicks;

  /** Of a guarded match, between the guard's thread and a worker; null: the worker writes. */
  private final @Nullable SnapshotDraft draft;

  private boolean drafted;
  private @Nullable Session session;
  private int epoch;
  private int view;
  private long knownAcks;
  private int lastAckTick;
  private int creditBytes;

  /**
   * @param seat whose owner words it is shown, or {@link ControlMessage#NO_SEAT}
   * @param guarded whether a guard's thread writes what it is sent
   */
  Viewer(
      Match match,
      FrameRing frames,
      InterestGrid grid,
      SnapshotCodec codec,
      int seat,
      ReplicationSettings settings,
      boolean guarded) {
    this.match = match;
    this.frames = frames;
    this.seat = seat;
    this.settings = settings;
    boolean watches = seat == ControlMessage.NO_SEAT;
    int viewerSeat = watches ? EntityFrame.NOBODY : seat;
    int divisor = watches ? SPECTATOR_DIVISOR : 1;
    encoder = new SnapshotEncoder(codec, viewerSeat);
    interest = new ViewerInterest(grid, match.settings(), viewerSeat);
    bytesPerSecond = settings.playerBytesPerSecond() / divisor;
    ticksPerSnapshot = settings.ticksPerSnapshot() * divisor;
    rate = new SnapshotRate(settings.rate(), ticksPerSnapshot, bytesPerSecond);
    silentTicks = settings.rate().hz();
    draft = guarded ? new SnapshotDraft() : null;
  }

  void attach(Session newSession, int newEpoch) {
    session = newSession;
    epoch = newEpoch;
    view = newSession.view();
    knownAcks = 0;
    lastAckTick = match.tick();
    creditBytes = 0;
    encoder.reset();
    interest.reset();
    rate.begin(lastAckTick);
  }

  void detach() {
    session = null;
  }

  @Nullable Session session() {
    return session;
  }

  /**
   * Where to send; null while there is nobody, or nobody knows where. A player who has gone on to
   * the next match belongs to that one's viewer alone, since a session has one sender at a time.
   */
  @Nullable SocketAddress address() {
    Session player = session;
    return player == null || player.seating().epoch() != epoch ? null : player.address();
  }

  /** After a tick: earns what it brings. Returns whether there is somebody to send to by now. */
  boolean comesDue() {
    if (address() == null) {
      return false;
    }
    earn();
    return isDue();
  }

  /** Whether a snapshot is due after the newest tick; seats take turns at lower rates. */
  private boolean isDue() {
    int tick = frames.newestTick();
    boolean silent = tick - lastAckTick > silentTicks;
    int every = silent ? ticksPerSnapshot * SILENT_DIVISOR : rate.interval();
    return (tick + seat) % every == 0;
  }

  private void earn() {
    int most = bytesPerSecond / Math.min(BURST_DIVISOR, settings.snapshotHz());
    creditBytes = Math.min(creditBytes + bytesPerSecond / settings.rate().hz(), most);
  }

  /** The guard's thread: writes what is due, for a worker to send. */
  void prepare(InterestSet interest) {
    drafted = draft != null && comesDue();
    if (drafted && draft != null) {
      write(draft, interest);
    }
  }

  /** The tick thread: what the guard's thread has written is not sent twice. */
  boolean takeDraft() {
    boolean taken = drafted;
    drafted = false;
    return taken;
  }

  /** A worker: what there is to send, written by now if nobody has. */
  SnapshotDraft draft(SnapshotScratch scratch) {
    if (draft != null) {
      return draft;
    }
    write(scratch.draft, scratch.interest);
    return scratch.draft;
  }

  /** Writes the snapshot of the newest tick. What the game throws ends its match. */
  private void write(SnapshotDraft written, InterestSet interest) {
    written.end = 0;
    try {
      readAcks();
      written.end = encode(written, interest);
    } catch (Throwable t) {
      match.fail(FailureCause.SEND, t);
    }
  }

  /** Takes in what the player has acknowledged since the last time. */
  private void readAcks() {
    Session player = session;
    if (player == null) {
      return;
    }
    if (player.view() != view) {
      view = player.view();
      encoder.forgetEntities();
      return;
    }
    long acks = player.acks();
    if (acks == knownAcks || Session.ackEpoch(acks) != epoch) {
      return;
    }
    knownAcks = acks;
    int newest = Session.ackTick(acks);
    acknowledge(newest);
    for (int mask = Session.ackMask(acks); mask != 0; mask &= mask - 1) {
      acknowledge(newest - 1 - Integer.numberOfTrailingZeros(mask));
    }
    lastAckTick = Math.max(lastAckTick, newest);
  }

  private void acknowledge(int tick) {
    encoder.acknowledge(tick);
    rate.acknowledged(tick);
  }

  /** Once a second adapts how often it is sent a snapshot. Returns whether that changed. */
  boolean adaptRate() {
    return rate.review(frames.newestTick());
  }

  /** Returns where the body ends; 0 if the budget has no room for one. */
  private int encode(SnapshotDraft written, InterestSet interesting) {
    Session player = session;
    int room = Math.min(Limits.MAX_DATAGRAM_BYTES, creditBytes) - Envelope.OVERHEAD_BYTES;
    if (player == null || room < ReplicationSettings.MIN_BYTES_PER_SNAPSHOT / 2) {
      return 0;
    }
    fill(written.header, player);
    interest.fill(encoder, interesting);
    return encoder.encode(
        frames, written.header, interesting, written.bytes, Envelope.HEADER_BYTES, room);
  }

  /**
   * A worker: completes the datagram of a snapshot.
   *
   * @return its length in bytes; 0 if there was no room for one
   */
  int seal(SnapshotDraft written) {
    Session player = session;
    if (player == null || written.end == 0) {
      rate.starved();
      return 0; // not even the header found room: wait for more credit
    }
    int tick = written.header.tick;
    int length =
        Envelope.seal(written.bytes, written.end, player.id(), player.sending(epoch, tick));
    rate.sent(tick, length, tookAll(length));
    creditBytes -= length;
    return length;
  }

  /** Whether a datagram took nearly all that the budget had, which was less than a datagram. */
  private boolean tookAll(int lengthBytes) {
    return creditBytes < Limits.MAX_DATAGRAM_BYTES && 4 * lengthBytes >= 3 * creditBytes;
  }

  private void fill(SnapshotHeader header, Session player) {
    long arrival = player.arrival();
    boolean current = Session.arrivalEpoch(arrival) == epoch;
    header.epoch = epoch;
    header.view = view;
    header.newestCommandTick = current ? Session.arrivalTick(arrival) : -1;
    header.marginQuarterMillis = current ? Session.arrivalMargin(arrival) : 0;
    header.datagramsArrived = player.datagramsArrived();
    header.missedCommands = 0;
    header.withWords = true;
    header.ownerWordCount = 0;
    if (seat != ControlMessage.NO_SEAT) {
      header.missedCommands = match.missedCommands(seat);
      header.ownerWordCount = match.ownerWords();
      match.copyOwnerWords(seat, header.ownerWords);
      boolean wanted = header.ownerWordCount == 0 || player.wordsWanted();
      header.withWords = encoder.ownerWordsDue(match.ownerSurpriseTick(seat), wanted);
    }
  }
}
