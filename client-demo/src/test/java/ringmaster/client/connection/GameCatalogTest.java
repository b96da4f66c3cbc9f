package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.MatchOffer;

/** What is kept of offers, and names that are no map's. */
final class GameCatalogTest {
  private final GameCatalog catalog = FakeServer.catalog();
  private final MatchOffer honest = new FakeServer(0).offer();

  private MatchOffer with(String map, int timeLimitSeconds) {
    MatchSettings settings =
        new MatchSettings("skirmish", map, 4, FakeServer.RATE, timeLimitSeconds, 0);
    return new MatchOffer(
        1, settings, honest.gameVersion(), honest.schemaHash(), honest.mapSha256());
  }

  @Test
  void aMatchOpenedBeforeIsTheSame() {
    assertSame(catalog.open(honest), catalog.open(honest));
  }

  @Test
  void aServerThatMakesUpMatchesFillsNoMemory() {
    for (int seconds = 1; seconds <= 2_000; seconds++) {
      assertInstanceOf(PlayableMatch.class, catalog.open(with("yard", seconds)));
      assertTrue(catalog.kept() <= 64, () -> catalog.kept() + " are kept");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../yard", "../../x", "maps/yard", "yard.json", "YARD", "", "yard\u0000"})
  void whatIsNoMapsNameIsRefused(String name) {
    assertInstanceOf(GameCatalog.Refusal.class, catalog.open(with(name, 600)));
  }
}
