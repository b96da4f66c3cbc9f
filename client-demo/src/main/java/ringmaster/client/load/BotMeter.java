package ringmaster.client.load;

import org.jspecify.annotations.Nullable;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.ClientCounters;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.LinkFigures;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.prediction.PredictedBody;

/** Measures one bot: into its thread's histograms, and its own counts within the window. */
final class BotMeter implements PlayObserver {
  /** Faster than any tank: a respawn, not a ride. */
  private static final float MAX_METERS_PER_TICK = 1;

  private final LoadMeter meter;
  private final PlayerTally tally = new PlayerTally();
  private @Nullable Bot bot;
  private ClientCounters before = new ClientCounters();
  private ClientCounters within = new ClientCounters();
  private long lostUpBefore;
  private long lostUpWithin;

  private long lastSnapshotNanos;
  private float lastX;
  private float lastY;
  private int lastTick = -1;
  private boolean wasInContact;
  private boolean decoded;
  private boolean joined;
  private @Nullable PlayableMatch agesOf;
  private @Nullable DataAge ages;

  double metersTravelled;
  long contacts;

  BotMeter(LoadMeter meter) {
    this.meter = meter;
  }

  /** Names the bot this meter was given to as an observer. */
  void attach(Bot measured) {
    bot = measured;
  }

  /** The window opens. */
  void begin() {
    if (bot != null) {
      joined = bot.client().state() == GameClient.State.PLAYING;
      before = bot.client().counters().copy();
      lostUpBefore = bot.client().datagramsLostUp();
    }
  }

  /** The window closes. */
  void end() {
    if (bot != null) {
      within = bot.client().counters().since(before);
      lostUpWithin = bot.client().datagramsLostUp() - lostUpBefore;
    }
  }

  /** Counts within the window, once it is closed. */
  ClientCounters counters() {
    return within;
  }

  /** Datagrams the simulated network lost on their way up within the window. */
  long lostUp() {
    return lostUpWithin;
  }

  /** Shots, hits and deaths within the window. */
  PlayerTally tally() {
    return tally;
  }

  /** Whether this bot played when the window opened. */
  boolean joined() {
    return joined;
  }

  /** Whether this bot saw its own {@code player} entity. */
  boolean decoded() {
    return decoded;
  }

  @Override
  public void commandIssued(long lateNanos) {
    meter.recordNanos(meter.generatorLateNanos, lateNanos);
    MatchPlay play = bot == null ? null : bot.client().play();
    if (play != null && play.decodes()) {
      LinkFigures figures = play.figures();
      meter.recordNanos(meter.interpolationDelayNanos, figures.interpolationDelayNanos());
      meter.recordNanos(meter.rewindNanos, figures.rewindNanos());
    }
  }

  @Override
  public void commandReported(long marginNanos) {
    meter.recordMargin(marginNanos);
  }

  @Override
  public void commandCovered(long elapsedNanos) {
    meter.recordNanos(meter.inputToSnapshotNanos, elapsedNanos);
  }

  @Override
  public void snapshotReceived(long nowNanos) {
    if (lastSnapshotNanos != 0) {
      meter.recordNanos(meter.snapshotIntervalNanos, nowNanos - lastSnapshotNanos);
    }
    lastSnapshotNanos = nowNanos;
  }

  @Override
  public void predictionCompared(float errorMeters, boolean inContact) {
    meter.recordError(errorMeters, inContact);
  }

  @Override
  public void snapshotTaken() {
    MatchPlay play = bot == null ? null : bot.client().play();
    if (play == null) {
      return;
    }
    follow(play.body(), play.commandTick());
    if (play.decodes()) {
      decoded = true;
      int slot = play.match().game().playerSlot(play.seat());
      tally.look(play.newest(), slot, meter.recording);
      if (meter.recording) {
        lookAtAges(play);
      }
    }
  }

  private void lookAtAges(MatchPlay play) {
    PlayableMatch match = play.match();
    if (match != agesOf) {
      agesOf = match;
      ages = new DataAge(match.schema());
    }
    if (ages != null) {
      int body = match.game().bodySlot(match.settings(), play.seat());
      ages.look(play.newest(), body, play::asOfTick, meter);
    }
  }

  private void follow(PredictedBody body, int tick) {
    boolean inContact = body.inContact();
    if (meter.recording && inContact && !wasInContact) {
      contacts++;
    }
    wasInContact = inContact;
    if (!body.alive()) {
      lastTick = -1;
      return;
    }
    float x = body.present().x();
    float y = body.present().y();
    double meters = Math.hypot(x - lastX, y - lastY);
    boolean rode = lastTick >= 0 && meters <= MAX_METERS_PER_TICK * (tick - lastTick);
    if (meter.recording && rode) {
      metersTravelled += meters;
    }
    lastX = x;
    lastY = y;
    lastTick = tick;
  }
}
