package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Launch;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Simulation.Phase;
import ringmaster.shared.math.Rng;

final class SkirmishAllocationTest {
  private static final int MATCHES = 10;

  @ParameterizedTest
  @CsvSource({"8, fighter", "64, fighter", "8, random"})
  void aTickItsCaptureAndItsBrainsAllocateNothing(int players, String brain) {
    assertEquals(0, AllocatedBytes.ofPlay(SkirmishMatch.full(players, 3), brain));
  }

  @Test
  void foretellingShotsAllocatesNothing() {
    SkirmishMatch match = SkirmishMatch.full(8, 5);
    Prediction prediction = match.game.newPrediction(match.settings, match.map);
    EventList foretold = new EventList(SkirmishEvents.TYPES);
    Launch launch = new Launch(match.capture().schema());
    int[] words = new int[match.simulation.ownerWords()];
    Rng rng = new Rng(5);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < MATCHES; round++) {
      long bytes = 0;
      int shots = 0;
      for (int tick = 0; tick < 2_000; tick++) {
        match.setRandom(rng);
        match.step();
        EntityFrame seen = match.capture();
        match.simulation.captureOwner(0, words, 0);
        prediction.load(words, 0);
        foretold.clear();
        long before = AllocatedBytes.soFar();
        prediction.foretell(0, Command.of(0, 0, tick, 3), seen, foretold, launch);
        bytes += AllocatedBytes.soFar() - before;
        shots += foretold.count();
      }
      assertTrue(shots > 100, shots + " shots");
      least = Math.min(least, bytes);
    }
    assertEquals(0, least);
  }

  /** The least of some matches, for the reason that {@link AllocatedBytes#ofPlay} gives. */
  @Test
  void theBeginningOfPlayAllocatesNothing() {
    GameMap map = SkirmishMatch.map("yard");
    long least = Long.MAX_VALUE;
    for (int seed = 0; seed < MATCHES; seed++) {
      SkirmishMatch match =
          new SkirmishMatch(
              map, SkirmishMatch.settings(map, 8, 60, 600, seed).with(MatchTimer.WARM_UP, 10));
      match.joinAll();
      Rng rng = new Rng(seed);
      for (int tick = 0; tick < 599; tick++) {
        match.setRandom(rng);
        match.step();
      }
      assertEquals(Phase.WARM_UP, match.simulation.phase());
      long before = AllocatedBytes.soFar();
      match.step();
      least = Math.min(least, AllocatedBytes.soFar() - before);
      assertEquals(Phase.PLAYING, match.simulation.phase());
    }
    assertEquals(0, least);
  }
}
