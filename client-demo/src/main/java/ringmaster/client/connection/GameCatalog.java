package ringmaster.client.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MapFormatException;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.snapshot.SnapshotCodec;

/**
 * The games and maps this client has, compared with what a server offers. Safe for any thread; each
 * kind of match is opened once, however many clients play it.
 */
public final class GameCatalog {
  /** Whether an offer can be played. */
  public sealed interface Answer permits PlayableMatch, Refusal {}

  /** Why not, with a sentence that names both sides. */
  public record Refusal(DisconnectReason reason, String sentence) implements Answer {}

  /** Kinds of match kept: a process plays one or two, and a server can make up millions. */
  private static final int MAX_KEPT = 64;

  /** Digits of a SHA-256 that people compare. */
  private static final int SHORT_HASH_DIGITS = 12;

  private final Games games;
  private final BiFunction<Game, String, GameMap> maps;
  private final Map<MatchOffer, Answer> answers = new ConcurrentHashMap<>();

  /**
   * @param maps a map of a game by its name; throws {@link MapFormatException} if there is none
   */
  public GameCatalog(Games games, BiFunction<Game, String, GameMap> maps) {
    this.games = games;
    this.maps = maps;
  }

  /** Loads what the offer names and compares it with the server's. */
  public Answer open(MatchOffer offer) {
    MatchOffer anyMatch =
        new MatchOffer(
            0, offer.settings(), offer.gameVersion(), offer.schemaHash(), offer.mapSha256());
    if (answers.size() >= MAX_KEPT && !answers.containsKey(anyMatch)) {
      answers.clear();
    }
    return answers.computeIfAbsent(anyMatch, this::compare);
  }

  /** How many kinds of match are kept. */
  int kept() {
    return answers.size();
  }

  private Answer compare(MatchOffer offer) {
    MatchSettings settings = offer.settings();
    Game game = games.find(settings.mode());
    if (game == null) {
      return new Refusal(
          DisconnectReason.MODE_UNKNOWN,
          "the server plays %s, this client has %s"
              .formatted(settings.mode(), String.join(", ", games.modes())));
    }
    if (game.version() != offer.gameVersion()) {
      return new Refusal(
          DisconnectReason.GAME_DIFFERS,
          "the server plays %s version %d, this client has version %d"
              .formatted(settings.mode(), offer.gameVersion(), game.version()));
    }
    GameMap map = load(game, settings.map());
    return map == null
        ? new Refusal(
            DisconnectReason.MAP_DIFFERS,
            "the server plays on map %s, this client has no map of that name"
                .formatted(settings.map()))
        : compareContent(offer, game, map);
  }

  private static Answer compareContent(MatchOffer offer, Game game, GameMap map) {
    if (!map.sha256().equals(offer.mapSha256())) {
      return new Refusal(
          DisconnectReason.MAP_DIFFERS,
          "the server's map %s has SHA-256 %s, this client's has %s"
              .formatted(map.name(), shortened(offer.mapSha256()), shortened(map.sha256())));
    }
    EntitySchema schema;
    try {
      schema = GameChecks.check(game, offer.settings(), map);
    } catch (IllegalArgumentException e) {
      return new Refusal(DisconnectReason.GAME_DIFFERS, String.valueOf(e.getMessage()));
    }
    SnapshotCodec codec = SnapshotCodec.of(game, offer.settings(), map);
    if (codec.hash() != offer.schemaHash()) {
      return new Refusal(
          DisconnectReason.GAME_DIFFERS,
          "the server's %s has entity schema and codec model %08x, this client's have %08x"
              .formatted(offer.settings().mode(), offer.schemaHash(), codec.hash()));
    }
    return new PlayableMatch(game, offer.settings(), map, schema, codec, new EntityFrame(schema));
  }

  private @Nullable GameMap load(Game game, String name) {
    try {
      return maps.apply(game, name);
    } catch (MapFormatException e) {
      return null;
    }
  }

  private static String shortened(String sha256) {
    return sha256.substring(0, Math.min(SHORT_HASH_DIGITS, sha256.length()));
  }
}
