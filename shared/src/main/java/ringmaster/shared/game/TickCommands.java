package ringmaster.shared.game;

/** The commands of one tick, one per seat. Read-only to the game. */
public interface TickCommands {
  /**
   * The seat's command, packed as by {@link ringmaster.shared.command.Command}: the one sent for
   * this tick, else the last one repeated, else neutral.
   */
  long command(int seat);

  /**
   * How far back the world stood in the player's view when aiming, in 1/16 tick, at least 0;
   * already clamped to what that player was really shown.
   */
  int rewindSixteenths(int seat);
}
