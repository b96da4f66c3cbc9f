package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.math.AimTable;

final class PickupsTest {
  private static final int HZ = 60;
  private static final int SHIELD_TICKS = 90;
  private static final int A = 0;
  private static final int B = 1;

  /** Two tanks 20 m apart, each on a pad of this kind, their shields used up. */
  private static SkirmishMatch duelOn(String kind) {
    return duel(TestMaps.prop(kind, -10, 0), TestMaps.prop(kind, 10, 0));
  }

  private static SkirmishMatch duel(GameMap.Prop... props) {
    SkirmishMatch match = new SkirmishMatch(TestMaps.furnished(props), 2, HZ, 600, 1);
    match.joinAll();
    match.step(SHIELD_TICKS + 1);
    return match;
  }

  private static int aimAtOther(SkirmishMatch match, int seat) {
    float dx = match.tank(1 - seat, BodyFields.X) - match.tank(seat, BodyFields.X);
    float dy = match.tank(1 - seat, BodyFields.Y) - match.tank(seat, BodyFields.Y);
    return AimTable.of(dx, dy);
  }

  private static void hit(SkirmishMatch match, int victim) {
    match.set(1 - victim, Command.of(0, 0, aimAtOther(match, 1 - victim), Skirmish.BUTTON_RAIL));
    match.step();
    match.set(1 - victim, Command.NEUTRAL);
  }

  private static boolean ready(SkirmishMatch match, int pad) {
    int slot = match.capture().type(match.slots.pickup(pad));
    assertEquals(SkirmishSlots.PICKUP, slot);
    return match.frame.quantized(match.slots.pickup(pad), SkirmishSlots.PICKUP_READY) != 0;
  }

  /** The pad that a seat stands on. */
  private static int padOf(SkirmishMatch match, int seat) {
    return match.tank(seat, BodyFields.X) < 0 ? 0 : 1;
  }

  @Test
  void aRepairGivesFiftyBackUpToFull() {
    SkirmishMatch match = duelOn("repair");
    hit(match, B);
    assertEquals(100, match.health(B));
    EventList events = match.capture().events();
    int last = events.count() - 1;
    assertEquals(SkirmishEvents.PICKUP, events.type(last));
    assertEquals(B, events.quantized(last, 0));
    assertEquals(Pickups.REPAIR, events.quantized(last, 1));
    match.step(HZ);
    hit(match, B);
    match.step(HZ);
    hit(match, B);
    assertEquals(20, match.health(B));
    match.step(13 * HZ);
    assertEquals(70, match.health(B));
  }

  @Test
  void nobodyTakesWhatIsOfNoUse() {
    SkirmishMatch repairs = duelOn("repair");
    assertTrue(ready(repairs, 0) && ready(repairs, 1));
    SkirmishMatch boosts = duelOn("boost");
    assertTrue(ready(boosts, 0) && ready(boosts, 1));
    SkirmishMatch rails = duelOn("rail");
    assertFalse(ready(rails, 0) || ready(rails, 1));
    rails.step(20 * HZ);
    assertTrue(ready(rails, 0) && ready(rails, 1), "who is charged takes no other");
  }

  @Test
  void aPadIsReadyAgainAfterFifteenSeconds() {
    SkirmishMatch match = duelOn("repair");
    hit(match, B);
    int pad = padOf(match, B);
    assertFalse(ready(match, pad));
    match.step(15 * HZ - 1);
    assertFalse(ready(match, pad));
    match.step();
    assertTrue(ready(match, pad));
  }

  @Test
  void aBoostFillsTheCharge() {
    SkirmishMatch match = duelOn("boost");
    int[] words = new int[match.simulation.ownerWords()];
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    match.set(A, Command.of(127, 1, 0, Skirmish.BUTTON_BOOST));
    match.step();
    match.simulation.captureOwner(A, words, 0);
    prediction.load(words, 0);
    assertEquals(1, prediction.gauge(TankPrediction.GAUGE_BOOST));
    match.step();
    match.simulation.captureOwner(A, words, 0);
    prediction.load(words, 0);
    assertTrue(prediction.gauge(TankPrediction.GAUGE_BOOST) < 1);
  }

  @Test
  void aChargedRailDoesTwiceTheDamageOnce() {
    SkirmishMatch match = duelOn("rail");
    assertEquals(1, match.player(A, SkirmishSlots.PLAYER_CHARGED));
    hit(match, B);
    assertEquals(20, match.health(B));
    assertEquals(0, match.player(A, SkirmishSlots.PLAYER_CHARGED));
    match.step(HZ);
    hit(match, B);
    assertFalse(match.alive(B));
  }

  @Test
  void aChargeIsItsOwnersSecretAndLostWithTheTank() {
    SkirmishMatch match = duelOn("rail");
    int slot = match.slots.player(B);
    EntityFrame frame = match.capture();
    assertEquals(1, frame.seen(slot, SkirmishSlots.PLAYER_CHARGED, frame.access(slot, B)));
    assertEquals(0, frame.seen(slot, SkirmishSlots.PLAYER_CHARGED, frame.access(slot, A)));
    hit(match, B);
    match.step(HZ);
    hit(match, B);
    match.step(2 * HZ);
    assertTrue(match.alive(B));
    assertEquals(0, match.player(B, SkirmishSlots.PLAYER_CHARGED));
  }

  @Test
  void ofTwoInReachTheNearerTakesIt() {
    GameMap.Prop pad = TestMaps.prop("rail", -10, 0);
    SkirmishMatch match = duel(pad);
    int on = match.tank(A, BodyFields.X) < 0 ? A : B;
    assertEquals(1, match.player(on, SkirmishSlots.PLAYER_CHARGED));
    assertEquals(0, match.player(1 - on, SkirmishSlots.PLAYER_CHARGED));
  }
}
