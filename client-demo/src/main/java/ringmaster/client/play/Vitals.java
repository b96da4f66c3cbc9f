package ringmaster.client.play;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.hud.HudState;
import ringmaster.client.hud.Ui;
import ringmaster.client.input.Controls;
import ringmaster.client.prediction.FramePose;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.window.Window;

/** What the probe says of the game itself: where the player is and how he fares. */
final class Vitals extends ProcessVitals {
  private final Ui ui;
  private final HudState hud;
  private final Visit visit;
  private final Controls controls;
  private final Window window;

  Vitals(Ui ui, HudState hud, Visit visit, Controls controls, Window window) {
    this.ui = ui;
    this.hud = hud;
    this.visit = visit;
    this.controls = controls;
    this.window = window;
  }

  @Override
  public void describe(Map<String, Object> line) {
    line.put("screen", ui.screen().name().toLowerCase(Locale.ROOT));
    line.put("width", window.framebufferWidthPixels());
    line.put("height", window.framebufferHeightPixels());
    if (!visit.failure().isEmpty()) {
      line.put("failure", visit.failure());
    }
    PlaySession session = visit.session();
    LiveMatch match = visit.match();
    if (session != null && match != null) {
      synchronized (session) {
        describe(line, session, match);
      }
    }
  }

  private void describe(Map<String, Object> line, PlaySession session, LiveMatch match) {
    MatchPlay play = match.play();
    line.put("tick", play.newestSnapshotTick());
    line.put("players", hud.players);
    if (!hud.spectating) {
      describeOwn(line, session, match);
    }
    line.put("remainingSeconds", hud.remainingSeconds);
    line.put("watched", hud.watched);
    line.put("warning", hud.networkWarning);
    GameClient client = session.client();
    if (client != null) {
      line.put("snapshots", client.counters().snapshotsReceived);
      line.put("hashMismatches", client.counters().hashMismatches);
    }
  }

  private void describeOwn(Map<String, Object> line, PlaySession session, LiveMatch match) {
    line.put("pose", pose(match.pose()));
    line.put("alive", hud.alive);
    line.put("health", Probe.rounded(hud.health, 2));
    line.put("score", hud.score);
    line.put("hits", match.show().hits());
    line.put("ping", hud.pingMillis);
    line.put("predictionErrorMeters", Probe.rounded(session.takeWorstErrorMeters(), 4));
    Map<String, Object> nearest = nearest(match);
    if (!nearest.isEmpty()) {
      line.put("nearest", nearest);
    }
  }

  /** The nearest other tank on screen or behind it; empty if there is none. */
  private static Map<String, Object> nearest(LiveMatch match) {
    ArenaScene scene = match.show().scene();
    Map<String, Object> described = new LinkedHashMap<>();
    double least = Double.MAX_VALUE;
    for (int seat = 0; seat < scene.seats(); seat++) {
      double distance =
          Math.hypot(scene.x(seat) - match.pose().x(), scene.y(seat) - match.pose().y());
      if (seat != match.show().ownSeat() && scene.shown(seat) && distance < least) {
        least = distance;
        described.put("seat", seat);
        described.put("x", Probe.rounded(scene.x(seat), 2));
        described.put("y", Probe.rounded(scene.y(seat), 2));
        described.put("meters", Probe.rounded(distance, 2));
      }
    }
    return described;
  }

  private Map<String, Object> pose(FramePose pose) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("x", Probe.rounded(pose.x(), 3));
    described.put("y", Probe.rounded(pose.y(), 3));
    described.put("facing", Probe.rounded(Math.atan2(pose.facingSin(), pose.facingCos()), 3));
    described.put("aim", Probe.rounded(controls.aimRadians(), 3));
    return described;
  }
}
