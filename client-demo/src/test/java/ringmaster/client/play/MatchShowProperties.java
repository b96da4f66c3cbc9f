package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.hud.HudState;
import ringmaster.client.input.Controls;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.EventReader;
import ringmaster.client.scene.Happenings;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.math.Rng;
import ringmaster.shared.time.TickRate;

/**
 * Frames of whatever a decoder lets through: any type in any slot, any value in its range, any
 * events. What is made of them must be drawable, and no frame may end the client.
 */
final class MatchShowProperties {
  private static final int FRAMES = 2_000;

  private final Game game = Objects.requireNonNull(Games.installed().find("skirmish"));
  private final GameMap map = new GameMaps().load(new Skirmish(), "yard");
  private final MatchSettings match =
      new MatchSettings("skirmish", "yard", 6, new TickRate(60), 600, 3);
  private final EntitySchema schema = game.schema(match, map);
  private final HudState hud = new HudState();
  private final Happenings happenings = new Happenings();
  private final EventReader events = new EventReader(schema.events());
  private final EntityFrame frame = new EntityFrame(schema);
  private final SceneFrame out = new SceneFrame();
  private final SoundCues cues = new SoundCues();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noFrameEndsTheShow(long seed) {
    Rng rng = new Rng(seed);
    int ownSeat = seed % 2 == 0 ? 2 : ArenaScene.NO_SEAT;
    Settings settings = new Settings();
    Controls controls = new Controls(settings, Map.of(), action -> {});
    MatchShow show =
        new MatchShow(
            game, match, map, schema, ownSeat, happenings, new Roster(), hud, settings, 256);
    for (int tick = 0; tick < FRAMES; tick++) {
      fill(rng, tick);
      show.moment().nanos = tick * 16_000_000L;
      show.moment().viewTick = rng.nextInt(FRAMES);
      cues.clear();
      show.show(frame, frame, controls, 0.016f, out, cues);
      assertTrue(Float.isFinite(out.camera().eye().x), "seed " + seed + ", tick " + tick);
      assertTrue(hud.scoreboard.size() <= match.maxPlayers(), "seed " + seed + ", tick " + tick);
    }
  }

  private void fill(Rng rng, int tick) {
    frame.clear(tick);
    for (int slot = 0; slot < frame.capacity(); slot++) {
      int type = rng.nextInt(schema.types().size() + 1) - 1;
      if (type != EntityFrame.EMPTY) {
        frame.put(slot, type, rng.nextInt(EntityFrame.GENERATIONS));
        List<EntityField> fields = schema.types().get(type).fields();
        for (int field = 0; field < fields.size(); field++) {
          frame.setQuantized(slot, field, rng.nextInt(fields.get(field).steps() + 1));
        }
      }
    }
    EventList list = frame.events();
    for (int n = rng.nextInt(EventList.CAPACITY); n > 0; n--) {
      int type = rng.nextInt(schema.events().size());
      list.add(type);
      List<EntityField> fields = schema.events().get(type).fields();
      for (int field = 0; field < fields.size(); field++) {
        list.setQuantized(field, rng.nextInt(fields.get(field).steps() + 1));
      }
    }
    events.read(tick, list, happenings);
  }
}
