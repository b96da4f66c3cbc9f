package ringmaster.client.play;

import java.util.Comparator;
import java.util.List;
import org.joml.Vector3f;
import ringmaster.client.hud.HudState;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.Camera;
import ringmaster.client.scene.HappeningListener;
import ringmaster.client.scene.Palette;
import ringmaster.client.scene.SceneFrame;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.MatchSettings;

/** Fills the head-up display from one match. Lists are made anew only when they change. */
final class HudFeed implements HappeningListener {
  private static final List<String> WEAPONS = List.of("rail", "rocket");
  private static final int MAX_FEED_LINES = 6;
  private static final float LABEL_HEIGHT_METERS = 2.1f;

  /** Where most fights are: the crosshair covers a hull there. */
  private static final float AIM_REACH_METERS = 18;

  private static final float AIM_HEIGHT_METERS = 0.8f;
  private static final float LABEL_REACH_METERS = 70;
  private static final Comparator<HudState.ScoreRow> BEST_FIRST =
      Comparator.comparingInt((HudState.ScoreRow row) -> -row.score())
          .thenComparingInt(HudState.ScoreRow::deaths)
          .thenComparingInt(HudState.ScoreRow::seat);

  private final HudState state;
  private final Roster roster;
  private final MatchColumns columns;
  private final int seats;
  private final int ownSeat;
  private final Vector3f onScreen = new Vector3f();

  private long scoreStamp = Long.MIN_VALUE;
  private float ownX;
  private float ownY;
  private float ownAim;

  /** Clears what an earlier match left in the display. */
  HudFeed(
      HudState state,
      Roster roster,
      Game game,
      MatchSettings settings,
      EntitySchema schema,
      int ownSeat) {
    this.state = state;
    this.roster = roster;
    this.ownSeat = ownSeat;
    columns = new MatchColumns(game, schema);
    seats = settings.maxPlayers();
    state.mode = settings.mode();
    state.map = settings.map();
    state.feed.clear();
    state.hitNanos = 0;
    state.hurtNanos = 0;
    state.destroyed = false;
    state.score = 0;
    state.rank = 0;
    state.pingMillis = -1;
    state.gauges.clear();
    for (String gauge : game.gauges()) {
      state.gauges.add(new HudState.Gauge(gauge));
    }
  }

  /** The player's own place and aim: where shots go, and from where it hurts. */
  void place(float x, float y, float aimRadians, Camera camera) {
    ownX = x;
    ownY = y;
    ownAim = aimRadians;
    float atX = x + (float) Math.cos(aimRadians) * AIM_REACH_METERS;
    float atY = y + (float) Math.sin(aimRadians) * AIM_REACH_METERS;
    if (camera.project(atX, atY, AIM_HEIGHT_METERS, onScreen)) {
      state.aimX = onScreen.x;
      state.aimY = onScreen.y;
    }
  }

  /** Takes over scores and time. */
  void update(EntityFrame newest) {
    state.remainingSeconds = columns.remainingSeconds(newest);
    state.results = columns.results(newest);
    long stamp = stamp(newest);
    if (stamp != scoreStamp) {
      scoreStamp = stamp;
      rebuildScoreboard(newest);
    }
  }

  /** A number that differs when a row of the scoreboard does. */
  private long stamp(EntityFrame frame) {
    long stamp = 0;
    for (int seat = 0; seat < seats; seat++) {
      if (columns.scored(frame, seat)) {
        stamp = stamp * 31 + columns.score(frame, seat);
        stamp = stamp * 31 + columns.kills(frame, seat);
        stamp = stamp * 31 + columns.deaths(frame, seat);
        stamp = stamp * 31 + roster.pingMillis(seat);
        stamp = stamp * 31 + roster.name(seat).hashCode() + seat;
      }
    }
    return stamp;
  }

  private void rebuildScoreboard(EntityFrame frame) {
    state.scoreboard.clear();
    for (int seat = 0; seat < seats; seat++) {
      if (columns.scored(frame, seat)) {
        state.scoreboard.add(row(frame, seat));
      }
    }
    state.scoreboard.sort(BEST_FIRST);
    state.players = state.scoreboard.size();
    for (int i = 0; i < state.players; i++) {
      if (state.scoreboard.get(i).self()) {
        state.rank = i + 1;
        state.score = state.scoreboard.get(i).score();
      }
    }
  }

  private HudState.ScoreRow row(EntityFrame frame, int seat) {
    return new HudState.ScoreRow(
        seat,
        roster.name(seat),
        Palette.ofSeat(seat),
        columns.score(frame, seat),
        columns.kills(frame, seat),
        columns.deaths(frame, seat),
        roster.pingMillis(seat),
        roster.bot(seat),
        seat == ownSeat);
  }

  /**
   * Names over the tanks that are to be seen.
   *
   * @param watched whose name is written elsewhere, as a spectator follows that player
   */
  void label(ArenaScene scene, SceneFrame frame, int watched) {
    state.labelCount = 0;
    state.watched = watched == ArenaScene.NO_SEAT ? "" : roster.name(watched);
    for (int seat = 0; seat < scene.seats(); seat++) {
      if (seat != ownSeat && seat != watched && scene.shown(seat)) {
        label(scene, seat, frame.camera());
      }
    }
  }

  private void label(ArenaScene scene, int seat, Camera camera) {
    if (!camera.project(scene.x(seat), scene.y(seat), LABEL_HEIGHT_METERS, onScreen)
        || onScreen.z > LABEL_REACH_METERS) {
      return;
    }
    if (state.labels.size() == state.labelCount) {
      state.labels.add(new HudState.Label());
    }
    HudState.Label label = state.labels.get(state.labelCount++);
    label.name = roster.name(seat);
    label.rgb = scene.rgb(seat);
    label.x = onScreen.x;
    label.y = onScreen.y;
    label.distanceMeters = onScreen.z;
    label.health = scene.health(seat);
  }

  @Override
  public void hit(int attacker, int victim, float x, float y) {
    if (own(attacker) && !own(victim)) {
      state.hitNanos = state.nowNanos;
      state.hitKilled = false;
    }
    if (own(victim)) {
      state.hurtNanos = state.nowNanos;
      double bearing = Math.atan2(y - ownY, x - ownX);
      state.hurtBearingRadians = (float) (ownAim - bearing);
    }
  }

  @Override
  public void died(int killer, int victim, int weapon) {
    if (own(killer) && !own(victim)) {
      state.hitNanos = state.nowNanos;
      state.hitKilled = true;
    }
    if (state.feed.size() == MAX_FEED_LINES) {
      state.feed.removeFirst();
    }
    boolean alone = killer == victim || killer < 0;
    state.feed.add(
        new HudState.FeedLine(
            alone ? "" : roster.name(killer),
            Palette.ofSeat(killer),
            weapon >= 0 && weapon < WEAPONS.size() ? WEAPONS.get(weapon) : "",
            roster.name(victim),
            Palette.ofSeat(victim),
            own(killer) || own(victim),
            state.nowNanos));
  }

  /** What nobody did is not a spectator's doing, though neither has a seat. */
  private boolean own(int seat) {
    return seat == ownSeat && seat != ArenaScene.NO_SEAT;
  }
}
