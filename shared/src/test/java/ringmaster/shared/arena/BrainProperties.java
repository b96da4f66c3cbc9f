package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.math.Rng;

/** Brains play on servers that may be anybody's: no frame of any content may end them. */
final class BrainProperties {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyFrameHasACommand(long seed) {
    SkirmishMatch match = SkirmishMatch.full(8, seed);
    EntitySchema schema = match.game.schema(match.settings, match.map);
    EntityFrame frame = new EntityFrame(schema);
    Brain brain = match.game.newBrain("fighter", match.settings, match.map, seed);
    Rng rng = new Rng(seed);
    for (int tick = 0; tick < 2_000; tick++) {
      frame.clear(tick);
      for (int slot = 0; slot < frame.capacity(); slot++) {
        fill(frame, slot, rng);
      }
      long command = brain.command(frame, rng.nextInt(8), tick);
      assertEquals(Command.sanitize(command), command, "seed " + seed + ", tick " + tick);
    }
  }

  private static void fill(EntityFrame frame, int slot, Rng rng) {
    List<EntityType> types = frame.schema().types();
    int type = rng.nextInt(types.size() + 1) - 1;
    if (type == EntityFrame.EMPTY) {
      return;
    }
    frame.put(slot, type, rng.nextInt(EntityFrame.GENERATIONS));
    List<EntityField> fields = types.get(type).fields();
    for (int field = 0; field < fields.size(); field++) {
      frame.setQuantized(slot, field, rng.nextInt(fields.get(field).steps() + 1));
    }
  }
}
