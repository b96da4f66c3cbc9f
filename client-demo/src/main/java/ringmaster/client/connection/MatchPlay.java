package ringmaster.client.connection;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import ringmaster.client.interpolation.InterpolatedView;
import ringmaster.client.interpolation.InterpolatedView.Footing;
import ringmaster.client.interpolation.SnapshotTimeline;
import ringmaster.client.prediction.CommandHistory;
import ringmaster.client.prediction.FramePose;
import ringmaster.client.prediction.Launches;
import ringmaster.client.prediction.PredictedBody;
import ringmaster.client.prediction.PredictedView;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Launch;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Rewind;
import ringmaster.shared.game.ViewClaims;
import ringmaster.shared.protocol.CommandDatagram;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.EventSink;
import ringmaster.shared.snapshot.SnapshotAcks;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.BitReader;
import ringmaster.shared.wire.BitWriter;

/**
 * One player's or spectator's time in one match: a command each tick out, snapshots in. Everything
 * in here begins anew with the next match. A spectator's commands are neutral, and only carry its
 * acks and steer its clock.
 */
public final class MatchPlay {
  private static final long QUARTER_MILLI_NANOS = 250_000;
  private static final int MASK = CommandHistory.SIZE - 1;

  /** Commands that nobody reports on for longer than this and a round trip go astray. */
  private static final long UNREPORTED_NANOS = 1_000_000_000;

  /** The same where the commands are further ahead of the server than it accepts. */
  private static final long REFUSED_NANOS = 250_000_000;

  /** While no snapshots come either, silence about commands counts for no longer than this. */
  private static final long SNAPSHOT_GAP_NANOS = 50_000_000;

  /** A datagram is under way for no longer than a round trip and this. */
  private static final long JITTER_NANOS = 100_000_000;

  /** Commands in a row that nobody reports on, after which no more are made: history keeps them. */
  private static final int MAX_UNREPORTED_COMMANDS = CommandHistory.SIZE * 3 / 4;

  /** Where a client stands in a match, as the server said. */
  record Place(int seat, int epoch, int tick, int snapshotHz) {}

  private final PlayableMatch match;
  private final Place place;
  private final ServerClock clock;
  private final Pilot pilot;
  private final EventSink events;
  private AimedView aimedView;
  private final PlayObserver observer;
  private final ClientCounters counters;
  private final LinkFigures figures;

  private final CommandHistory commands = new CommandHistory();
  private final long[] sentNanos = new long[CommandHistory.SIZE];
  private final PredictedBody body;
  private final @Nullable SnapshotDecoder decoder;
  private final @Nullable InterpolatedView view;
  private final @Nullable InterpolatedView judged;
  private final SnapshotTimeline timeline;
  private final ViewClaims claims;
  private final int[] rewinds = new int[CommandHistory.SIZE];
  private final SnapshotAcks acks = new SnapshotAcks();
  private final SnapshotHeader header = new SnapshotHeader();
  private final BitReader reader = new BitReader();
  private final CommandDatagram datagram = new CommandDatagram();
  private final boolean foretells;
  private final EventList foretold;
  private final Launch launch;
  private final Launches launches;
  private final IntPredicate upToDate = slot -> asOfTick(slot) == header.tick;

  /** Raised when this client lost track of what it has been sent. */
  private int viewNumber;

  /** Of the newest snapshot taken, and of joining before the first. */
  private int serverTick;

  /** First tick without a command yet; -1: not begun. */
  private int nextTick = -1;

  /** Newest command the server is known to have. */
  private int coveredTick = -1;

  /** Newest tick left out, since this client slept; -1: none. */
  private int skippedTick = -1;

  /** Newest tick ever sent of those taken back; -1: none. */
  private int takenBackTick = -1;

  /** Newest tick sent again while none was due: how early it came says nothing; -1: none. */
  private int resentTick = -1;

  /** No commands are made until the server has all of them or the clock starts anew. */
  private boolean halted;

  private long nextResendNanos;
  private long heardOfCommandsNanos;
  private long snapshotNanos;
  private int missedCommands = -1;

  /** Whether shots are to be judged by what this player sees. */
  private boolean compensated = true;

  /** Time of the view shown last, in 1/16 tick; -1: none yet. */
  private long shownSixteenths = -1;

