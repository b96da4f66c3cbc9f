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
 * those of the game's own settings.
 *
 * @param count so many of them
 */
record MatchSpec(MatchOrder order, int count) {
  /** How it is typed. */
  static final String FORM = "MODE[@MAP][:MAXPLAYERS[:COUNT]][/NAME=VALUE...]";

  private static final int DEFAULT_PLAYERS = 8;
  private static final Pattern FORMAT =
      Pattern.compile(
          "([a-z0-9-]+)(?:@([a-z0-9-]+))?(?::(\\d{1,4})(?::(\\d{1,4}))?)?((?:/[^/]*)*)");
  private static final Pattern OPTION = Pattern.compile("([a-z][a-zA-Z0-9]{0,31})=(-?\\d{1,9})");

  /** Reads a value, and checks that mode and map exist. */
  static final class Converter implements ITypeConverter<MatchSpec> {
    private final Games games = Games.installed();
    private final GameMaps maps = new GameMaps();

    @Override
    public MatchSpec convert(String value) {
      Matcher matcher = FORMAT.matcher(value);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + value + "' is not of the form " + FORM);
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
      MatchOrder order = new MatchOrder(game, map, players, options(value, matcher.group(5)));
      check(order);
      return new MatchSpec(order, count);
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

    private void check(MatchOrder order) {
      Game game = order.game();
      // The rate and the time are checked where they are typed.
      MatchSettings settings = order.settings(new TickRate(60), 1);
      if (!game.maps().contains(settings.map())) {
        throw new TypeConversionException(
            "%s has no map '%s'; it has %s".formatted(game.mode(), settings.map(), game.maps()));
      }
      try {
        GameChecks.check(game, settings, maps.load(game, settings.map()));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }

    private static int number(@Nullable String digits, int absent) {
      return digits == null ? absent : Integer.parseInt(digits);
    }
  }
}
