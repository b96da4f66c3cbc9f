package ringmaster.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MapFormatException;

/**
 * A value of {@code --match}: MODE[@MAP][:MAXPLAYERS[:COUNT]].
 *
 * @param count so many of them
 */
record MatchSpec(MatchOrder order, int count) {
  private static final int DEFAULT_PLAYERS = 8;
  private static final Pattern FORMAT =
      Pattern.compile("([a-z0-9-]+)(?:@([a-z0-9-]+))?(?::(\\d{1,4})(?::(\\d{1,4}))?)?");

  /** Reads a value, and checks that mode and map exist. */
  static final class Converter implements ITypeConverter<MatchSpec> {
    private final Games games = Games.installed();
    private final GameMaps maps = new GameMaps();

    @Override
    public MatchSpec convert(String value) {
      Matcher matcher = FORMAT.matcher(value);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'" + value + "' is not of the form MODE[@MAP][:MAXPLAYERS[:COUNT]]");
      }
      Game game = games.find(matcher.group(1));
      if (game == null) {
        throw new TypeConversionException(
            "there is no mode '" + matcher.group(1) + "'; there is " + games.modes());
      }
      String map = matcher.group(2);
      int players = number(matcher.group(3), DEFAULT_PLAYERS);
      int count = number(matcher.group(4), 1);
      if (players < 1 || players > game.maxPlayers()) {
        throw new TypeConversionException(
            "%s has 1 to %d players, not %d".formatted(game.mode(), game.maxPlayers(), players));
      }
      if (count < 1) {
        throw new TypeConversionException("the count of '" + value + "' must be at least 1");
      }
      requireMap(game, map == null ? game.mapFor(players) : map);
      return new MatchSpec(new MatchOrder(game, map, players), count);
    }

    private void requireMap(Game game, String map) {
      if (!game.maps().contains(map)) {
        throw new TypeConversionException(
            "%s has no map '%s'; it has %s".formatted(game.mode(), map, game.maps()));
      }
      try {
        maps.load(map);
      } catch (MapFormatException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }

    private static int number(@Nullable String digits, int absent) {
      return digits == null ? absent : Integer.parseInt(digits);
    }
  }
}
