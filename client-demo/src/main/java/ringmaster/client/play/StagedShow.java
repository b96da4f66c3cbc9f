package ringmaster.client.play;

import ringmaster.client.hud.HudState;
import ringmaster.client.input.Controls;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.EventReader;
import ringmaster.client.scene.Happenings;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;
import ringmaster.shared.protocol.ControlMessage;

/** Shows a staged match as a spectator sees one; its ticks follow the time it is given. */
final class StagedShow {
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int MAX_TICKS_PER_FRAME = 6;

  private final StagedMatch match;
  private final Happenings happenings = new Happenings();
  private final EventReader events;
  private final MatchShow show;
  private final long startNanos;

  StagedShow(
      StagedMatch match, HudState hud, Settings settings, int maxParticles, long startNanos) {
    this.match = match;
    this.startNanos = startNanos;
    Roster roster = new Roster();
    for (int seat = 0; seat < match.settings().maxPlayers(); seat++) {
      roster.take(new ControlMessage.RosterEntry(seat, true, true, "Bot " + (seat + 1)));
    }
    events = new EventReader(match.schema().events());
    show =
        new MatchShow(
            match.game(),
            match.settings(),
            match.map(),
            match.schema(),
            ArenaScene.NO_SEAT,
            happenings,
            roster,
            hud,
            settings,
            maxParticles);
    hud.inMatch = true;
    hud.spectating = true;
  }

  MatchShow show() {
    return show;
  }

  int ticks() {
    return match.ticks();
  }

  /** Plays on to a time, and makes a frame of it. */
  void build(long nowNanos, float seconds, Controls controls, SceneFrame out, SoundCues cues) {
    int hz = match.settings().rate().hz();
    int due = (int) ((nowNanos - startNanos) * hz / NANOS_PER_SECOND) + 1;
    // A machine that cannot keep up shows it slowly.
    int last = Math.min(due, match.ticks() + MAX_TICKS_PER_FRAME);
    while (match.ticks() < last) {
      match.advance();
      events.read(match.ticks() - 1, match.frame().events(), happenings);
    }
    ArenaScene.Moment moment = show.moment();
    moment.nanos = nowNanos;
    moment.viewTick = match.ticks();
    moment.reportedTick = match.ticks();
    show.show(match.frame(), match.frame(), controls, seconds, out, cues);
  }
}
