package ringmaster.shared.game;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of game: what the server hosts and the client plays. Found through {@link
 * java.util.ServiceLoader}; immutable, shared by all matches and threads.
 */
public interface Game {
  /** The least view radius: as far as a player sees on a screen, and a little more. */
  float MIN_VIEW_RADIUS_METERS = 60;

  /** The mode's name as typed on a command line, for example {@code skirmish}. */
  String mode();

  /** To be raised whenever the same commands may lead to another state. */
  int version();

  /** Seats of a match at most. */
  default int maxPlayers() {
    return MatchSettings.MAX_PLAYERS;
  }

  /** Names of the maps it can be played on, smallest first. */
  List<String> maps();

  /** The smallest map that fits so many players. */
  default String mapFor(int players) {
    return maps().getFirst();
  }

  /** What a host may decide beside map, seats and time. */
  default List<GameSetting> settings() {
    return List.of();
  }

  /**
   * Refuses a map that the game cannot be played on with these settings: throws what {@link
   * GameMap#wrong} makes. Asked before anything is made of a map; settings are known to be in
   * range.
   */
  default void check(MatchSettings settings, GameMap map) {}

  /**
   * What clients are shown. Depends on the settings only in how many entities there may be, so both
   * sides make the same one.
   */
  EntitySchema schema(MatchSettings settings, GameMap map);

  /**
   * Slot of the entity of type {@code player} that keeps a seat's score and counts; -1 if the game
   * keeps none.
   */
  default int playerSlot(int seat) {
    return -1;
  }

  /** Slot of the entity that is the body of a seat's player; -1 if there is none such. */
  default int bodySlot(MatchSettings settings, int seat) {
    return -1;
  }

  /**
   * How far players see: what is farther from a player's body and concerns only who is near is not
   * sent. At least {@link #MIN_VIEW_RADIUS_METERS}.
   */
  default float viewRadiusMeters(MatchSettings settings) {
    return MIN_VIEW_RADIUS_METERS;
  }

  /**
   * What hides from one player what is near, if anything does. Called off the tick thread, once for
   * each seat; may allocate.
   */
  default @Nullable Sight newSight(MatchSettings settings, GameMap map) {
    return null;
  }

  /** A match in its state before tick 0. Called off the tick thread; may allocate. */
  Simulation newSimulation(MatchSettings settings, GameMap map);

  /**
   * Names of what a display shows of the own body as bars, for example {@code boost}; predicted, so
   * that they move with the player's fingers: {@link Prediction#gauge}.
   */
  default List<String> gauges() {
    return List.of();
  }

  /** The client's own-body prediction; without one a player's own body moves a round trip late. */
  default Prediction newPrediction(MatchSettings settings, GameMap map) {
    return new NoPrediction();
  }

  /** Names of the brains, the default first. */
  default List<String> brains() {
    return List.of(RandomBrain.NAME);
  }

  /**
   * A computer player.
   *
   * @param name one of {@link #brains()}
   * @param seed what makes this one act unlike the others
   */
  default Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    return new RandomBrain(settings.rate(), seed);
  }
}
