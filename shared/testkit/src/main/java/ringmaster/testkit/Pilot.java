package ringmaster.testkit;

import ringmaster.shared.game.EntityFrame;

/** Who decides a seat's commands: a brain, a script, or a command that is held. */
@FunctionalInterface
interface Pilot {
  /**
   * @param view what the player holds
   * @param tick the tick the command is for
   */
  long command(EntityFrame view, int seat, int tick);
}
