package tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringmaster.shared.command.Command;
import ringmaster.testkit.GameLaws;
import ringmaster.testkit.GameTest;
import ringmaster.testkit.TestMatch;

class TagTest {
  private static final long FULL_AHEAD = Command.of(0, 127, 0, 0);

  @Test
  void itPassesOnWhenTwoTouch() {
    TestMatch match = TestMatch.of(new Tag()).players(2).set("warmUp", 0).network("4g").start();
    match.run(1);
    assertTrue(match.has("it", 0));
    match.hold(0, FULL_AHEAD);
    match.hold(1, FULL_AHEAD);
    match.until(() -> match.has("it", 1), 10);
    assertTrue(match.has("runner", 0));
  }

  @Test
  void runnersScoreAPointASecond() {
    TestMatch match = TestMatch.of(new Tag()).players(2).set("warmUp", 0).start();
    match.run(10);
    assertEquals(0, match.value("player", 0, "score"));
    assertEquals(10, match.value("player", 1, "score"));
  }

  @Test
  void whoeverIsLeftIsItWhenItLeaves() {
    TestMatch match = TestMatch.of(new Tag()).players(3).start();
    match.leave(0);
    match.tick();
    assertTrue(match.has("it", 1));
  }

  @GameTest(game = Tag.class, players = 6, seed = 3, network = "wifi-bad", brains = "chaser")
  void everyHuntOfTheChasersEndsSoon(TestMatch match) {
    for (int hunt = 0; hunt < 10; hunt++) {
      match.tick();
      int it = it(match);
      match.until(() -> it(match) != it, 15);
    }
  }

  private static int it(TestMatch match) {
    int seat = 0;
    while (!match.has("it", seat)) {
      seat++;
    }
    return seat;
  }

  @Test
  void keepsTheLaws() {
    GameLaws.check(new Tag());
  }
}
