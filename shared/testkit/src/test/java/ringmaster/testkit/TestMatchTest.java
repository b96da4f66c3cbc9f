package ringmaster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Simulation.Phase;

final class TestMatchTest {
  private static final float METERS_PER_TICK = 0.3f; // of the command below, at the default pace
  private static final long RIGHT = Command.of(100, 0, 0, 0);

  private static TestMatch.Setup pebbles() {
    return TestMatch.of(new Pebbles());
  }

  @Test
  void aHeldCommandActsInEachTick() {
    TestMatch match = pebbles().start();
    match.hold(1, RIGHT);
    match.run(0.5);
    assertEquals(30, match.ticks());
    assertEquals(1 + 30 * METERS_PER_TICK, match.value("pebble", 1, "x"), 0.01f);
    assertEquals(0, match.value("pebble", 0, "x"));
  }

  @Test
  void aScriptDecidesByTheTick() {
    TestMatch match = pebbles().start();
    match.script(0, tick -> tick % 2 == 0 ? RIGHT : Command.NEUTRAL);
    match.run(0.5);
    assertEquals(15 * METERS_PER_TICK, match.value("pebble", 0, "x"), 0.01f);
  }

  /** However poor the way, no more is missing in the end than what was on it at the start. */
  @ParameterizedTest
  @CsvSource({"none, 0", "lan, 1", "4g, 4", "wifi-bad, 4", "satellite, 19"})
  void commandsComeThroughLateAndWhole(String network, int lateTicks) {
    TestMatch match = pebbles().network(network).start();
    match.hold(0, RIGHT);
    match.run(1);
    float expected = (60 - lateTicks) * METERS_PER_TICK;
    assertEquals(expected, match.value("pebble", 0, "x"), 1.5f * METERS_PER_TICK);
  }

  @Test
  void withoutANetworkAPlayerHoldsTheNewestFrame() {
    TestMatch match = pebbles().brains().start();
    match.run(1);
    assertEquals(59, match.view(0).frame().tick());
    assertEquals(match.entities("pebble").get(1).get("x"), match.view(0).value("pebble", 1, "x"));
  }

  @Test
  void overASatelliteAPlayerHoldsAnOldFrame() {
    TestMatch match = pebbles().network("satellite").start();
    match.run(2);
    int lateTicks = match.ticks() - 1 - match.view(0).frame().tick();
    assertTrue(lateTicks >= 17 && lateTicks <= 21, "late by " + lateTicks);
  }

  @Test
  void aPlayerIsNotShownWhatIsNotForItsEyes() {
    TestMatch match = pebbles().start();
    match.tick();
    match.until(() -> match.value("pebble", 0, "purse") > 0, 60);
    float purse = match.value("pebble", 0, "purse");
    assertEquals(purse, match.view(0).value("pebble", 0, "purse"));
    assertEquals(0, match.view(1).value("pebble", 0, "purse"));
  }

  /** On a map so small that nearly all are near: only walls hide many. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPlayerIsNotShownWhatTheGamesSightHides(boolean fog) {
    TestMatch match =
        TestMatch.of(new Skirmish()).players(8).set("fog", fog ? 1 : 0).seed(3).brains().start();
    int hidden = 0;
    for (int i = 0; i < 300; i++) {
      match.tick();
      hidden += match.entities("tank").size() - match.view(0).entities("tank").size();
    }
    assertEquals(fog, hidden > 300, hidden + " tanks hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "wifi-bad"})
  void eachEventIsToldOnceHoweverPoorTheNetwork(String network) {
    TestMatch match = pebbles().network(network).start();
    match.run(20);
    List<TestEvent> happened = match.events("point");
    List<TestEvent> told = match.events(0, "point");
    assertEquals(40, happened.size());
    assertTrue(told.size() >= 39, "told " + told.size());
    assertEquals(happened.subList(0, told.size()), told);
    assertEquals(0, told.getFirst().tick());
    assertTrue(told.getFirst().get("seat") < 2);
  }

  @Test
  void theSameSetupIsTheSameMatchAndAnotherSeedIsAnother() {
    assertEquals(hashAfterBrains(7, "4g"), hashAfterBrains(7, "4g"));
    assertNotEquals(hashAfterBrains(7, "4g"), hashAfterBrains(8, "4g"));
    assertNotEquals(hashAfterBrains(7, "4g"), hashAfterBrains(7, "satellite"));
  }

  private static long hashAfterBrains(long seed, String network) {
    TestMatch match =
        TestMatch.of(new Skirmish()).players(4).seed(seed).network(network).brains().start();
    match.run(10);
    return match.hash();
  }

  @Test
  void playersComeAndGoInTheMiddle() {
    TestMatch match = pebbles().players(3).seated(2).start();
    assertFalse(match.isTaken(2));
    match.run(1);
    assertFalse(match.has("pebble", 2));
    match.hold(2, RIGHT);
    match.join(2);
    match.leave(0);
    match.run(1);
    assertTrue(match.has("pebble", 2));
    assertFalse(match.has("pebble", 0));
    assertEquals(2 + 60 * METERS_PER_TICK, match.value("pebble", 2, "x"), 0.01f);
    assertFalse(match.view(2).has("pebble", 0));
  }

  @Test
  void aSeatIsTakenOnceAndLeftByWhoSitsThere() {
    TestMatch match = pebbles().players(3).seated(1).start();
    assertThrows(IllegalStateException.class, () -> match.join(0));
    assertThrows(IllegalStateException.class, () -> match.leave(2));
    assertThrows(IllegalStateException.class, () -> match.view(2));
  }

  @Test
  void whatIsWaitedForEndsTheWaitOrFailsIt() {
    TestMatch match = pebbles().timeLimit(2).start();
    match.until(() -> match.phase() == Phase.RESULTS, 10);
    assertEquals((5 + 2) * 60, match.ticks(), "warm-up and time limit");
    AssertionError error = assertThrows(AssertionError.class, () -> match.until(() -> false, 0.5));
    assertTrue(String.valueOf(error.getMessage()).contains("within 0.5 s"), error::getMessage);
    assertEquals((5 + 2) * 60 + 30, match.ticks());
  }

  @Test
  void aWrongNameIsAnsweredWithTheRightOnes() {
    TestMatch match = pebbles().start();
    match.tick();
    assertNames("[x, y, score, purse]", () -> match.value("pebble", 0, "z"));
    assertNames("[pebble]", () -> match.entities("stone"));
    assertNames("[point]", () -> match.events("goal"));
    assertNames("[seat]", () -> match.events("point").getFirst().get("who"));
    assertNames("[pace]", () -> pebbles().set("speed", 1));
    assertNames("there are 2 entities pebble", () -> match.value("pebble", "x"));
  }

  private static void assertNames(String names, Executable call) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, call);
    assertTrue(String.valueOf(refusal.getMessage()).contains(names), refusal::getMessage);
  }

  @Test
  void settingsReachTheGame() {
    TestMatch match = pebbles().set("pace", 6).tickRate(30).start();
    match.hold(0, RIGHT);
    match.run(1);
    assertEquals(30, match.ticks());
    assertEquals(30 * 2 * METERS_PER_TICK, match.value("pebble", 0, "x"), 0.01f);
  }
}
