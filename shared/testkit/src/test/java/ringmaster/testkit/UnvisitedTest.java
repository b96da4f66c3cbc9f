package ringmaster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.TickRate;

final class UnvisitedTest {
  private final Pebbles game = new Pebbles();
  private final PebblesSimulation saved = simulation();
  private final PebblesSimulation restored = simulation();

  private static PebblesSimulation simulation() {
    MatchSettings settings = new MatchSettings("pebbles", "yard", 2, new TickRate(60), 60, 1);
    return new PebblesSimulation(settings, Flaw.NONE);
  }

  private List<String> unvisited() {
    return Unvisited.between(saved, restored, new OwnCode(game));
  }

  @Test
  void fieldsOfTheEngineAreNamedWhereThereAreNoOthers() {
    saved.timer.advance(2, true);
    assertTrue(unvisited().contains("MatchTimer.tick: 1 and 0"), () -> unvisited().toString());
  }

  @Test
  void fieldsOfTheEngineAreNotNamedBesideTheAuthorsOwn() {
    saved.timer.advance(2, true);
    saved.score[1] = 5;
    assertEquals(List.of("PebblesSimulation.score[1]: 5 and 0"), unvisited());
  }
}
