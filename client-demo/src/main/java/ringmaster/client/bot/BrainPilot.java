package ringmaster.client.bot;

import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.interpolation.InterpolatedView;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;

/** Lets a game's brain play; each match gets a new one, of the same seed. */
final class BrainPilot implements Pilot {
  private final String brainName;
  private final long seed;
  private @Nullable Brain brain;

  /** What it looks through instead of at the newest snapshot; null: nothing. */
  private @Nullable InterpolatedView drawn;

  /** What is drawn, as a frame: brains read those. */
  private @Nullable EntityFrame seen;

  BrainPilot(String brainName, long seed) {
    this.brainName = brainName;
    this.seed = seed;
  }

  @Override
  public void matchStarted(PlayableMatch match, int seat) {
    brain = newBrain(match, brainName, seed);
    drawn = null;
    seen = new EntityFrame(match.schema());
  }

  /** A brain of that name, or the game's default where it has none of that name. */
  static Brain newBrain(PlayableMatch match, String brainName, long seed) {
    Game game = match.game();
    String name = game.brains().contains(brainName) ? brainName : game.brains().getFirst();
    return game.newBrain(name, match.settings(), match.map(), seed);
  }

  /** From now on it sees what a person would; null while there is nothing to see. */
  void look(@Nullable InterpolatedView view) {
    drawn = view;
  }

  @Override
  public long command(EntityFrame newest, int seat, int tick) {
    return brain == null ? Command.NEUTRAL : brain.command(seen(newest), seat, tick);
  }

  private EntityFrame seen(EntityFrame newest) {
    InterpolatedView view = drawn;
    EntityFrame frame = seen;
    if (view == null || frame == null) {
      return newest;
    }
    frame.copyFrom(view, view.tick());
    return frame;
  }
}
