package ringmaster.shared.game;

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
 */
public record MatchSettings(
    String mode, String map, int maxPlayers, TickRate rate, int timeLimitSeconds, long seed) {
  /** Seats of a match at most: the seat is a u8, and 64 names fit the roster's frame. */
  public static final int MAX_PLAYERS = 64;

  /** Four hours. */
  public static final int MAX_TIME_LIMIT_SECONDS = 4 * 3600;

  public MatchSettings {
    if (maxPlayers < 1 || maxPlayers > MAX_PLAYERS) {
      throw new IllegalArgumentException(
          "players must be 1 to " + MAX_PLAYERS + ", not " + maxPlayers);
    }
    if (timeLimitSeconds < 1 || timeLimitSeconds > MAX_TIME_LIMIT_SECONDS) {
      throw new IllegalArgumentException(
          "time limit must be 1 to " + MAX_TIME_LIMIT_SECONDS + " s, not " + timeLimitSeconds);
    }
  }

  /** The same for those who must not know the seed. */
  public MatchSettings withoutSeed() {
    return new MatchSettings(mode, map, maxPlayers, rate, timeLimitSeconds, 0);
  }
}
