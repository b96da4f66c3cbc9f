package ringmaster.client.play;

import ringmaster.client.hud.HudState;
import ringmaster.client.input.Controls;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.HappeningListener;
import ringmaster.client.scene.Happenings;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.scene.SoundCues;
import ringmaster.client.settings.Settings;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityView;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;

/** One match on the screen: what is seen, heard and written of it. */
final class MatchShow implements HappeningListener {
  private static final float HURT_SHAKE = 0.5f;

  private final GameMap map;
  private final int ownSeat;
  private final Settings settings;
  private final ArenaScene scene;
  private final HudFeed hud;
  private final CameraDirector camera;
  private int hits;
  private final ArenaScene.Moment moment = new ArenaScene.Moment();

  /**
   * @param ownSeat the player's, or {@link ArenaScene#NO_SEAT}
   */
  MatchShow(
      Game game,
      MatchSettings match,
      GameMap map,
      EntitySchema schema,
      int ownSeat,
      Happenings happenings,
      Roster roster,
      HudState state,
      Settings settings,
      int maxParticles) {
    this.map = map;
    this.ownSeat = ownSeat;
    this.settings = settings;
    scene = new ArenaScene(game, match, schema, ownSeat, maxParticles, happenings, this);
    state.aims = scene.aims();
    state.hasHealth = scene.hasHealth();
    hud = new HudFeed(state, roster, game, match, schema, ownSeat);
    camera = new CameraDirector(ownSeat, map);
  }

  GameMap map() {
    return map;
  }

  int ownSeat() {
    return ownSeat;
  }

  /** What the next frame is made from; filled by the caller before {@link #show}. */
  ArenaScene.Moment moment() {
    return moment;
  }

  ArenaScene scene() {
    return scene;
  }

  /** The player's shots that hurt another, as the server confirmed them. */
  int hits() {
    return hits;
  }

  CameraDirector camera() {
    return camera;
  }

  /**
   * Makes a frame.
   *
   * @param newest the newest entities known, for scores
   */
  void show(
      EntityView view,
      EntityFrame newest,
      Controls controls,
      float seconds,
      SceneFrame out,
      SoundCues cues) {
    scene.build(view, moment, out, cues);
    camera.direct(out.camera(), scene, controls, seconds);
    if (ownSeat != ArenaScene.NO_SEAT) {
      hud.place(scene.x(ownSeat), scene.y(ownSeat), controls.aimRadians(), out.camera());
    }
    hud.update(newest);
    hud.label(scene, out, camera.watched());
    hearFrom(out, cues);
  }

  /** The ears are at what the camera looks over, not above it. */
  private static void hearFrom(SceneFrame out, SoundCues cues) {
    float dx = out.camera().target().x - out.camera().eye().x;
    float dy = out.camera().target().y - out.camera().eye().y;
    float length = (float) Math.max(Math.sqrt(dx * dx + dy * dy), 1e-3);
    cues.listenerCos = dx / length;
    cues.listenerSin = dy / length;
    cues.listenerX = (out.camera().target().x + out.camera().eye().x) / 2;
    cues.listenerY = (out.camera().target().y + out.camera().eye().y) / 2;
  }

  @Override
  public void hit(int attacker, int victim, float x, float y) {
    if (victim == ownSeat && settings.cameraShake) {
      camera.shake(HURT_SHAKE);
    }
    if (attacker == ownSeat && victim != ownSeat) {
      hits++;
    }
    hud.hit(attacker, victim, x, y);
  }

  @Override
  public void died(int killer, int victim, int weapon) {
    hud.died(killer, victim, weapon);
  }

  @Override
  public void scored(int scorer, int team) {
    hud.scored(scorer, team);
  }
}
