package ringmaster.client;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameChecks;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.TickRate;

/**
 * A value of {@code --match}: MODE[@MAP][:MAXPLAYERS[:COUNT]][/NAME=VALUE...], the names being
 * those of the game's own settings. Which games there are is known only when all options have been
 * read: {@link #order}.
 *
 * @param typed the value itself
 * @param map null for the smallest that fits
 * @param players null for eight, or as many as the game has
 * @param count so many of them
 */
record MatchSpec(
    String typed,
    String mode,
    @Nullable String map,
    @Nullable Integer players,
    int count,
    SortedMap<String, Integer> options) {
  /** How it is typed. */
  static final String FORM = "MODE[@MAP][:MAXPLAYERS[:COUNT]][/NAME=VALUE...]";

  private static final int DEFAULT_PLAYERS = 8;
  private static final Pattern FORMAT =
      Pattern.compile(
          "([A-Za-z0-9-]+)(?:@([a-z0-9-]+))?(?::(\\d{1,4})(?::(\\d{1,4}))?)?((?:/[^/]*)*)");
  private static final Pattern OPTION = Pattern.compile("([a-zA-Z][a-zA-Z0-9]{0,31})=(-?\\d{1,9})");

  /**
   * One such match.
   *
   * @throws IllegalArgumentException with one sentence if there is no such game or map, or the game
   *     refuses it
   */
  MatchOrder order(Games games, GameMaps maps) {
    Game game = Modes.named(games, mode);
    int seats = players == null ? Math.min(DEFAULT_PLAYERS, game.maxPlayers()) : players;
    if (seats < 1 || seats > game.maxPlayers()) {
      throw new IllegalArgumentException(
          game.mode() + " has 1 to " + game.maxPlayers() + " players, not " + seats);
    }
    MatchOrder order = new MatchOrder(game, map, seats, options);
    // The rate and the time are checked where they are typed.
    MatchSettings settings = order.settings(new TickRate(60), 1);
    if (!game.maps().contains(settings.map())) {
      throw new IllegalArgumentException(
          game.mode() + " has no map '" + settings.map() + "'; it has " + game.maps());
    }
    GameChecks.check(game, settings, maps.load(game, settings.map()));
    return order;
  }

  /** Reads a value. */
  static final class Converter implements ITypeConverter<MatchSpec> {
    @Override
    public MatchSpec convert(String value) {
      Matcher matcher = FORMAT.matcher(value);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + value + "' is not of the form " + FORM);
      }
      String players = matcher.group(3);
      int count = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
      if (count < 1) {
        throw new TypeConversionException("the count of '" + value + "' must be at least 1");
      }
      return new MatchSpec(
          value,
          matcher.group(1),
          matcher.group(2),
          players == null ? null : Integer.valueOf(players),
          count,
          options(value, matcher.group(5)));
    }

    private static SortedMap<String, Integer> options(String value, String typed) {
      SortedMap<String, Integer> options = new TreeMap<>();
      for (String option :
          typed.isEmpty() ? List.<String>of() : List.of(typed.substring(1).split("/", -1))) {
        Matcher matcher = OPTION.matcher(option);
        if (!matcher.matches()) {
          throw new TypeConversionException(
              "'" + option + "' in '" + value + "' is not of the form NAME=NUMBER");
        }
        if (options.put(matcher.group(1), Integer.parseInt(matcher.group(2))) != null) {
          throw new TypeConversionException(
              "'" + value + "' sets " + matcher.group(1) + " more than once");
        }
      }
      return options;
    }
  }
}
