package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;

final class BrainSimulation {
  private static final int HZ = 60;

  /** As old as a view on a good line: 100 ms. */
  private static final int DELAY_TICKS = 6;

  private static final float CELL_METERS = 8;

  /** A match whose brains see it as late as players do. */
  private static final class DelayedMatch {
    final SkirmishMatch match;
    final Brain[] brains;
    final boolean[] visited;
    final int cellsPerSide;
    private final EntityFrame[] views = new EntityFrame[DELAY_TICKS];

    DelayedMatch(int players, String brain, long seed) {
      match = SkirmishMatch.full(players, seed);
      brains = match.brains(brain, seed);
      cellsPerSide = (int) (match.map.sizeMeters() / CELL_METERS);
      visited = new boolean[cellsPerSide * cellsPerSide];
      Arrays.setAll(views, i -> new EntityFrame(match.frame.schema()));
    }

    void play(int ticks) {
      for (int i = 0; i < ticks; i++) {
        int tick = match.tickNumber();
        EntityFrame view = views[tick % DELAY_TICKS];
        for (int seat = 0; seat < brains.length; seat++) {
          match.set(seat, brains[seat].command(view, seat, tick));
          match.setRewind(seat, (DELAY_TICKS - 1) * 16);
        }
        match.step();
        view.copyFrom(match.capture());
        markVisited();
      }
    }

    private void markVisited() {
      for (int seat = 0; seat < brains.length; seat++) {
        int slot = match.slots.tank(seat);
        if (match.frame.present(slot)) {
          int column = cellOf(match.frame.get(slot, BodyFields.X));
          int row = cellOf(match.frame.get(slot, BodyFields.Y));
          visited[row * cellsPerSide + column] = true;
        }
      }
    }

    private int cellOf(float meters) {
      return (int) ((meters + match.map.sizeMeters() / 2) / CELL_METERS);
    }

    int visitedIn(int fromColumn, int fromRow, int cells) {
      int count = 0;
      for (int row = fromRow; row < fromRow + cells; row++) {
        for (int column = fromColumn; column < fromColumn + cells; column++) {
          count += visited[row * cellsPerSide + column] ? 1 : 0;
        }
      }
      return count;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eightFightersEachHitSomebodyEveryTenSeconds(long seed) {
    DelayedMatch fight = new DelayedMatch(8, "fighter", seed);
    fight.play(60 * HZ);
    for (int seat = 0; seat < 8; seat++) {
      int hits = fight.match.player(seat, SkirmishSlots.PLAYER_HITS);
      assertTrue(hits >= 6, "seed " + seed + " seat " + seat + " hit " + hits + " times");
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 120", "24, 90", "64, 60"})
  void fightersSeeMostOfTheMap(int players, int seconds) {
    DelayedMatch fight = new DelayedMatch(players, "fighter", 9);
    fight.play(seconds * HZ);
    int side = fight.cellsPerSide;
    int half = side / 2;
    assertTrue(fight.visitedIn(0, 0, side) > 0.6 * side * side);
    for (int quadrant = 0; quadrant < 4; quadrant++) {
      int cells = fight.visitedIn(quadrant % 2 * half, quadrant / 2 * half, half);
      assertTrue(cells > 0.5 * half * half, "quadrant " + quadrant + ": " + cells);
    }
  }

  @Test
  void aLoneFighterGetsAroundAndNeverStaysLong() {
    SkirmishMatch match = SkirmishMatch.full(1, 2);
    Brain[] brains = match.brains("fighter", 2);
    float x = 0;
    float y = 0;
    for (int tick = 0; tick < 300 * HZ; tick++) {
      match.play(brains);
      if (tick % (5 * HZ) == 0) {
        float nowX = match.tank(0, BodyFields.X);
        float nowY = match.tank(0, BodyFields.Y);
        assertTrue(Math.abs(nowX - x) + Math.abs(nowY - y) > 1, "stuck at tick " + tick);
        x = nowX;
        y = nowY;
      }
    }
  }

  @Test
  void theSameSeedPlaysTheSameAndAnotherDoesNot() {
    for (String name : new Skirmish().brains()) {
      DelayedMatch one = new DelayedMatch(4, name, 1);
      DelayedMatch two = new DelayedMatch(4, name, 1);
      one.play(600);
      two.play(600);
      while (!one.match.frame.present(one.match.slots.tank(0))) {
        one.play(1);
        two.play(1);
      }
      assertEquals(one.match.hash(), two.match.hash());
      boolean leavesToChance = !name.equals("sniper");
      long otherSeed = commands(one.match, name, 2);
      assertEquals(leavesToChance, commands(one.match, name, 1) != otherSeed, name);
    }
  }

  private static long commands(SkirmishMatch match, String name, long seed) {
    Brain brain = match.brain(name, seed);
    long sum = 0;
    for (int tick = 0; tick < 300; tick++) {
      sum = sum * 31 + brain.command(match.frame, 0, tick);
    }
    return sum;
  }

  @Test
  void randomBrainsWanderAndFireUnseeing() {
    DelayedMatch wandering = new DelayedMatch(8, "random", 1);
    assertFalse(wandering.brains[0].observes());
    wandering.play(60 * HZ);
    assertTrue(wandering.visitedIn(0, 0, wandering.cellsPerSide) > 20);
    for (int seat = 0; seat < 8; seat++) {
      assertTrue(wandering.match.player(seat, SkirmishSlots.PLAYER_SHOTS) > 10);
    }
  }

  @Test
  void aFighterWaitsUntilItSeesItself() {
    SkirmishMatch match = SkirmishMatch.full(2, 1);
    Brain brain = match.brain("fighter", 1);
    assertTrue(brain.observes());
    assertEquals(Command.NEUTRAL, brain.command(new EntityFrame(match.frame.schema()), 0, 0));
  }

  @Test
  void anUnknownBrainIsRefused() {
    SkirmishMatch match = SkirmishMatch.full(2, 1);
    assertThrows(IllegalArgumentException.class, () -> match.brain("genius", 1));
  }
}