  MatchPlay(
      PlayableMatch match,
      Place place,
      ServerClock clock,
      Pilot pilot,
      AimedView aimedView,
      boolean decodes,
      PlayObserver observer,
      ClientCounters counters,
      LinkFigures figures) {
    this.match = match;
    this.place = place;
    serverTick = place.tick();
    this.clock = clock;
    this.pilot = pilot;
    events = pilot::happened;
    this.aimedView = aimedView;
    this.observer = observer;
    this.counters = counters;
    this.figures = figures;
    Game game = match.game();
    Prediction present = newPrediction();
    Prediction received = newPrediction();
    body =
        decodes && pilot.predictsSurroundings() && !watches()
            ? PredictedBody.surrounded(
                present, received, commands, game.bodySlot(match.settings(), place.seat()))
            : new PredictedBody(present, received, commands);
    decoder = decodes ? new SnapshotDecoder(match.codec(), place.seat()) : null;
    view =
        decoder == null
            ? null
            : new InterpolatedView(decoder, match.schema(), match.settings().rate());
    judged =
        decoder == null
            ? null
            : new InterpolatedView(decoder, match.schema(), match.settings().rate());
    foretells = aimedView == AimedView.INTERPOLATED;
    foretold = new EventList(match.schema().events());
    launch = new Launch(match.schema());
    launches = new Launches(match.schema());
    claims = new ViewClaims(match.settings().rate());
    timeline = new SnapshotTimeline(match.settings().rate(), place.snapshotHz());
    pilot.matchStarted(match, place.seat());
  }

  public PlayableMatch match() {
    return match;
  }

  /** The player's number in the match, or {@link ControlMessage#NO_SEAT} for a spectator. */
  public int seat() {
    return place.seat();
  }

  /** Whether this client only watches: it has no body, and its commands count for nothing. */
  public boolean watches() {
    return place.seat() == ControlMessage.NO_SEAT;
  }

  /** What a message to the server and back takes, as far as known when the match began. */
  public long roundTripNanos() {
    return clock.roundTripNanos();
  }

  /** What the path to the server is like. */
  public LinkFigures figures() {
    return figures;
  }

  /** Whether it decodes snapshots, so that {@link #newest} shows something. */
  public boolean decodes() {
    return decoder != null;
  }

  public PredictedBody body() {
    return body;
  }

  /** The own body as it is drawn from frame to frame; each has its own smoothing. */
  public FramePose newFramePose() {
    return new FramePose(body, newPrediction(), match.settings().rate());
  }

  /** The others beside the own body as a pose has it: each pose has a view of its own. */
  public PredictedView newPredictedView(FramePose pose) {
    return new PredictedView(pose, launches, match.schema(), match.empty());
  }

  private Prediction newPrediction() {
    return match.game().newPrediction(match.settings(), match.map());
  }

  /**
   * What {@link FramePose#moveTo} needs: the share of a tick that has passed since the newest
   * command was due. It grows beyond 1 where the next one is late.
   */
  public float tickFraction(long nowNanos) {
    int newest = commands.newestTick();
    return newest < 0 ? 0 : (float) clock.lateNanos(newest, nowNanos) / periodNanos();
  }

  /** Tick of the newest command; -1 before the first. */
  public int commandTick() {
    return commands.newestTick();
  }

  /** All that is known after the newest snapshot; empty for a client that does not decode. */
  public EntityFrame newest() {
    return decoder == null ? match.empty() : decoder.newest();
  }

  /** The tick that a slot's entity in {@link #newest} is as of; only where this client decodes. */
  public int asOfTick(int slot) {
    return decoder == null ? -1 : decoder.asOfTick(slot);
  }

  /** Newest snapshot taken; -1: none. */
  public int newestSnapshotTick() {
    return acks.newestTick();
  }

  /**
   * How far the newest snapshot is ahead of what is to be shown of the others now; negative: it has
   * been passed.
   */
  public long snapshotAheadNanos(long nowNanos) {
    if (decoder == null || decoder.newestTick() < 0) {
      return 0;
    }
    long newestNanos = match.settings().rate().nanosOf(decoder.newestTick());
    return newestNanos - timeline.viewNanos(nowNanos);
  }

