package ringmaster.client.play;

import java.util.ArrayList;
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
import ringmaster.shared.game.Simulation.Phase;

/** Fills the head-up display from one match. Lists are made anew only when they change. */
final class HudFeed implements HappeningListener {
  private static final List<String> WEAPONS = List.of("rail", "rocket", "barrel");
  private static final int MAX_FEED_LINES = 6;
  private static final float LABEL_HEIGHT_METERS = 2.1f;

  /** Where most fights are: the crosshair covers a hull there. */
  private static final float AIM_REACH_METERS = 18;

  private static final float AIM_HEIGHT_METERS = 0.8f;
  private static final float LABEL_REACH_METERS = 70;

  /** As many as there is room for beside a name. */
  private static final int MAX_COUNTS = 2;

  private final HudState state;
  private final Roster roster;
  private final MatchColumns columns;
  private final int seats;
  private final int ownSeat;
  private final Vector3f onScreen = new Vector3f();

  private final int firstCount;
  private final int deathsCount;
  private final int[] teamScores = new int[MatchColumns.MAX_TEAMS];
  private long scoreStamp = Long.MIN_VALUE;
  private boolean begun;
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
    List<String> counts = columns.countNames();
    firstCount = Math.max(0, counts.size() - MAX_COUNTS);
    deathsCount = counts.indexOf("Deaths") - firstCount;
    state.countNames = counts.subList(firstCount, counts.size());
    state.overtime = columns.overtime();
    state.phase = Phase.PLAYING;
    state.verdict = "";
    state.teams = List.of();
    state.ownTeam = 0;
    state.banner = null;
    state.charged = false;
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

  /** Takes over scores, phase and time. */
  void update(EntityFrame newest) {
    state.remainingSeconds = columns.remainingSeconds(newest);
    enter(columns.phase(newest));
    state.charged = ownSeat != ArenaScene.NO_SEAT && columns.charged(newest, ownSeat);
    long stamp = stamp(newest);
    if (stamp != scoreStamp) {
      scoreStamp = stamp;
      rebuildTeams(newest);
      rebuildScoreboard(newest);
      decide(newest);
    }
  }

  /** Who comes into a match that is on its way is not told that it begins. */
  private void enter(Phase now) {
    Phase before = state.phase;
    state.phase = now;
    if (begun && now != before && now == Phase.PLAYING) {
      announce("Go!", "", Palette.NEUTRAL);
    } else if (begun && now != before && now == Phase.OVERTIME) {
      announceOvertime();
    }
    begun = true;
  }

  /** What stands before a colon is the title. */
  private void announceOvertime() {
    String[] parts = state.overtime.split(": ", 2);
    announce(parts[0], parts.length == 1 ? "" : parts[1], Palette.NEUTRAL);
  }

  private void announce(String title, String detail, int rgb) {
    state.banner = new HudState.Banner(title, detail, rgb, state.nowNanos);
  }

  /** A number that differs when a row of the scoreboard does. */
  private long stamp(EntityFrame frame) {
    long stamp = columns.winner(frame) * 31L + state.phase.ordinal();
    for (int team = 1; team <= MatchColumns.MAX_TEAMS; team++) {
      stamp = stamp * 31 + columns.teamScore(frame, team);
    }
    for (int seat = 0; seat < seats; seat++) {
      if (columns.scored(frame, seat)) {
        stamp = stamp * 31 + columns.score(frame, seat);
        stamp = stamp * 31 + columns.team(frame, seat);
        for (int i = firstCount; i < columns.countNames().size(); i++) {
          stamp = stamp * 31 + columns.count(frame, seat, i);
        }
        stamp = stamp * 31 + roster.pingMillis(seat);
        stamp = stamp * 31 + roster.name(seat).hashCode() + seat;
      }
    }
    return stamp;
  }

  /** There are teams as soon as somebody is in one. */
  private void rebuildTeams(EntityFrame frame) {
    boolean any = false;
    for (int seat = 0; seat < seats; seat++) {
      any |= columns.team(frame, seat) > 0;
    }
    state.ownTeam = ownSeat == ArenaScene.NO_SEAT ? 0 : columns.team(frame, ownSeat);
    List<HudState.Team> teams = new ArrayList<>();
    for (int team = 1; any && team <= MatchColumns.MAX_TEAMS; team++) {
      teamScores[team - 1] = columns.teamScore(frame, team);
      teams.add(
          new HudState.Team(
              team, Palette.teamName(team), Palette.ofTeam(team), teamScores[team - 1]));
    }
    state.teams = List.copyOf(teams);
  }

