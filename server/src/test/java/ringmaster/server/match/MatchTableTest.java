package ringmaster.server.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

class MatchTableTest {
  private static final Games GAMES = Games.installed();
  private static final GameMap MAP = new GameMaps().load(new Skirmish(), "yard");

  private static Match match(int id) {
    Game game = GAMES.find("skirmish");
    if (game == null) {
      throw new IllegalStateException("skirmish is not installed");
    }
    return new Match(
        id, game, new MatchSettings("skirmish", "yard", 2, new TickRate(60), 60, 1), MAP);
  }

  @Test
  void matchesStandInTheOrderOfTheirIds() {
    MatchTable<Match> table = new MatchTable<>(64);
    Map<Integer, Match> expected = new TreeMap<>();
    Rng rng = new Rng(5);
    for (int round = 0; round < 200; round++) {
      int id = 1 + rng.nextInt(40);
      Match known = expected.remove(id);
      assertSame(known, table.find(id));
      if (known == null) {
        Match match = match(id);
        expected.put(id, match);
        table.add(match);
      } else {
        assertSame(known, table.remove(id));
      }
      assertEquals(expected.size(), table.count());
      int at = 0;
      for (Match match : expected.values()) {
        assertSame(match, table.at(at++));
      }
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    MatchTable<Match> table = new MatchTable<>(2);
    assertNull(table.find(1));
    assertNull(table.remove(1));
    table.add(match(5));
    assertNull(table.find(Integer.MIN_VALUE));
    assertNull(table.find(Integer.MAX_VALUE));
    assertNull(table.remove(4));
    assertEquals(1, table.count());
  }

  @Test
  void aFullTableRefuses() {
    MatchTable<Match> table = new MatchTable<>(1);
    table.add(match(1));
    assertThrows(IllegalStateException.class, () -> table.add(match(2)));
  }
}
