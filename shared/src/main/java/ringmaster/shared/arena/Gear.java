package ringmaster.shared.arena;

import ringmaster.shared.physics.Bodies;

/**
 * What tanks can do beside driving, and how long each has to wait for it: all that a client
 * predicts of a game's own. One file for the simulation and for that prediction, as {@link
 * TankDrive}.
 */
sealed interface Gear permits Cooldowns, ShoveDrive {
  /** A new tank may use all of it at once. */
  void reset(int tank);

  /** All waits of a tank. */
  int word(int tank);

  /** From outside: no wait is longer than that after a use. */
  void setWord(int tank, int word);

  /** Waits a tick, then does what a command does to the tank itself before the world steps. */
  void apply(Bodies bodies, long hull, int tank, long command);

  /**
   * 0 just used .. 1 ready.
   *
   * @param gauge index among the game's gauges
   */
  float share(int tank, int gauge);
}
