package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringmaster.client.hud.HudState;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.Camera;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityField.Visibility;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.time.TickRate;

/** From scores, rosters and events to what is written on the screen. */
final class HudFeedTest {
  private static final int OWN_SEAT = 1;

  private final Game game = Objects.requireNonNull(Games.installed().find("skirmish"));
  private final MatchSettings settings =
      new MatchSettings("skirmish", "yard", 4, new TickRate(60), 600, 3);
  private final HudState state = new HudState();
  private final Roster roster = new Roster();
  private EntityFrame frame;
  private HudFeed feed;
  private int playerType;

  @BeforeEach
  void begin() {
    EntitySchema schema = game.schema(settings, new GameMaps().load(new Skirmish(), "yard"));
    frame = new EntityFrame(schema);
    for (int i = 0; i < schema.types().size(); i++) {
      playerType = schema.types().get(i).name().equals("player") ? i : playerType;
    }
    feed = new HudFeed(state, roster, game, settings, schema, OWN_SEAT);
    roster.take(new ControlMessage.RosterEntry(0, true, true, "Ada"));
    roster.take(new ControlMessage.RosterEntry(OWN_SEAT, true, false, "Me"));
    score(0, 3);
    score(OWN_SEAT, 5);
  }

  private void score(int seat, int score) {
    int slot = game.playerSlot(seat);
    frame.put(slot, playerType, 1);
    frame.set(slot, frame.schema().types().get(playerType).field("score"), score);
  }

  @Test
  void theBestIsFirstAndThePlayerIsMarked() {
    feed.update(frame);
    List<String> names = state.scoreboard.stream().map(HudState.ScoreRow::name).toList();
    assertEquals(List.of("Me", "Ada"), names);
    assertTrue(state.scoreboard.getFirst().self());
    assertTrue(state.scoreboard.getLast().bot());
    assertEquals(1, state.rank);
    assertEquals(5, state.score);
    assertEquals(2, state.players);
  }

  @Test
  void rowsAreMadeAnewOnlyWhenSomethingChanged() {
    feed.update(frame);
    HudState.ScoreRow row = state.scoreboard.getFirst();
    feed.update(frame);
    assertSame(row, state.scoreboard.getFirst());
    score(0, 9);
    feed.update(frame);
    assertEquals("Ada", state.scoreboard.getFirst().name());
    roster.takePing(0, 42);
    feed.update(frame);
    assertEquals(42, state.scoreboard.getFirst().pingMillis());
    assertEquals(2, state.rank);
  }

  @Test
  void aPlayersSlotThatHoldsSomethingElseHasNoScore() {
    for (int type = 0; type < frame.schema().types().size(); type++) {
      if (type != playerType) {
        frame.put(game.playerSlot(0), type, 1);
        feed.update(frame);
        assertEquals(1, state.players, "only the player's own row is left");
      }
    }
  }

  @Test
  void aDeathGoesIntoTheFeedWithItsWeapon() {
    state.nowNanos = 77;
    feed.died(OWN_SEAT, 0, 1);
    HudState.FeedLine line = state.feed.getFirst();
    assertEquals("Me", line.killer());
    assertEquals("rocket", line.weapon());
    assertEquals("Ada", line.victim());
    assertTrue(line.concernsSelf());
    assertEquals(77, state.hitNanos);
    assertTrue(state.hitKilled);
  }

  @Test
  void whoDiesByHisOwnHandHasNoKiller() {
    feed.died(0, 0, 1);
    assertEquals("", state.feed.getFirst().killer());
    assertFalse(state.feed.getFirst().concernsSelf());
    assertEquals(0, state.hitNanos);
  }

  @Test
  void theFeedKeepsTheNewestSix() {
    for (int i = 0; i < 9; i++) {
      state.nowNanos = i;
      feed.died(0, OWN_SEAT, 0);
    }
    assertEquals(6, state.feed.size());
    assertEquals(3, state.feed.getFirst().atNanos());
  }

  @Test
  void whatNobodyDidIsNotASpectatorsDoing() {
    new HudFeed(state, roster, game, settings, frame.schema(), ArenaScene.NO_SEAT)
        .died(ArenaScene.NO_SEAT, 0, 0);
    assertEquals(0, state.hitNanos);
    assertFalse(state.feed.getFirst().concernsSelf());
  }

  @Test
  void aMatchKnowsNothingOfTheOneBefore() {
    feed.update(frame);
    state.pingMillis = 40;
    new HudFeed(state, roster, game, settings, frame.schema(), ArenaScene.NO_SEAT).update(frame);
    assertEquals(0, state.score);
    assertEquals(0, state.rank);
    assertEquals(-1, state.pingMillis);
  }

  @Test
  void whatHurtsComesFromItsSide() {
    feed.place(0, 0, 0, new Camera());
    state.nowNanos = 5;
    feed.hit(0, OWN_SEAT, 0, -2);
    assertEquals(5, state.hurtNanos);
    assertEquals(Math.PI / 2, state.hurtBearingRadians, 1e-5, "from the right");
  }

