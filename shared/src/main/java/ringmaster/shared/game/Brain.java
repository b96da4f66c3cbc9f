package ringmaster.shared.game;

/**
 * A computer player: a function of what that player may see, and a seed, to a command. It plays
 * over the same protocol as a person and knows no more.
 */
public interface Brain {
  /** Whether it looks at the view at all; a client may spare decoding what nobody reads. */
  default boolean observes() {
    return true;
  }

  /**
   * @param frame the newest decoded state of everything this player sees; empty before the first
   * @param seat the player's own seat
   * @param tick the tick the command is for
   * @return a command packed by {@link ringmaster.shared.command.Command}
   */
  long command(EntityFrame frame, int seat, int tick);
}
