package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Lines at x = -6 (team 1) and x = 6 (team 2), from y = -10 to y = 10. */
final class GoalsTest {
  private final Goals goals = new Goals(TestPitches.goals());

  @ParameterizedTest
  @CsvSource({
    "5, 0, 7, 0, 2",
    "7, 0, 5, 0, 2",
    "-5, 0, -7, 0, 1",
    "5, 9, 7, 9.9, 2",
    "5, 10.1, 7, 10.1, 0",
    "5, -9, 7, -12, 0",
    "4, 0, 5.9, 0, 0",
    "6.1, 0, 9, 0, 0",
    "6, 3, 6, 4, 0",
    "0, 0, 0, 0, 0"
  })
  void aWayOverALineIsCrossed(float fromX, float fromY, float toX, float toY, int team) {
    assertEquals(team, goals.crossed(fromX, fromY, toX, toY));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aWayInManyPartsCrossesAsOftenAsItChangesSides(long seed) {
    Rng rng = new Rng(seed);
    float x = 0;
    float y = 0;
    int crossed = 0;
    for (int i = 0; i < 10_000; i++) {
      // Multiples of 1/4: many of them end on the line itself.
      float toX = Math.round(rng.nextFloat(-1, 1) * 4) / 4f + x;
      float toY = Math.clamp(y + rng.nextFloat(-1, 1), -9, 9);
      toX = Math.clamp(toX, 4, 8);
      crossed += goals.crossed(x, y, toX, toY) != 0 ? 1 : 0;
      x = toX;
      y = toY;
      assertEquals(x >= 6 ? 1 : 0, crossed % 2, "seed " + seed + ", step " + i);
    }
  }
}
