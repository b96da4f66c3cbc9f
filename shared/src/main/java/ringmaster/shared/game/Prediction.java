package ringmaster.shared.game;

import org.jspecify.annotations.Nullable;

/**
 * The player's own body, simulated ahead on the client with the very code the server runs. One
 * instance per client, used by one thread.
 */
public interface Prediction {
  /**
   * Takes over the server's exact state after some tick.
   *
   * @param ownerWords as written by {@link Simulation#captureOwner}
   */
  void load(int[] ownerWords, int offset);

  /**
   * Writes its state in the form of {@link #load}: what a check of the server's words is compared
   * with, so no other than a game with {@link Simulation#ownerForeseen} needs it.
   *
   * @param ownerWords receives as many words as the simulation has from {@code offset} on
   */
  default void write(int[] ownerWords, int offset) {}

  /** Becomes exactly what another prediction of the same game, settings and map is. */
  void copyFrom(Prediction other);

  /** Advances by one tick under a command. */
  void step(long command);

  /**
   * What a command, stepped next, will do that others see and hear as well, its own shots above
   * all: as the server will report it for that tick, if all is as the player sees it. A client
   * shows it at once and takes back what the server does not confirm.
   *
   * @param seat the player's
   * @param seen the others as the player sees them now
   * @param happened receives events of the game's schema; what is in it stays
   * @param launch receives what flies on, if something does
   */
  default void foretell(
      int seat, long command, EntityView seen, EventList happened, Launch launch) {}

  /**
   * What is simulated along with the own body; null for a game that leaves it at that. Always the
   * same object.
   */
  default @Nullable Surroundings surroundings() {
    return null;
  }

  /** Whether there is a body to predict (false while dead or not spawned). */
  boolean alive();

  /**
   * Tells the living body from the ones before: another number is another body, which has come up
   * somewhere without having been gone for a tick, and nothing leads there from the old one.
   */
  default int life() {
    return 0;
  }

  /**
   * Whether, by the loaded state and the ticks since, the body touched another dynamic body or took
   * an impulse in the last 30 ticks: then prediction need not be exact.
   */
  boolean inContact();

  /** Metres. */
  float x();

  /** Metres. */
  float y();

  /** Facing, unit vector's x. */
  float facingCos();

  /** Facing, unit vector's y. */
  float facingSin();

  /** Metres per second. */
  float velocityX();

  /** Metres per second. */
  float velocityY();

  /**
   * What a display shows of the body beside its pose.
   *
   * @param index into {@link Game#gauges}
   * @return 0 empty .. 1 full, or ready
   */
  default float gauge(int index) {
    return 0;
  }
}
