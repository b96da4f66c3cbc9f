package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import ringmaster.client.scene.Camera;
import ringmaster.client.window.HeadlessWindows;
import ringmaster.client.window.Window;

/** Shadows lie still while the camera moves. */
final class ShadowMapTest {
  private static final int SIDE_PIXELS = 1024;

  @Test
  void movesByWholeTexels() {
    try (Window window = HeadlessWindows.open(16, 16);
        ShadowMap map = new ShadowMap(SIDE_PIXELS, new Vector3f(-0.4f, 0.3f, 0.8f).normalize())) {
      Vector3f first = texel(map, 0, 0);
      for (int i = 1; i < 40; i++) {
        Vector3f moved = texel(map, 0.137f * i, 0.071f * i).sub(first);
        assertEquals(Math.rint(moved.x), moved.x, 0.02, window.rendererName());
        assertEquals(Math.rint(moved.y), moved.y, 0.02);
      }
    }
  }

  @Test
  void coversWhatThePlayerLooksAt() {
    try (Window window = HeadlessWindows.open(16, 16);
        ShadowMap map = new ShadowMap(SIDE_PIXELS, new Vector3f(-0.4f, 0.3f, 0.8f).normalize())) {
      Camera camera = new Camera();
      for (float height : new float[] {5, 30, 90}) {
        camera.look(40 - height, 30, height, 40, 30, 0);
        for (int corner = 0; corner < 4; corner++) {
          float x = 40 + ((corner & 1) == 0 ? -1 : 1) * Math.max(15, height / 2);
          float y = 30 + ((corner & 2) == 0 ? -1 : 1) * Math.max(15, height / 2);
          Vector3f at = map.fit(camera).transformPosition(new Vector3f(x, y, 1.6f));
          assertTrue(at.x > 0 && at.x < 1 && at.y > 0 && at.y < 1, window.glVersion() + at);
          assertTrue(at.z > 0 && at.z < 1, "depth " + at.z);
        }
      }
    }
  }

  /** Where a fixed point falls when the camera looks somewhere else. */
  private static Vector3f texel(ShadowMap map, float lookX, float lookY) {
    Camera camera = new Camera();
    camera.look(lookX - 7, lookY, 4.5f, lookX, lookY, 0.5f);
    Matrix4f worldToShadow = map.fit(camera);
    return worldToShadow.transformPosition(new Vector3f(3, 2, 0)).mul(SIDE_PIXELS);
  }
}
