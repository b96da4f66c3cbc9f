package ringmaster.client.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import ringmaster.shared.game.GameMap;

/** Where things appear, and how the eye comes after them. */
final class CameraTest {
  private static final float FRAME_SECONDS = 1f / 60;

  private final Camera camera = new Camera();
  private final Vector3f out = new Vector3f();
  private final FollowCamera follow = new FollowCamera(new Walls(mapWith(List.of())));

  private static GameMap mapWith(List<GameMap.Polyline> walls) {
    return new GameMap("ground", 64, walls, List.of(), List.of(), List.of(), "");
  }

  @Test
  void whatIsLookedAtIsInTheMiddle() {
    camera.setAspect(16f / 9);
    camera.look(-10, 0, 5, 3, 4, 1);
    assertTrue(camera.project(3, 4, 1, out));
    assertEquals(0.5f, out.x, 1e-4f);
    assertEquals(0.5f, out.y, 1e-4f);
  }

  @Test
  void leftIsLeftAndUpIsUp() {
    camera.look(-10, 0, 5, 0, 0, 0);
    assertTrue(camera.project(0, 2, 0, out));
    assertTrue(out.x < 0.5f, "y is to the left of x");
    assertTrue(camera.project(0, 0, 2, out));
    assertTrue(out.y < 0.5f);
  }

  @Test
  void whatIsBehindHasNoPlaceOnTheScreen() {
    camera.look(-10, 0, 5, 0, 0, 0);
    assertFalse(camera.project(-20, 0, 5, out));
  }

  @Test
  void theOwnAimTurnsTheEyeAtOnce() {
    follow.follow(camera, 0, 0, 0, 0, FRAME_SECONDS);
    follow.follow(camera, 0, 0, 1, 0, FRAME_SECONDS);
    assertEquals(1, follow.yaw(), 1e-5f);
  }

  @Test
  void theEyeComesAfterTheBodyAndArrives() {
    follow.follow(camera, 0, 0, 0, 0, FRAME_SECONDS);
    follow.follow(camera, 2, 0, 0, 0, FRAME_SECONDS);
    assertTrue(follow.x() > 0.1f && follow.x() < 1, "x is " + follow.x());
    for (int i = 0; i < 60; i++) {
      follow.follow(camera, 2, 0, 0, 0, FRAME_SECONDS);
    }
    assertEquals(2, follow.x(), 1e-3f);
  }

  @Test
  void aRespawnIsNotFlownTo() {
    follow.follow(camera, 0, 0, 0, 0, FRAME_SECONDS);
    follow.follow(camera, 40, 0, 2, 0.3f, FRAME_SECONDS);
    assertEquals(40, follow.x());
    assertEquals(2, follow.yaw());
  }

  @Test
  void aWatchedTurretIsFollowedTheShortWay() {
    follow.follow(camera, 0, 0, 3, 0.2f, FRAME_SECONDS);
    follow.follow(camera, 0, 0, -3, 0.2f, FRAME_SECONDS);
    assertTrue(follow.yaw() > 3, "through pi, not through 0: " + follow.yaw());
  }

  @Test
  void shakingEnds() {
    follow.follow(camera, 0, 0, 0, 0, FRAME_SECONDS);
    float calmHeight = camera.eye().z;
    follow.shake(1);
    boolean moved = false;
    for (int i = 0; i < 240; i++) {
      follow.follow(camera, 0, 0, 0, 0, FRAME_SECONDS);
      moved |= Math.abs(camera.eye().z - calmHeight) > 0.02f;
    }
    assertTrue(moved);
    assertEquals(calmHeight, camera.eye().z, 1e-3f);
  }

  @Test
  void theEyeComesNearerAlongAWallAndFurtherAtItsEndWithoutAJump() {
    GameMap.Polyline behind = new GameMap.Polyline(List.of(-1f, 0f, -1f, 12f));
    FollowCamera eye = new FollowCamera(new Walls(mapWith(List.of(behind))));
    eye.follow(camera, 0, -3, 0, 0, FRAME_SECONDS);
    float usual = camera.eye().x;
    float nearest = usual;
    for (float y = -3; y < 22; y += 0.1f) {
      float before = camera.eye().x;
      eye.follow(camera, 0, y, 0, 0, FRAME_SECONDS);
      nearest = Math.max(nearest, camera.eye().x);
      assertEquals(before, camera.eye().x, 0.6f, "beside the wall at " + y);
    }
    assertTrue(nearest - usual > 3, "came nearer by " + (nearest - usual) + " m");
    assertEquals(usual, camera.eye().x, 0.1f);
  }
}