  /** A game of teams by the names of columns alone. */
  private static final EntitySchema TEAMS =
      new EntitySchema(
          List.of(
              new EntityType(
                  "match",
                  List.of(
                      EntityField.count("phase", 0, Phase.OVER.ordinal()),
                      EntityField.count("remaining", 0, 900),
                      EntityField.count("winner", 0, 64),
                      EntityField.count("score1", 0, 99),
                      EntityField.count("score2", 0, 99)),
                  EntityType.Shape.NONE,
                  0,
                  0),
              new EntityType(
                  "player",
                  List.of(
                      EntityField.count("score", 0, 99),
                      EntityField.count("shoves", 0, 99),
                      EntityField.count("touches", 0, 99),
                      EntityField.count("team", 0, 2),
                      EntityField.count("charged", 0, 1).visibleTo(Visibility.OWNER)),
                  EntityType.Shape.NONE,
                  0,
                  0)),
          40,
          List.of(new EventType("goal", List.of())));

  private static final int MATCH_SLOT = 0;
  private static final int WINNER = 2;

  private void stageTeams() {
    frame = new EntityFrame(TEAMS);
    frame.put(MATCH_SLOT, 0, 0);
    frame.setQuantized(MATCH_SLOT, 0, Phase.PLAYING.ordinal());
    frame.setQuantized(MATCH_SLOT, 3, 1);
    frame.setQuantized(MATCH_SLOT, 4, 4);
    for (int seat = 0; seat < 4; seat++) {
      int slot = game.playerSlot(seat);
      frame.put(slot, 1, 0);
      frame.setQuantized(slot, 0, seat);
      frame.setQuantized(slot, 3, 1 + seat % 2);
    }
    feed = new HudFeed(state, roster, game, settings, TEAMS, OWN_SEAT);
    feed.update(frame);
  }

  private void enter(Phase phase) {
    frame.setQuantized(MATCH_SLOT, 0, phase.ordinal());
    feed.update(frame);
  }

  private String banner() {
    return state.banner == null ? "" : state.banner.title() + "|" + state.banner.detail();
  }

  @Test
  void teamsStandTogetherTheBetterFirst() {
    stageTeams();
    List<Integer> seats = state.scoreboard.stream().map(HudState.ScoreRow::seat).toList();
    assertEquals(List.of(3, 1, 2, 0), seats);
    assertEquals(List.of("Blue", "Orange"), state.teams.stream().map(HudState.Team::name).toList());
    assertEquals(4, state.teams.get(1).score());
    assertEquals(2, state.ownTeam);
    assertEquals(state.teams.get(1).rgb(), state.scoreboard.getFirst().rgb());
  }

  @Test
  void theColumnsAreWhatTheGameCountsAndEverybodyMaySee() {
    assertEquals(List.of("Kills", "Deaths"), state.countNames);
    stageTeams();
    assertEquals(List.of("Shoves", "Touches"), state.countNames);
  }

  @Test
  void onlyThePlayersOwnChargeShows() {
    stageTeams();
    frame.setQuantized(game.playerSlot(0), 4, 1);
    feed.update(frame);
    assertFalse(state.charged);
    frame.setQuantized(game.playerSlot(OWN_SEAT), 4, 1);
    feed.update(frame);
    assertTrue(state.charged);
  }

  @Test
  void aPhaseThatBeginsIsAnnounced() {
    stageTeams();
    assertEquals("", banner(), "who comes in the middle is told nothing");
    enter(Phase.WARM_UP);
    enter(Phase.PLAYING);
    assertEquals("Go!|", banner());
    enter(Phase.OVERTIME);
    assertEquals("Overtime|next goal wins", banner());
  }

  @Test
  void aGoalIsAnnouncedWithItsScorer() {
    stageTeams();
    feed.scored(0, 1);
    assertEquals("GOAL|Ada for Blue", banner());
    feed.scored(ArenaScene.NO_SEAT, 2);
    assertEquals("GOAL|Orange scores", banner());
  }

  @Test
  void theGameSaysWhoWon() {
    stageTeams();
    frame.setQuantized(MATCH_SLOT, WINNER, 2);
    enter(Phase.RESULTS);
    assertEquals("Orange team won", state.verdict);
    frame.setQuantized(MATCH_SLOT, WINNER, 0);
    feed.update(frame);
    assertEquals("Draw", state.verdict);
    for (int seat = 0; seat < 4; seat++) {
      frame.setQuantized(game.playerSlot(seat), 3, 0);
    }
    frame.setQuantized(MATCH_SLOT, WINNER, OWN_SEAT + 1);
    feed.update(frame);
    assertEquals("You won!", state.verdict);
    assertEquals(List.of(), state.teams);
    frame.setQuantized(MATCH_SLOT, WINNER, 1);
    feed.update(frame);
    assertEquals("Ada won", state.verdict);
  }

  @Test
  void numbersThatNoGameMeansAreNoDanger() {
    stageTeams();
    frame.setQuantized(MATCH_SLOT, 0, 7);
    frame.setQuantized(MATCH_SLOT, WINNER, 127);
    frame.setQuantized(game.playerSlot(0), 3, 3);
    feed.update(frame);
    assertTrue(state.results());
  }
}
