package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.math.AimTable;

final class BarrelsTest {
  private static final int HZ = 60;
  private static final int SHIELD_TICKS = 90;
  private static final int FUSE_TICKS = 9;
  private static final int RETURN_TICKS = 20 * HZ;
  private static final int A = 0;
  private static final int B = 1;

  /** Two tanks 20 m apart whose shields are used up. */
  private static SkirmishMatch duel(GameMap.Prop... props) {
    SkirmishMatch match = new SkirmishMatch(TestMaps.furnished(props), 2, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    return match;
  }

  private static GameMap.Prop barrel(float x, float y) {
    return TestMaps.prop("barrel", x, y);
  }

  private static void shoot(SkirmishMatch match, int seat, float x, float y, int button) {
    int aim = AimTable.of(x - match.tank(seat, BodyFields.X), y - match.tank(seat, BodyFields.Y));
    match.set(seat, Command.of(0, 0, aim, button));
    match.step();
    match.set(seat, Command.of(0, 0, aim, 0));
  }

  private static int score(SkirmishMatch match, int seat) {
    return match.player(seat, SkirmishSlots.PLAYER_SCORE);
  }

  @Test
  void aBarrelStopsARailAndExplodesAFuseLater() {
    SkirmishMatch match = duel(barrel(0, 0));
    shoot(match, A, 0, 0, Skirmish.BUTTON_RAIL);
    assertEquals(100, match.health(B));
    // The fuse burns from the tick of the shot on.
    match.step(FUSE_TICKS - 2);
    assertTrue(match.barrel(0));
    match.step();
    assertFalse(match.barrel(0));
    EventList events = match.capture().events();
    assertEquals(1, events.count());
    assertEquals(SkirmishEvents.EXPLOSION, events.type(0));
    assertEquals(A, events.quantized(0, 0));
  }

  @Test
  void aBarrelHurtsLessFromAfar() {
    SkirmishMatch match = duel(barrel(-10, 3), barrel(10, 3), barrel(-10, -3), barrel(10, -3));
    float x = match.tank(B, BodyFields.X);
    shoot(match, A, x, 3, Skirmish.BUTTON_RAIL);
    match.step(HZ);
    // The rim is 2 m away, a third of the blast's reach.
    assertEquals(100 - 47, match.health(B));
    assertEquals(100, match.health(A));
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_HITS), "a barrel's hits are no shots");
  }

  @Test
  void aBarrelKillsForWhoLitIt() {
    SkirmishMatch match = duel(barrel(-10, 3), barrel(10, 3));
    float x = match.tank(B, BodyFields.X);
    for (int i = 0; i < 2; i++) {
      shoot(match, A, x, 0, Skirmish.BUTTON_RAIL);
      match.step(HZ);
    }
    assertEquals(20, match.health(B));
    shoot(match, A, x, 3, Skirmish.BUTTON_RAIL);
    match.step(FUSE_TICKS - 1);
    assertFalse(match.alive(B));
    EventList events = match.capture().events();
    int death = events.count() - 1;
    assertEquals(SkirmishEvents.DEATH, events.type(death));
    assertEquals(A, events.quantized(death, 0));
    assertEquals(SkirmishEvents.BY_BARREL, events.quantized(death, 2));
    assertEquals(1, score(match, A));
  }

  @Test
  void aChainGoesOffOneAfterTheOtherAndIsTheFirstOnesDoing() {
    SkirmishMatch match =
        duel(barrel(-4, 3), barrel(-8, 3), barrel(0, 3), barrel(4, 3), barrel(8, 3));
    shoot(match, A, 0, 3, Skirmish.BUTTON_RAIL);
    assertStanding(match, true, true, true, true, true);
    match.step(FUSE_TICKS - 1);
    assertStanding(match, true, true, false, true, true);
    match.step(FUSE_TICKS - 2);
    assertStanding(match, true, true, false, true, true);
    match.step();
    assertStanding(match, false, true, false, false, true);
    match.step(FUSE_TICKS - 1);
    assertStanding(match, false, false, false, false, false);
    assertTrue(match.health(B) < 100);
    EventList events = match.capture().events();
    for (int i = 0; i < events.count(); i++) {
      assertEquals(A, events.quantized(i, 0), "event " + i + " is A's doing");
    }
  }

  private static void assertStanding(SkirmishMatch match, boolean... standing) {
    for (int i = 0; i < standing.length; i++) {
      assertEquals(standing[i], match.barrel(i), "barrel " + i);
    }
  }

  @Test
  void whoDiesOfTheOwnBarrelLosesAPoint() {
    SkirmishMatch match = duel(barrel(-10, 3), barrel(10, 3));
    for (int i = 0; i < 2; i++) {
      shoot(match, B, match.tank(A, BodyFields.X), 0, Skirmish.BUTTON_RAIL);
      match.step(HZ);
    }
    shoot(match, A, match.tank(A, BodyFields.X), 3, Skirmish.BUTTON_RAIL);
    match.step(HZ);
    assertFalse(match.alive(A));
    assertEquals(-1, score(match, A));
    assertEquals(0, score(match, B));
  }

  @Test
  void aRocketsBlastLightsABarrelInReachButNotOneFarOff() {
    SkirmishMatch match = duel(TestMaps.prop("crate", 0, 0), barrel(0, 2), barrel(0, -9));
    shoot(match, A, 0, 0, Skirmish.BUTTON_ROCKET);
    match.step(HZ);
    assertFalse(match.barrel(0));
    assertTrue(match.barrel(1));
  }

  @Test
  void aLittleDamageLightsNothing() {
    SkirmishMatch match = duel(TestMaps.prop("crate", 0, 0), barrel(0, 4));
    shoot(match, A, 0, 0, Skirmish.BUTTON_ROCKET);
    match.step(HZ);
    assertTrue(match.barrel(0));
    assertTrue(match.frame.get(match.slots.barrel(0), BodyFields.Y) > 4.1f, "it was pushed");
  }

  @Test
  void aBarrelComesBackAfterTwentySecondsWhenNothingStandsThere() {
    SkirmishMatch match = duel(barrel(0, 0));
    int generation = match.capture().generation(match.slots.barrel(0));
    shoot(match, A, 0, 0, Skirmish.BUTTON_RAIL);
    match.step(FUSE_TICKS - 1);
    match.step(RETURN_TICKS - 1);
    assertFalse(match.barrel(0));
    match.step();
    assertTrue(match.barrel(0));
    assertEquals(generation + 1, match.frame.generation(match.slots.barrel(0)));
  }

  @Test
  void aBarrelWaitsUntilItsPlaceIsFree() {
    SkirmishMatch match = duel(barrel(-4, 0), barrel(4, 0));
    float side = Math.signum(match.tank(A, BodyFields.X));
    int own = side > 0 ? 1 : 0;
    shoot(match, A, 4 * side, 0, Skirmish.BUTTON_RAIL);
    match.step(HZ);
    while (Math.abs(match.tank(A, BodyFields.X)) > 4.5f) {
      match.set(A, Command.of(0, 40, 0, 0));
      match.step();
    }
    while (Math.abs(match.tank(A, BodyFields.VELOCITY_X)) > 0.1f) {
      match.set(A, Command.of(0, match.tank(A, BodyFields.VELOCITY_X) * side < 0 ? -20 : 0, 0, 0));
      match.step();
    }
    match.set(A, Command.NEUTRAL);
    match.step(RETURN_TICKS);
    assertFalse(match.barrel(own));
    match.set(A, Command.of(0, 127, 0, 0));
    match.step(HZ);
    assertTrue(match.barrel(own));
  }

  @Test
  void theFuseOfWhoLeavesGoesOut() {
    SkirmishMatch match = duel(barrel(0, 0));
    shoot(match, A, 0, 0, Skirmish.BUTTON_RAIL);
    match.simulation.leave(A);
    match.step(HZ);
    assertTrue(match.barrel(0));
  }
}
