package ringmaster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class GameTestExtensionTest {
  @GameTest(
      game = Pebbles.class,
      players = 3,
      seated = 2,
      seed = 7,
      network = "4g",
      tickRate = 30,
      timeLimitSeconds = 60,
      brains = "random",
      settings = {"pace=5"})
  void aTestIsHandedTheMatchItDescribes(TestMatch match) {
    match.run(2);
    assertEquals(
        "pebbles on yard, 3 seats, seed 7, 30 Hz, network 4g, options {pace=5},"
            + " after 60 ticks (2.00 s)",
        match.toString());
    assertEquals(60, match.settings().timeLimitSeconds());
    assertEquals(2, match.entities("pebble").size());
  }

  @Test
  void aFailureSaysWhatWasPlayedAndHowToSeeItAgain() throws NoSuchMethodException {
    TestMatch match = TestMatch.of(new Pebbles()).seed(9).start();
    match.run(1);
    AssertionError thrown = new AssertionError("expected: <1> but was: <2>");
    AssertionError failure =
        GameTestExtension.failure(
            thrown,
            match,
            getClass().getDeclaredMethod("aTestIsHandedTheMatchItDescribes", TestMatch.class));
    assertSame(thrown, failure.getCause());
    assertEquals(
        """
        expected: <1> but was: <2>
          in pebbles on yard, 2 seats, seed 9, 60 Hz, network none, options {}, after 60 ticks \
        (1.00 s)
          again: mvn test -Dtest='GameTestExtensionTest#aTestIsHandedTheMatchItDescribes'\
        """,
        failure.getMessage());
  }
}