  /**
   * The others at the time to show now, for one frame; null before the first snapshot and without a
   * decoder.
   */
  public @Nullable InterpolatedView viewAt(long nowNanos) {
    if (view == null || !timeline.started()) {
      return null;
    }
    view.moveTo(timeline.viewNanos(nowNanos));
    figures.frameShown(timeline.delayNanos());
    counters.framesShown++;
    counters.framesCarried += view.footing() == Footing.CARRIED ? 1 : 0;
    counters.framesStanding += view.footing() == Footing.STANDING ? 1 : 0;
    shownSixteenths = timeline.viewSixteenths(nowNanos);
    return view;
  }

  /**
   * Whether the server is told what its player aims in; without that it judges shots by the
   * present.
   */
  public void compensate(boolean wanted) {
    compensated = wanted;
  }

  /**
   * How far back the server judges the shots of one of the last {@link CommandHistory#SIZE}
   * commands, in 1/16 tick from the end of the tick before the command's: what it makes of this
   * player's claim.
   */
  public int rewindSixteenths(int commandTick) {
    return rewinds[commandTick & MASK];
  }

  /**
   * The others as the server has them when it judges the shots of one of the last commands; null
   * where that is not known.
   */
  public @Nullable InterpolatedView judgedView(int commandTick) {
    if (judged == null || !timeline.started()) {
      return null;
    }
    TickRate rate = match.settings().rate();
    long backNanos = rewindSixteenths(commandTick) * rate.periodNanos() / Rewind.SIXTEENTHS;
    judged.moveTo(rate.nanosOf(commandTick - 1) - backNanos);
    return judged;
  }

  /** From now on the player aims in another view. */
  public void aimIn(AimedView newView) {
    aimedView = newView;
  }

  /** Makes the commands that are due. Returns how many. */
  int issueDueCommands(long nowNanos) {
    int due = clock.dueTick(nowNanos);
    if (nextTick < 0) {
      nextTick = due + 1; // the present one's time is half over
      skippedTick = due;
      heardOfCommandsNanos = nowNanos;
      snapshotNanos = nowNanos;
    }
    if (halted) {
      return 0;
    }
    int first = Math.max(nextTick, due - Limits.MAX_COMMANDS_PER_DATAGRAM + 1);
    if (first > nextTick) {
      skippedTick = first - 1;
    }
    for (int tick = first; tick <= due; tick++) {
      issue(tick, nowNanos);
    }
    int unreported = commands.newestTick() - Math.max(coveredTick, skippedTick);
    halted = unreported >= MAX_UNREPORTED_COMMANDS;
    return Math.max(0, due - first + 1);
  }

  /**
   * Whether the newest command is to be sent again, since none has been due for a while: after the
   * server stood still, the commands made ahead must first be used up. Meanwhile acks must arrive,
   * and the server must hear that its player is there.
   */
  boolean resendIsDue(long nowNanos) {
    return commands.newestTick() >= 0 && nowNanos - nextResendNanos >= 0;
  }

  private void issue(int tick, long nowNanos) {
    int viewAge = viewAgeSixteenths(tick);
    long command =
        watches() ? Command.NEUTRAL : Command.sanitize(pilot.command(newest(), place.seat(), tick));
    commands.add(tick, command, viewAge);
    claims.acknowledged(tick, acks.newestTick());
    rewinds[tick & MASK] = claims.rewindSixteenths(tick, 0, viewAge);
    figures.viewClaimed(rewinds[tick & MASK] * periodNanos() / Rewind.SIXTEENTHS);
    nextTick = tick + 1;
    sentNanos[tick & MASK] = nowNanos;
    clock.issued(tick);
    foretell(tick, command, nowNanos);
    body.advance();
    counters.commandsIssued++;
    observer.commandIssued(clock.lateNanos(tick));
  }

  /** Not by {@link #viewAt}: nothing is shown now. */
  private void foretell(int tick, long command, long nowNanos) {
    if (!foretells || view == null || !timeline.started()) {
      return;
    }
    view.moveTo(timeline.viewNanos(nowNanos));
    foretold.clear();
    launch.clear();
    EntityView seen = aimedView == AimedView.INTERPOLATED ? view : newest();
    body.foretell(place.seat(), tick, command, seen, foretold, launch);
    if (foretold.count() > 0) {
      pilot.foretold(tick, foretold);
    }
    if (launch.any()) {
      launches.add(tick, launch);
    }
  }

