package ringmaster.client.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyType;
import ringmaster.shared.physics.World;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.scene.WorldStage;

final class ViewTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final float TOP = 60;

  private final View view = new View();

  private static List<Scene> scenes() {
    return Scenes.all();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void allThatMovesIsOnThePictureAndBelowTheWords(Scene scene) {
    WorldStage stage = new WorldStage(scene);
    scene.populate(stage, 0);
    World world = stage.world();
    Bounds bounds = new Bounds();
    bounds.measure(world);
    view.resize(WIDTH, HEIGHT);
    view.fit(bounds, TOP);
    for (int slot = 0; slot < world.bodies().slots(); slot++) {
      long body = world.bodies().at(slot);
      if (body != Bodies.NONE && world.bodies().kind(body).type() != BodyType.STATIC) {
        float x = view.pixelX(world.bodies().x(body));
        float y = view.pixelY(world.bodies().y(body));
        assertTrue(x > 0 && x < WIDTH && y > 0 && y < HEIGHT - TOP, scene.name() + x + ", " + y);
      }
    }
    float used = Math.max(bounds.width() / WIDTH, bounds.height() / (HEIGHT - TOP));
    assertTrue(used * view.pixelsPerMeter() > 0.8f, "not smaller than need be");
  }

  @Test
  void pixelsAndMetersAreEachOthersInverse() {
    view.resize(WIDTH, HEIGHT);
    view.zoom(13.7f, 100, 50);
    view.drag(-31, 12);
    assertEquals(123, view.pixelX(view.meterX(123)), 1e-3);
    assertEquals(45, view.pixelY(view.meterY(45)), 1e-3);
  }

  @Test
  void whatIsUnderThePointerStaysThere() {
    view.resize(WIDTH, HEIGHT);
    float x = view.meterX(200);
    float y = view.meterY(300);
    view.zoom(7, 200, 300);
    assertEquals(200, view.pixelX(x), 1e-2);
    assertEquals(300, view.pixelY(y), 1e-2);
    view.drag(30, -20);
    assertEquals(230, view.pixelX(x), 1e-2);
    assertEquals(280, view.pixelY(y), 1e-2);
  }
}
