package ringmaster.client.play;

import ringmaster.client.input.Controls;
import ringmaster.client.scene.ArenaScene;
import ringmaster.client.scene.Camera;
import ringmaster.client.scene.FollowCamera;
import ringmaster.client.scene.FreeCamera;
import ringmaster.client.scene.Walls;
import ringmaster.client.settings.Action;
import ringmaster.shared.game.GameMap;

/** Decides where the arena is seen from: behind the player, behind somebody else, or freely. */
final class CameraDirector {
  private static final float WATCHING_TURN_SECONDS = 0.15f;

  /** Whoever was destroyed is back before that; whoever is not back has left. */
  private static final float MISSING_SECONDS = 4;

  private final FollowCamera follow;
  private final FreeCamera free = new FreeCamera();
  private final int ownSeat;
  private final float reachMeters;
  private int watched = ArenaScene.NO_SEAT;
  private float missingSeconds;
  private boolean flying;

  /**
   * @param ownSeat the player's, or {@link ArenaScene#NO_SEAT} for a spectator
   * @param map of the arena
   */
  CameraDirector(int ownSeat, GameMap map) {
    this.ownSeat = ownSeat;
    follow = new FollowCamera(new Walls(map));
    reachMeters = map.sizeMeters() / 2;
  }

  /** The seat a spectator follows; {@link ArenaScene#NO_SEAT}: none. */
  int watched() {
    return flying ? ArenaScene.NO_SEAT : watched;
  }

  /** The next player to be seen in that direction, 1 or -1, in the order of seats. */
  void watchNext(ArenaScene scene, int direction) {
    flying = false;
    missingSeconds = 0;
    int seats = scene.seats();
    int from = watched == ArenaScene.NO_SEAT ? -direction : watched;
    for (int n = 1; n <= seats; n++) {
      int seat = Math.floorMod(from + n * direction, seats);
      if (scene.shown(seat)) {
        watched = seat;
        return;
      }
    }
  }

  /** From a player's back into the air, and back. */
  void toggleFlying() {
    flying = !flying;
    if (flying) {
      free.start(follow.x(), follow.y());
    }
  }

  void climb(double lines) {
    if (flying) {
      free.climb((float) lines);
    }
  }

  void shake(float strength) {
    follow.shake(strength);
  }

  /** Puts the camera where it belongs in this frame. */
  void direct(Camera camera, ArenaScene scene, Controls controls, float seconds) {
    if (ownSeat != ArenaScene.NO_SEAT) {
      followOwn(camera, scene, controls.aimRadians(), seconds);
    } else if (flying) {
      fly(camera, controls, seconds);
    } else {
      watch(camera, scene, seconds);
    }
  }

  /**
   * While the player has no body the eye stays where it was. What has nothing to aim with is seen
   * from behind, whatever the mouse does.
   */
  private void followOwn(Camera camera, ArenaScene scene, float hand, float seconds) {
    float way = scene.aims() ? hand : scene.aim(ownSeat);
    float turnSeconds = scene.aims() ? 0 : WATCHING_TURN_SECONDS;
    follow.follow(camera, scene.x(ownSeat), scene.y(ownSeat), way, turnSeconds, seconds);
  }

  private void fly(Camera camera, Controls controls, float seconds) {
    free.fly(
        camera,
        axis(controls, Action.FORWARD, Action.BACK),
        axis(controls, Action.TURN_LEFT, Action.TURN_RIGHT),
        controls.isDown(Action.BOOST),
        controls.aimRadians(),
        reachMeters,
        seconds);
  }

  private static float axis(Controls controls, Action plus, Action minus) {
    return (controls.isDown(plus) ? 1 : 0) - (controls.isDown(minus) ? 1 : 0);
  }

  private void watch(Camera camera, ArenaScene scene, float seconds) {
    boolean missing = watched == ArenaScene.NO_SEAT || !scene.shown(watched);
    missingSeconds = missing ? missingSeconds + seconds : 0;
    if (watched == ArenaScene.NO_SEAT || missingSeconds > MISSING_SECONDS) {
      watchNext(scene, 1);
    }
    int seat = Math.max(watched, 0);
    follow.follow(
        camera, scene.x(seat), scene.y(seat), scene.aim(seat), WATCHING_TURN_SECONDS, seconds);
  }
}