  private void rebuildScoreboard(EntityFrame frame) {
    state.scoreboard.clear();
    for (int seat = 0; seat < seats; seat++) {
      if (columns.scored(frame, seat)) {
        state.scoreboard.add(row(frame, seat));
      }
    }
    state.scoreboard.sort(this::better);
    state.players = state.scoreboard.size();
    for (int i = 0; i < state.players; i++) {
      if (state.scoreboard.get(i).self()) {
        state.rank = i + 1;
        state.score = state.scoreboard.get(i).score();
      }
    }
  }

  /** The better team first, and in it who scored more, died less, sits lower. */
  private int better(HudState.ScoreRow a, HudState.ScoreRow b) {
    if (a.team() != b.team()) {
      int byScore = Integer.compare(teamScore(b.team()), teamScore(a.team()));
      return byScore == 0 ? Integer.compare(a.team(), b.team()) : byScore;
    }
    int byScore = Integer.compare(b.score(), a.score());
    int byDeaths = Integer.compare(deaths(a), deaths(b));
    int bySeat = Integer.compare(a.seat(), b.seat());
    return byScore != 0 ? byScore : byDeaths != 0 ? byDeaths : bySeat;
  }

  private int teamScore(int team) {
    return team == 0 ? Integer.MIN_VALUE : teamScores[team - 1];
  }

  private int deaths(HudState.ScoreRow row) {
    return deathsCount < 0 ? 0 : row.counts().get(deathsCount);
  }

  private HudState.ScoreRow row(EntityFrame frame, int seat) {
    int team = columns.team(frame, seat);
    List<Integer> counts = new ArrayList<>();
    for (int i = firstCount; i < columns.countNames().size(); i++) {
      counts.add(columns.count(frame, seat, i));
    }
    return new HudState.ScoreRow(
        seat,
        roster.name(seat),
        Palette.of(seat, team),
        team,
        columns.score(frame, seat),
        counts,
        roster.pingMillis(seat),
        roster.bot(seat),
        seat == ownSeat);
  }

  /** Says who has won, by the game's word, or where it has none by the scores. */
  private void decide(EntityFrame frame) {
    if (!state.results()) {
      return;
    }
    int winner = columns.saysWinner() ? columns.winner(frame) : leader();
    boolean team = !state.teams.isEmpty() && winner <= state.teams.size();
    int seat = winner - 1;
    if (winner == 0) {
      state.verdict = "Draw";
      state.verdictRgb = Palette.NEUTRAL;
    } else if (team) {
      state.verdict = Palette.teamName(winner) + " team won";
      state.verdictRgb = Palette.ofTeam(winner);
    } else {
      state.verdict = seat == ownSeat ? "You won!" : roster.name(seat) + " won";
      state.verdictRgb = Palette.ofSeat(seat);
    }
  }

  /** Who alone has the highest score, as a seat plus 1; 0: nobody. */
  private int leader() {
    List<HudState.ScoreRow> rows = state.scoreboard;
    boolean alone =
        rows.size() == 1 || (rows.size() > 1 && rows.get(0).score() > rows.get(1).score());
    return alone ? rows.getFirst().seat() + 1 : 0;
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
    label.health = scene.hasHealth() ? scene.health(seat) : -1;
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
            rgb(killer),
            weapon >= 0 && weapon < WEAPONS.size() ? WEAPONS.get(weapon) : "",
            roster.name(victim),
            rgb(victim),
            own(killer) || own(victim),
            state.nowNanos));
  }

  @Override
  public void scored(int scorer, int team) {
    String side = Palette.teamName(team);
    String detail =
        scorer == ArenaScene.NO_SEAT ? side + " scores" : roster.name(scorer) + " for " + side;
    announce("GOAL", detail, Palette.ofTeam(team));
  }

  private int rgb(int seat) {
    for (int i = 0; i < state.scoreboard.size(); i++) {
      if (state.scoreboard.get(i).seat() == seat) {
        return state.scoreboard.get(i).rgb();
      }
    }
    return Palette.ofSeat(seat);
  }

  /** What nobody did is not a spectator's doing, though neither has a seat. */
  private boolean own(int seat) {
    return seat == ownSeat && seat != ArenaScene.NO_SEAT;
  }
}
