package ringmaster.shared.game;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import ringmaster.shared.time.TickRate;

/**
 * What a match is created with; journaled with it.
 *
 * @param mode the game's mode
 * @param map the map's name
 * @param maxPlayers seats
 * @param rate ticks per second
 * @param timeLimitSeconds playing time before results
 * @param seed of the match's random numbers; secret while it runs (clients are told 0)
 * @param options values of the game's own {@link GameSetting}s, by name, as far as the host said
 */
public record MatchSettings(
    String mode,
    String map,
    int maxPlayers,
    TickRate rate,
    int timeLimitSeconds,
    long seed,
    SortedMap<String, Integer> options) {
  /** Seats of a match at most: the seat is a u8, and 64 names fit the roster's frame. */
  public static final int MAX_PLAYERS = 64;

  /** Four hours. */
  public static final int MAX_TIME_LIMIT_SECONDS = 4 * 3600;

  /** So that offer and journal record stay small. */
  public static final int MAX_OPTIONS = 16;

  public MatchSettings {
    if (maxPlayers < 1 || maxPlayers > MAX_PLAYERS) {
      throw new IllegalArgumentException(
          "players must be 1 to " + MAX_PLAYERS + ", not " + maxPlayers);
    }
    if (timeLimitSeconds < 1 || timeLimitSeconds > MAX_TIME_LIMIT_SECONDS) {
      throw new IllegalArgumentException(
          "time limit must be 1 to " + MAX_TIME_LIMIT_SECONDS + " s, not " + timeLimitSeconds);
    }
    if (options.size() > MAX_OPTIONS) {
      throw new IllegalArgumentException(
          options.size() + " options are more than the " + MAX_OPTIONS + " a match may have");
    }
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** Settings that leave all the game's own to their initial values. */
  public MatchSettings(
      String mode, String map, int maxPlayers, TickRate rate, int timeLimitSeconds, long seed) {
    this(mode, map, maxPlayers, rate, timeLimitSeconds, seed, Collections.emptySortedMap());
  }

  /** What holds for one of the game's own settings. */
  public int get(GameSetting setting) {
    return options.getOrDefault(setting.name(), setting.initial());
  }

  /** The same with one of the game's own settings decided. */
  public MatchSettings with(GameSetting setting, int value) {
    SortedMap<String, Integer> all = new TreeMap<>(options);
    all.put(setting.name(), value);
    return new MatchSettings(mode, map, maxPlayers, rate, timeLimitSeconds, seed, all);
  }

  /** The same with another seed. */
  public MatchSettings withSeed(long newSeed) {
    return new MatchSettings(mode, map, maxPlayers, rate, timeLimitSeconds, newSeed, options);
  }

  /** The same for those who must not know the seed. */
  public MatchSettings withoutSeed() {
    return withSeed(0);
  }
}
