package ringmaster.server.bench.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.snapshot.CodecTrainer;
import ringmaster.shared.snapshot.SnapshotCodec;

/**
 * The models that ship are those that this program makes: whoever changes how a game moves, what it
 * shows or how that is coded has to train anew.
 */
final class TrainedModelsTest {
  private static byte[] shipped(String mode) throws IOException {
    String path = CodecTrainer.path(mode);
    try (InputStream in = TrainedModelsTest.class.getClassLoader().getResourceAsStream(path)) {
      assertNotNull(in, path);
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"skirmish", "scrum", Training.GENERAL})
  void aShippedModelIsWhatTrainingMakesToday(String mode) throws IOException {
    assertArrayEquals(
        Training.of(mode, Games.installed()).model(),
        shipped(mode),
        () ->
            "games or codec have changed; train all models and measure again:\n"
                + "  ./ringmaster bench codec --train skirmish,scrum,general\n"
                + "  ./ringmaster bench codec");
  }

  @ParameterizedTest
  @ValueSource(strings = {"skirmish", "scrum"})
  void aGameThatShipsIsServedByItsOwnModel(String mode) {
    Game game = Objects.requireNonNull(Games.installed().find(mode));
    for (String map : game.maps()) {
      MatchSettings settings =
          new MatchSettings(mode, map, 4, Trace.RATE, Trace.TIME_LIMIT_SECONDS, 1);
      assertFalse(
          SnapshotCodec.of(game, settings, new GameMaps().load(game, map)).isGeneral(), map);
    }
  }
}
