package ringmaster.client.play;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.connection.NetworkDoctor;
import ringmaster.client.hud.HudState;
import ringmaster.client.input.Controls;
import ringmaster.client.interpolation.InterpolatedView;
import ringmaster.client.prediction.FramePose;
import ringmaster.client.prediction.PredictedView;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.OwnTank;
import ringmaster.client.scene.Palette;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.Sound;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Action;
import ringmaster.client.settings.Settings;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.protocol.ControlMessage;

/**
 * Shows what a session knows: the others between two snapshots, the player's own body and what it
 * pushes as predicted for this very moment. One for each match that a session plays.
 */
final class LiveMatch {
  private static final int COUNTDOWN_SECONDS = 5;

  private final PlaySession session;
  private final MatchPlay play;
  private final HudState hud;
  private final Controls controls;
  private final NetcodeSwitches switches;
  private final MatchShow show;
  private final FramePose pose;
  private final IntFunction<@Nullable InterpolatedView> judged;
  private final NetworkDoctor doctor;
  private final @Nullable NetFeed net;
  private final PredictedView view;
  private final List<Talk.Line> lines = new ArrayList<>();
  private boolean wasAlive;
  private boolean hadBody;
  private boolean hadResults;
  private int saidSeconds;

  /** Hold the session's lock. */
  LiveMatch(
      PlaySession session,
      MatchPlay play,
      HudState hud,
      Controls controls,
      Settings settings,
      NetcodeSwitches switches,
      int maxParticles) {
    this.session = session;
    this.play = play;
    this.hud = hud;
    this.controls = controls;
    this.switches = switches;
    pose = play.newFramePose();
    judged = play::judgedView;
    doctor = new NetworkDoctor(play.figures());
    GameClient client = session.client();
    net = client == null ? null : new NetFeed(play, client.counters(), hud.net);
    view = play.newPredictedView(pose);
    int seat = play.seat() == ControlMessage.NO_SEAT ? ArenaScene.NO_SEAT : play.seat();
    show =
        new MatchShow(
            play.match().game(),
            play.match().settings(),
            play.match().map(),
            play.match().schema(),
            seat,
            session.happenings(),
            session.roster(),
            hud,
            settings,
            maxParticles);
    hud.spectating = seat == ArenaScene.NO_SEAT;
    hud.inMatch = true;
  }

  MatchShow show() {
    return show;
  }

  MatchPlay play() {
    return play;
  }

  FramePose pose() {
    return pose;
  }

  /** Makes a frame of what is known now. Hold the session's lock. */
  void build(long nowNanos, float seconds, SceneFrame out, SoundCues cues) {
    InterpolatedView others = play.viewAt(nowNanos);
    ArenaScene.Moment moment = show.moment();
    moment.nanos = nowNanos;
    moment.reportedTick = play.newestSnapshotTick();
    moment.ghost = switches.ghost ? play.newest() : null;
    moment.judged = switches.ghost ? judged : null;
    play.compensate(switches.lagCompensation);
    play.aimIn(switches.interpolation ? AimedView.INTERPOLATED : AimedView.NEWEST_SNAPSHOT);
    predict(nowNanos, moment.own);
    EntityView seen = play.newest();
    int seenTick = play.newestSnapshotTick();
    if (others != null && switches.interpolation) {
      seen = others;
      seenTick = others.tick();
    }
    moment.viewTick = seenTick;
    view.moveTo(nowNanos, seen, seenTick);
    show.show(switches.prediction ? view : seen, play.newest(), controls, seconds, out, cues);
    if (net != null) {
      net.frame(nowNanos);
    }
    fillHud(nowNanos);
    talk(cues, nowNanos);
    announce(cues);
  }

  private void predict(long nowNanos, OwnTank own) {
    long command = controls.heldCommand();
    pose.smooths(switches.smoothing);
    pose.moveTo(nowNanos, command, play.tickFraction(nowNanos));
    own.alive = pose.alive() && switches.prediction;
    if (pose.alive() && !wasAlive) {
      controls.aimAt((float) Math.atan2(pose.facingSin(), pose.facingCos()));
    }
    wasAlive = pose.alive();
    hadBody |= wasAlive;
    own.x = pose.x();
    own.y = pose.y();
    own.facingCos = pose.facingCos();
    own.facingSin = pose.facingSin();
    own.aimRadians = controls.aimRadians();
    own.throttle = Math.abs(Command.thrust(command)) / 127f;
    own.boosting = own.throttle > 0 && controls.isDown(Action.BOOST) && gauge("boost") > 0;
  }

  private float gauge(String name) {
    for (int i = 0; i < hud.gauges.size(); i++) {
      if (hud.gauges.get(i).name.equals(name)) {
        return hud.gauges.get(i).value;
      }
    }
    return 0;
  }

  private void fillHud(long nowNanos) {
    int seat = show.ownSeat();
    hud.alive = hasBody(seat);
    hud.destroyed = hadBody && !hud.alive;
    if (seat != ArenaScene.NO_SEAT) {
      hud.health = hud.alive ? show.scene().health(seat) : 0;
      hud.pingMillis = session.roster().pingMillis(seat);
    }
    for (int i = 0; i < hud.gauges.size(); i++) {
      hud.gauges.get(i).value = hud.alive ? pose.gauge(i) : 0;
    }
    doctor.look(nowNanos);
    hud.networkWarning = doctor.sentence();
  }

  /** A game that predicts nothing has a body as soon as one is to be seen. */
  private boolean hasBody(int seat) {
    return pose.alive() || (!hadBody && seat != ArenaScene.NO_SEAT && show.scene().shown(seat));
  }

  private void talk(SoundCues cues, long nowNanos) {
    session.talk().drainTo(lines);
    if (lines.isEmpty()) {
      return;
    }
    for (Talk.Line line : lines) {
      boolean server = line.seat() == Talk.Line.SERVER;
      hud.addChat(
          new HudState.ChatLine(
              server ? "" : session.roster().name(line.seat()),
              server ? Palette.NEUTRAL : show.scene().rgb(line.seat()),
              line.text(),
              nowNanos));
    }
    lines.clear();
    cues.add(Sound.CHAT);
  }

  private void announce(SoundCues cues) {
    int seconds = hud.remainingSeconds;
    boolean last = !hud.results() && seconds > 0 && seconds <= COUNTDOWN_SECONDS;
    if (last && seconds != saidSeconds) {
      cues.add(Sound.COUNTDOWN);
    }
    saidSeconds = seconds;
    if (hud.results() && !hadResults) {
      cues.add(Sound.MATCH_OVER);
    }
    hadResults = hud.results();
  }
}