  /** How far behind a tick the view is that its command is aimed in; 0: none, or not to be told. */
  private int viewAgeSixteenths(int tick) {
    if (!compensated || decoder == null || decoder.newestTick() < 0) {
      return 0;
    }
    long newest = (long) decoder.newestTick() * Rewind.SIXTEENTHS;
    long seen =
        switch (aimedView) {
          case NEWEST_SNAPSHOT -> newest;
          case INTERPOLATED -> Math.min(newest, shownSixteenths);
        };
    long age = (long) tick * Rewind.SIXTEENTHS - seen;
    return seen < 0 ? 0 : Math.clamp(age, 0, CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS);
  }

  /** Writes the datagram of a tick with new commands. */
  void writeCommands(BitWriter out, long nowNanos) {
    nextResendNanos = nowNanos + 2 * periodNanos();
    write(out);
  }

  /** Writes a datagram where {@link #resendIsDue}. */
  void writeAgain(BitWriter out, long nowNanos) {
    nextResendNanos = nowNanos + periodNanos();
    resentTick = commands.newestTick();
    write(out);
  }

  /** Every command the server may still lack, the newest in any case, and the acks. */
  private void write(BitWriter out) {
    int newest = commands.newestTick();
    int oldest = Math.min(newest, Math.max(coveredTick + 1, commands.oldestTick()));
    datagram.begin(place.epoch(), viewNumber, acks.newestTick(), acks.mask(), newest);
    datagram.wantWords(body.wantsWords());
    for (int tick = newest; tick >= oldest; tick--) {
      datagram.add(commands.command(tick), commands.viewAgeSixteenths(tick));
    }
    datagram.write(out);
  }

  /** Takes the body of a datagram from the server. */
  void received(byte[] bytes, int offset, int lengthBytes, long nowNanos) {
    header.read(reader.wrap(bytes, offset, lengthBytes), serverTick);
    boolean readable = !reader.overrun();
    if (readable && !header.isOf(place.epoch(), viewNumber)) {
      return; // of another match, or from before this client asked for all anew
    }
    counters.snapshotsReceived++;
    figures.snapshotArrived(header.tick, nowNanos);
    observer.snapshotReceived(nowNanos);
    switch (decode()) {
      case TAKEN -> taken(nowNanos);
      case STALE -> {}
      case MALFORMED, BASELINE_UNKNOWN -> {
        counters.stateMismatches++;
        startOver();
      }
      case HASH_DIFFERS -> {
        counters.hashMismatches++;
        startOver();
      }
    }
  }

  private SnapshotDecoder.Outcome decode() {
    if (decoder != null) {
      return decoder.decode(header, reader, events);
    }
    if (reader.overrun() || !header.plausible()) {
      return SnapshotDecoder.Outcome.MALFORMED;
    }
    return header.tick > acks.newestTick()
        ? SnapshotDecoder.Outcome.TAKEN
        : SnapshotDecoder.Outcome.STALE;
  }

  /** Asks for everything anew: under another view number the server takes nothing for granted. */
  private void startOver() {
    viewNumber = (viewNumber + 1) % CommandDatagram.VIEWS;
    acks.clear();
    if (decoder != null) {
      decoder.reset();
    }
  }

  private void taken(long nowNanos) {
    acks.take(header.tick);
    serverTick = header.tick;
    timeline.arrived(header.tick, nowNanos);
    if (header.hashed) {
      figures.datagramsArrived(header.datagramsArrived);
      figures.commandsMissed(header.missedCommands);
    }
    hearOfCommands(nowNanos);
    float errorMeters = reconcile();
    if (!Float.isNaN(errorMeters)) {
      figures.predictionCompared(errorMeters);
      observer.predictionCompared(errorMeters, body.inContact());
    }
    observer.snapshotTaken();
  }

  private float reconcile() {
    long putOff = body.correctionsPutOff();
    long leftOut = body.surroundingsLeftOut();
    float errorMeters =
        decoder == null
            ? body.reconcile(header)
            : body.reconcile(header, decoder.newest(), upToDate);
    counters.correctionsPutOff += body.correctionsPutOff() - putOff;
    counters.surroundingsLeftOut += body.surroundingsLeftOut() - leftOut;
    return errorMeters;
  }

