package ringmaster.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.time.TickRate;

final class DecodingSampleTest {
  private static final long PLENTY_BYTES = 1L << 40;
  private static final int BOTS = 100;

  @Test
  void brainsThatLookAreAllShownTheWorld() {
    assertEquals(BOTS, taken(new DecodingSample("fighter", PLENTY_BYTES)));
  }

  @Test
  void ofTheOthersASampleDecodes() {
    DecodingSample sample = new DecodingSample("random", PLENTY_BYTES);
    assertEquals(64, taken(sample));
    assertEquals(0, sample.refused());
  }

  @Test
  void noMoreThanFitInHalfTheHeap() {
    DecodingSample sample = new DecodingSample("fighter", 8 << 20);
    int taken = taken(sample);
    assertEquals(BOTS, taken + sample.refused());
    assertEquals(taken, taken(new DecodingSample("random", 8 << 20)));
  }

  private static int taken(DecodingSample sample) {
    PlayableMatch match = match();
    return (int) IntStream.range(0, BOTS).filter(i -> sample.test(match)).count();
  }

  private static PlayableMatch match() {
    GameMaps maps = new GameMaps();
    Skirmish skirmish = new Skirmish();
    GameMap yard = maps.load(skirmish, "yard");
    MatchSettings settings = new MatchSettings("skirmish", "yard", 8, new TickRate(60), 300, 0);
    int schemaHash = SnapshotCodec.of(skirmish, settings, yard).hash();
    GameCatalog catalog = new GameCatalog(new Games(List.of(skirmish)), maps::load);
    return assertInstanceOf(
        PlayableMatch.class,
        catalog.open(new MatchOffer(1, settings, skirmish.version(), schemaHash, yard.sha256())));
  }
}
