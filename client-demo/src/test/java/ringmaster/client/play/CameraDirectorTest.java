package ringmaster.client.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringmaster.client.input.Controls;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.Camera;
import ringmaster.client.scene.HappeningListener;
import ringmaster.client.scene.Happenings;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.time.TickRate;

/** Whom a spectator sees. */
final class CameraDirectorTest {
  private static final int FRAMES_PER_SECOND = 60;

  private final Game game = Objects.requireNonNull(Games.installed().find("skirmish"));
  private final MatchSettings match =
      new MatchSettings("skirmish", "yard", 4, new TickRate(60), 600, 3);
  private final GameMap map = new GameMaps().load(new Skirmish(), "yard");
  private final EntitySchema schema = game.schema(match, map);
  private final EntityFrame frame = new EntityFrame(schema);
  private final SceneFrame out = new SceneFrame();
  private final Controls controls = new Controls(new Settings(), Map.of(), action -> {});
  private final CameraDirector director = new CameraDirector(ArenaScene.NO_SEAT, map);
  private final ArenaScene scene =
      new ArenaScene(game, match, schema, ArenaScene.NO_SEAT, 64, new Happenings(), new Nobody());
  private int tankType;

  private static final class Nobody implements HappeningListener {
    @Override
    public void hit(int attacker, int victim, float x, float y) {}

    @Override
    public void died(int killer, int victim, int weapon) {}

    @Override
    public void scored(int scorer, int team) {}
  }

  @BeforeEach
  void twoPlay() {
    while (!schema.types().get(tankType).name().equals("tank")) {
      tankType++;
    }
    appears(1);
    appears(3);
    seconds(0.1);
  }

  private void appears(int seat) {
    frame.put(game.bodySlot(match, seat), tankType, 1);
  }

  private void isGone(int seat) {
    frame.remove(game.bodySlot(match, seat));
  }

  private void seconds(double seconds) {
    for (int i = 0; i < seconds * FRAMES_PER_SECOND; i++) {
      scene.build(frame, new ArenaScene.Moment(), out, new SoundCues());
      director.direct(new Camera(), scene, controls, 1f / FRAMES_PER_SECOND);
    }
  }

  @Test
  void theFirstWhoIsThereIsWatched() {
    assertEquals(1, director.watched());
  }

  @Test
  void whoIsDestroyedIsStillWatchedAfterwards() {
    isGone(1);
    seconds(2.5);
    appears(1);
    seconds(2.5);
    isGone(1);
    seconds(2.5);
    assertEquals(1, director.watched());
  }

  @Test
  void whenTheOneWhoIsWatchedLeavesTheNextIs() {
    isGone(1);
    seconds(5);
    assertEquals(3, director.watched());
  }

  @Test
  void whereNobodyIsSomebodyIsAwaited() {
    isGone(1);
    isGone(3);
    seconds(9);
    appears(3);
    seconds(5);
    assertEquals(3, director.watched());
  }
}
