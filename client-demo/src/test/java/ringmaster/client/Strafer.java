package ringmaster.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.math.Rng;

/** Drives to and fro across the range, and turns back where chance will have it. */
final class Strafer implements Pilot {
  private static final float NEAREST_METERS = 6;
  private static final float FARTHEST_METERS = 16;

  private final Rng rng;
  private @Nullable PlayableMatch match;
  private float turnMeters = NEAREST_METERS;
  private int thrust = 127;

  Strafer(long seed) {
    rng = new Rng(Rng.mix(seed));
  }

  @Override
  public void matchStarted(PlayableMatch newMatch, int seat) {
    match = newMatch;
  }

  @Override
  public long command(EntityFrame newest, int seat, int tick) {
    PlayableMatch now = Objects.requireNonNull(match);
    int body = now.game().bodySlot(now.settings(), seat);
    if (newest.present(body) && thrust * newest.get(body, BodyFields.X) > 127 * turnMeters) {
      thrust = -thrust;
      turnMeters = rng.nextFloat(NEAREST_METERS, FARTHEST_METERS);
    }
    return Command.of(0, thrust, 0, 0);
  }
}