  private void hearOfCommands(long nowNanos) {
    heardOfCommandsNanos += Math.max(0, nowNanos - snapshotNanos - SNAPSHOT_GAP_NANOS);
    snapshotNanos = nowNanos;
    skipWhatTheServerHas();
    int newest = Math.min(header.newestCommandTick, commands.newestTick());
    if (newest > coveredTick) {
      covered(newest, nowNanos);
    }
    if (coveredTick >= commands.newestTick()) {
      heardOfCommandsNanos = nowNanos;
      halted = false;
    } else if (outOfTouch(nowNanos)) {
      startClockAnew(nowNanos);
    }
    hearOfMisses();
  }

  private void covered(int newest, long nowNanos) {
    if (newest != resentTick) {
      long margin = marginNanos(newest);
      clock.reported(newest, margin);
      figures.commandReported(margin);
      if (Math.abs(header.marginQuarterMillis) < SnapshotHeader.MAX_MARGIN) {
        figures.pathMeasured(newest, sentNanos[newest & MASK], margin, header.tick, nowNanos);
      }
      observer.commandReported(margin);
    }
    for (int tick = firstUncovered(newest); tick <= newest; tick++) {
      observer.commandCovered(nowNanos - sentNanos[tick & MASK]);
    }
    coveredTick = newest;
    heardOfCommandsNanos = nowNanos;
  }

  /** How early a command arrived; beyond what fits the header, at least the ticks it is ahead. */
  private long marginNanos(int commandTick) {
    long reported = header.marginQuarterMillis * QUARTER_MILLI_NANOS;
    return header.marginQuarterMillis < SnapshotHeader.MAX_MARGIN
        ? reported
        : Math.max(reported, (commandTick - header.tick) * periodNanos());
  }

  private long periodNanos() {
    return match.settings().rate().periodNanos();
  }

  /** A command taken back was under way longer than assumed: its tick gets no other. */
  private void skipWhatTheServerHas() {
    if (header.newestCommandTick >= nextTick && header.newestCommandTick <= takenBackTick) {
      nextTick = header.newestCommandTick + 1;
    }
  }

  /** Whether snapshots come, but none reports on commands any more. */
  private boolean outOfTouch(long nowNanos) {
    long roundTripNanos = clock.roundTripNanos();
    long silentNanos = nowNanos - heardOfCommandsNanos - roundTripNanos;
    int leadTicks = commands.newestTick() - header.tick - ticks(roundTripNanos);
    return silentNanos > UNREPORTED_NANOS
        || silentNanos > REFUSED_NANOS && leadTicks > Limits.MAX_COMMAND_LEAD_TICKS;
  }

  private int ticks(long nanos) {
    return (int) (nanos / periodNanos()) + 1;
  }

  private void startClockAnew(long nowNanos) {
    clock.restartFrom(header.tick);
    heardOfCommandsNanos = nowNanos;
    halted = false;
    int kept = newestToKeep(nowNanos);
    if (kept < commands.newestTick()) {
      takenBackTick = Math.max(takenBackTick, commands.newestTick());
      commands.truncate(kept);
      nextTick = kept < 0 ? -1 : kept + 1;
      body.restart();
    }
  }

  /**
   * Newest tick that the server has a command for, or may yet get one for from a datagram under
   * way. It refuses a whole datagram whose newest command is too far ahead.
   */
  private int newestToKeep(long nowNanos) {
    int newest = commands.newestTick();
    long underWayNanos = clock.roundTripNanos() + JITTER_NANOS;
    int newestAccepted = header.tick + 1 + Limits.MAX_COMMAND_LEAD_TICKS + ticks(underWayNanos);
    int oldestUnderWay = newest;
    while (oldestUnderWay > firstUncovered(newest)
        && nowNanos - sentNanos[oldestUnderWay & MASK] < underWayNanos) {
      oldestUnderWay--;
    }
    return oldestUnderWay > newestAccepted ? coveredTick : Math.min(newest, newestAccepted);
  }

  private int firstUncovered(int newest) {
    return Math.max(coveredTick + 1, Math.max(commands.oldestTick(), newest - MASK));
  }

  private void hearOfMisses() {
    int more = missedCommands < 0 ? 0 : header.missedSince(missedCommands);
    missedCommands = header.missedCommands;
    if (more > 0) {
      clock.missed(more);
    }
  }
}
