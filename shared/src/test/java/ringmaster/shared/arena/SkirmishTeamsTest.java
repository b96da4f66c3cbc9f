package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.AimTable;

final class SkirmishTeamsTest {
  private static final int HZ = 60;
  private static final int SHIELD_TICKS = 90;

  /** Seats 0 and 2 are of team 1, seats 1 and 3 of team 2. */
  private static SkirmishMatch teams(GameMap map) {
    return teams(map, SkirmishMatch.settings(map, 4, HZ, 600, 1));
  }

  private static SkirmishMatch teams(GameMap map, MatchSettings settings) {
    SkirmishMatch match = new SkirmishMatch(map, settings.with(Skirmish.TEAMS, 2));
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    return match;
  }

  private static void shoot(SkirmishMatch match, int seat, int at, int button) {
    float dx = match.tank(at, BodyFields.X) - match.tank(seat, BodyFields.X);
    float dy = match.tank(at, BodyFields.Y) - match.tank(seat, BodyFields.Y);
    match.set(seat, Command.of(0, 0, AimTable.of(dx, dy), button));
    match.step();
    match.set(seat, Command.NEUTRAL);
  }

  private static void kill(SkirmishMatch match, int killer, int victim) {
    while (match.alive(victim)) {
      shoot(match, killer, victim, Skirmish.BUTTON_RAIL);
    }
  }

  @Test
  void playersJoinTheSmallerTeamAndAppearOnItsSide() {
    SkirmishMatch match = teams(TestMaps.sided());
    for (int seat = 0; seat < 4; seat++) {
      int team = match.player(seat, SkirmishSlots.PLAYER_TEAM);
      assertEquals(1 + seat % 2, team);
      assertEquals(team == 1 ? -20 : 20, match.tank(seat, BodyFields.X), 0.1f);
    }
    assertNotEquals(match.tank(0, BodyFields.Y), match.tank(2, BodyFields.Y), "not one on another");
  }

  @Test
  void withoutTeamsAllPlacesAreEverybodys() {
    GameMap map = TestMaps.sided();
    SkirmishMatch match = new SkirmishMatch(map, 5, HZ, 600, 1);
    match.joinAll();
    match.step();
    boolean far = false;
    for (int seat = 0; seat < 5; seat++) {
      assertEquals(0, match.player(seat, SkirmishSlots.PLAYER_TEAM));
      far |= match.tank(seat, BodyFields.Y) > 90;
    }
    assertTrue(far, "the fifth place is used");
  }

  @Test
  void matesDoEachOtherNoHarm() {
    SkirmishMatch match = teams(TestMaps.sided());
    shoot(match, 0, 2, Skirmish.BUTTON_RAIL);
    float y = match.tank(2, BodyFields.Y);
    shoot(match, 0, 2, Skirmish.BUTTON_ROCKET);
    match.step(HZ / 2);
    assertEquals(100, match.health(2));
    assertEquals(0, match.player(0, SkirmishSlots.PLAYER_HITS));
    assertTrue(Math.abs(match.tank(2, BodyFields.Y) - y) > 0.3f, "but they push each other");
  }

  @Test
  void aTeamKeepsWhatItsPlayersScored() {
    SkirmishMatch match = teams(TestMaps.sided());
    kill(match, 0, 1);
    assertEquals(1, match.match(ArenaSlots.MATCH_SCORE_1));
    assertEquals(0, match.match(ArenaSlots.MATCH_SCORE_2));
    match.simulation.leave(0);
    match.step();
    assertEquals(1, match.match(ArenaSlots.MATCH_SCORE_1));
    kill(match, 3, 2);
    assertEquals(1, match.match(ArenaSlots.MATCH_SCORE_2));
  }

  @Test
  void aTeamWinsByItsMembersTogether() {
    GameMap map = TestMaps.sided();
    SkirmishMatch match =
        teams(map, SkirmishMatch.settings(map, 4, HZ, 600, 1).with(Skirmish.SCORE_LIMIT, 2));
    kill(match, 0, 1);
    kill(match, 2, 3);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertEquals(1, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void equalTeamsGoToSuddenDeath() {
    GameMap map = TestMaps.sided();
    SkirmishMatch match =
        teams(map, SkirmishMatch.settings(map, 4, HZ, 3, 1).with(MatchTimer.OVERTIME, 60));
    match.step(2 * HZ);
    assertEquals(Phase.OVERTIME, match.simulation.phase());
    kill(match, 3, 0);
    assertEquals(Phase.RESULTS, match.simulation.phase());
    assertEquals(2, match.match(ArenaSlots.MATCH_WINNER));
  }

  @Test
  void aFrameTellsWhoIsWithWhom() {
    SkirmishMatch match = teams(TestMaps.sided());
    int player = match.slots.player(0);
    int owner = EntityField.Visibility.OWNER.ordinal();
    int mate = EntityField.Visibility.TEAM.ordinal();
    assertEquals(owner, match.capture().access(player, 0));
    assertEquals(mate, match.frame.access(player, 2));
  }
}
