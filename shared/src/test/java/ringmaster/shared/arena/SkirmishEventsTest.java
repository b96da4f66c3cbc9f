package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ringmaster.shared.arena.EventAssertions.assertFields;
import static ringmaster.shared.arena.EventAssertions.assertTypes;

import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.math.Rng;

/** What a tick reports of itself. */
final class SkirmishEventsTest {
  private static final int HZ = 60;
  private static final int SHIELD_TICKS = 90;
  private static final int A = 0;
  private static final int B = 1;

  /** Two tanks 20 m apart whose shields are used up. */
  private static SkirmishMatch duel(GameMap map) {
    SkirmishMatch match = new SkirmishMatch(map, 2, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    return match;
  }

  private static EventList shoot(SkirmishMatch match, int button) {
    match.capture();
    float dx = x(match, B) - x(match, A);
    float dy = y(match, B) - y(match, A);
    match.set(A, Command.of(0, 0, AimTable.of(dx, dy), button));
    match.step();
    match.set(A, Command.of(0, 0, AimTable.of(dx, dy), 0));
    return match.capture().events();
  }

  private static float x(SkirmishMatch match, int seat) {
    return match.frame.get(match.slots.tank(seat), BodyFields.X);
  }

  private static float y(SkirmishMatch match, int seat) {
    return match.frame.get(match.slots.tank(seat), BodyFields.Y);
  }

  /** Steps until a tick reports something. */
  private static EventList next(SkirmishMatch match) {
    EventList events;
    do {
      match.step();
      events = match.capture().events();
    } while (events.count() == 0);
    return events;
  }

  @Test
  void whoAppearsIsReportedInThatTickAlone() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, HZ, 600, 1);
    match.joinAll();
    assertEquals(0, match.capture().events().count());
    match.step();
    EventList events = match.capture().events();
    assertTypes(events, SkirmishEvents.SPAWN, SkirmishEvents.SPAWN);
    assertFields(events, 0, A, x(match, A), y(match, A));
    assertFields(events, 1, B, x(match, B), y(match, B));
    match.step();
    assertEquals(0, match.capture().events().count());
  }

  @Test
  void aBeamThatHitsEndsAtTheHull() {
    SkirmishMatch match = duel(TestMaps.open());
    EventList events = shoot(match, Skirmish.BUTTON_RAIL);
    assertTypes(events, SkirmishEvents.RAIL, SkirmishEvents.HIT);
    float side = Math.signum(x(match, B) - x(match, A));
    float rim = x(match, B) - side * ArenaBodies.HULL_RADIUS_METERS;
    assertFields(events, 0, A, x(match, A), y(match, A), rim, y(match, B));
    assertFields(events, 1, A, B, 40, SkirmishEvents.BY_RAIL, rim, y(match, B));
  }

  @Test
  void aBeamEndsAtTheWallThatStopsIt() {
    SkirmishMatch match = duel(TestMaps.walled());
    EventList events = shoot(match, Skirmish.BUTTON_RAIL);
    assertTypes(events, SkirmishEvents.RAIL);
    assertFields(events, 0, A, x(match, A), y(match, A), 0, y(match, A));
  }

  @Test
  void aShieldStopsTheBeamAndNothingIsHit() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.open(), 2, HZ, 600, 1);
    match.joinAll();
    match.step(2);
    EventList events = shoot(match, Skirmish.BUTTON_RAIL);
    assertTypes(events, SkirmishEvents.RAIL);
    float side = Math.signum(x(match, B) - x(match, A));
    assertEquals(x(match, B) - side, events.get(0, 3), EventAssertions.STEP_METERS);
  }

  @Test
  void aRocketIsLaunchedExplodesAndHurts() {
    SkirmishMatch match = duel(TestMaps.open());
    EventList launch = shoot(match, Skirmish.BUTTON_ROCKET);
    assertTypes(launch, SkirmishEvents.ROCKET);
    assertFields(launch, 0, A, x(match, A), y(match, A));
    EventList end = next(match);
    assertTypes(end, SkirmishEvents.EXPLOSION, SkirmishEvents.HIT);
    float blastX = end.get(0, 1);
    float blastY = end.get(0, 2);
    assertEquals(
        ArenaBodies.HULL_RADIUS_METERS + Rockets.RADIUS_METERS,
        Math.abs(x(match, B) - blastX),
        0.1f);
    assertFields(end, 1, A, B, 43, SkirmishEvents.BY_ROCKET, blastX, blastY);
  }

  @Test
  void aDeathNamesKillerVictimAndWeapon() {
    SkirmishMatch match = duel(TestMaps.open());
    match.capture();
    float x = x(match, B);
    float y = y(match, B);
    shoot(match, Skirmish.BUTTON_RAIL);
    match.step(HZ);
    shoot(match, Skirmish.BUTTON_RAIL);
    match.step(HZ);
    EventList events = shoot(match, Skirmish.BUTTON_RAIL);
    assertTypes(
        events,
        SkirmishEvents.RAIL,
        SkirmishEvents.HIT,
        SkirmishEvents.WRECK,
        SkirmishEvents.DEATH);
    assertFields(events, 2, B, x, y);
    assertFields(events, 3, A, B, SkirmishEvents.BY_RAIL);
    assertTypes(next(match), SkirmishEvents.SPAWN);
  }

  @Test
  void whoDiesOfTheOwnRocketIsKillerAndVictim() {
    SkirmishMatch match = new SkirmishMatch(TestMaps.corner(), 1, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    match.set(A, Command.of(0, 127, 0, Skirmish.BUTTON_ROCKET));
    EventList events = next(match);
    while (events.type(events.count() - 1) != SkirmishEvents.DEATH) {
      events = next(match);
    }
    assertFields(events, events.count() - 1, A, A, SkirmishEvents.BY_ROCKET);
  }

  @Test
  void whatIsReportedAgreesWithWhatIsCounted() {
    SkirmishMatch match = SkirmishMatch.full(8, 3);
    Rng rng = new Rng(4);
    int[] reported = new int[SkirmishEvents.TYPES.size()];
    boolean[] standing = new boolean[match.slots.barrels()];
    int barrelBlasts = 0;
    for (int tick = 0; tick < 5_000; tick++) {
      match.setRandom(rng);
      match.step();
      EventList events = match.capture().events();
      for (int i = 0; i < events.count(); i++) {
        reported[events.type(i)]++;
      }
      barrelBlasts += barrelsGone(match, standing);
    }
    int shots = 0;
    int deaths = 0;
    int alive = 0;
    for (int seat = 0; seat < match.players(); seat++) {
      shots += match.player(seat, SkirmishSlots.PLAYER_SHOTS);
      deaths += match.player(seat, SkirmishSlots.PLAYER_DEATHS);
      alive += match.alive(seat) ? 1 : 0;
    }
    assertTrue(deaths > 10, "deaths " + deaths);
    assertEquals(shots, reported[SkirmishEvents.RAIL] + reported[SkirmishEvents.ROCKET]);
    assertEquals(
        reported[SkirmishEvents.ROCKET] + barrelBlasts,
        reported[SkirmishEvents.EXPLOSION] + match.rockets());
    assertTrue(barrelBlasts > 5, "barrels " + barrelBlasts);
    assertEquals(deaths, reported[SkirmishEvents.DEATH]);
    assertEquals(deaths, reported[SkirmishEvents.WRECK]);
    assertEquals(alive + deaths, reported[SkirmishEvents.SPAWN]);
  }

  private static int barrelsGone(SkirmishMatch match, boolean[] standing) {
    int gone = 0;
    for (int i = 0; i < standing.length; i++) {
      boolean stands = match.frame.present(match.slots.barrel(i));
      gone += standing[i] && !stands ? 1 : 0;
      standing[i] = stands;
    }
    return gone;
  }

  @Test
  void aCaptureChangesNothingAndShowsTheSameAgain() {
    SkirmishMatch match = duel(TestMaps.open());
    shoot(match, Skirmish.BUTTON_RAIL);
    long hash = match.hash();
    EntityFrame frame = match.capture();
    int count = frame.events().count();
    assertEquals(2, count);
    assertEquals(count, match.capture().events().count());
    assertEquals(hash, match.hash());
  }
}
