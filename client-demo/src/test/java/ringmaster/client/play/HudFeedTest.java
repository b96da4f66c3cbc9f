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
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
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
}
