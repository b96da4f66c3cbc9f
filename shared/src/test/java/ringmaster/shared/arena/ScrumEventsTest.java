package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringmaster.shared.arena.EventAssertions.assertFields;
import static ringmaster.shared.arena.EventAssertions.assertTypes;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;

/** What a tick reports of itself. */
final class ScrumEventsTest {
  private static final int HZ = 60;

  private static ScrumMatch match(GameMap map) {
    ScrumMatch match = new ScrumMatch(map, 2, HZ, 600, 1);
    match.joinAll();
    return match;
  }

  private static void shove(ScrumMatch match, int seat) {
    match.set(seat, Command.of(0, 0, 0, Scrum.BUTTON_SHOVE));
    match.step();
    match.set(seat, Command.NEUTRAL);
  }

  @Test
  void aMatchBeginsWithAKickOffAndWhoComesLaterIsReported() {
    ScrumMatch match = new ScrumMatch(TestPitches.striker(), 2, HZ, 600, 1);
    match.simulation.join(0);
    match.step();
    assertTypes(match.capture().events(), ScrumEvents.KICKOFF);
    assertFields(match.frame.events(), 0, 0, 0);
    match.simulation.join(1);
    match.step();
    assertTypes(match.capture().events(), ScrumEvents.SPAWN);
    assertFields(match.frame.events(), 0, 1, TestPitches.AWAY_2.x(), TestPitches.AWAY_2.y());
    match.step();
    assertTypes(match.capture().events());
  }

  @Test
  void aShoveIsReportedWhereItWasMade() {
    ScrumMatch match = match(TestPitches.striker());
    match.step();
    shove(match, 0);
    assertTypes(match.capture().events(), ScrumEvents.SHOVE);
    assertFields(match.frame.events(), 0, 0, match.tank(0, BodyFields.X), 0);
  }

  @Test
  void aGoalNamesTeamScorerAndPlace() {
    ScrumMatch match = match(TestPitches.striker());
    match.step();
    shove(match, 0);
    assertTrue(match.stepUntil(ScrumEvents.GOAL, HZ));
    assertTypes(match.frame.events(), ScrumEvents.GOAL);
    assertFields(match.frame.events(), 0, 1, 0, match.ball(BodyFields.X), 0);
  }

  @Test
  void anOwnGoalNamesNobody() {
    ScrumMatch match = match(TestPitches.with(List.of(TestPitches.AWAY_1, TestPitches.LEFT_2)));
    match.step();
    shove(match, 1);
    assertTrue(match.stepUntil(ScrumEvents.GOAL, HZ));
    assertFields(match.frame.events(), 0, 1, ScrumEvents.NO_SEAT);
  }

  @Test
  void whatIsReportedAgreesWithWhatIsCounted() {
    ScrumMatch match = ScrumMatch.full(10, 3);
    Brain[] brains = match.brains("striker", 3);
    int[] reported = new int[ScrumEvents.TYPES.size()];
    for (int tick = 0; tick < 120 * HZ; tick++) {
      match.play(brains);
      EventList events = match.capture().events();
      for (int i = 0; i < events.count(); i++) {
        reported[events.type(i)]++;
      }
    }
    int shoves = 0;
    for (int seat = 0; seat < match.players(); seat++) {
      shoves += match.player(seat, ScrumSlots.PLAYER_SHOVES);
    }
    assertTrue(shoves > 50, "shoves " + shoves);
    assertEquals(shoves, reported[ScrumEvents.SHOVE]);
    assertTrue(reported[ScrumEvents.GOAL] > 0);
    assertEquals(match.goals(1) + match.goals(2), reported[ScrumEvents.GOAL]);
    assertEquals(match.frame.generation(match.slots.ball()), reported[ScrumEvents.KICKOFF]);
  }
}
