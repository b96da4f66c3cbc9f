package ringmaster.client.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringmaster.client.window.Key;
import ringmaster.shared.physics.World;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;
import ringmaster.shared.scene.WorldStage;

/** What keys and the pointer do to a scene; a tower of 30 boxes. */
final class HandsTest {
  private static final int SIDE = 600;

  private final Scene scene = Scenes.find("stack").orElseThrow();
  private final SceneRun run = new SceneRun(scene, () -> 0);
  private final Tempo tempo = new Tempo();
  private final View view = new View();
  private final Set<Layer> layers = EnumSet.noneOf(Layer.class);
  private final Hands hands = new Hands(run, tempo, view, layers);

  HandsTest() {
    Bounds bounds = new Bounds();
    bounds.measure(run.world());
    view.resize(SIDE, SIDE);
    view.fit(bounds, 0);
    hands.resize(SIDE, 1);
  }

  private void press(Key key) {
    hands.key(key, true, false);
    hands.key(key, false, false);
  }

  /** Puts the pointer on a place in the world. */
  private void point(float x, float y) {
    hands.pointerMoved(view.pixelX(x), SIDE - view.pixelY(y));
  }

  private static long hashAfter(Scene scene, int steps) {
    WorldStage stage = new WorldStage(scene);
    scene.populate(stage, 0);
    for (int step = 0; step < steps; step++) {
      scene.drive(stage, 0, step);
      stage.world().step();
    }
    return stage.world().hash();
  }

  @Test
  void leftAloneTheSceneIsTheOneThatIsMeasured() {
    for (int step = 0; step < 100; step++) {
      run.step();
    }
    assertEquals(hashAfter(scene, 100), run.world().hash());
    press(Key.R);
    assertEquals(0, run.steps());
    run.step();
    assertEquals(hashAfter(scene, 1), run.world().hash());
  }

  @Test
  void theLeftButtonPullsTheBodyUnderThePointer() {
    World world = run.world();
    long top = world.bodies().at(30);
    point(0, 29.5f);
    hands.key(Key.MOUSE_1, true, false);
    assertTrue(hands.pulling());
    assertEquals(top, world.joints().bodyB(world.joints().at(0)));
    point(10, 35);
    for (int step = 0; step < 120; step++) {
      run.step();
    }
    assertEquals(10, world.bodies().x(top), 0.5);
    assertEquals(35, world.bodies().y(top), 0.5);
    hands.key(Key.MOUSE_1, false, false);
    assertFalse(hands.pulling());
    assertEquals(0, world.joints().count());
  }

  @Test
  void whoLosesTheKeyboardLetsGo() {
    point(0, 5.5f);
    hands.key(Key.MOUSE_1, true, false);
    hands.focused(false);
    assertEquals(0, run.world().joints().count());
  }

  @Test
  void aRestartWhilePullingEndsInTheSameState() {
    point(0, 29.5f);
    hands.key(Key.MOUSE_1, true, false);
    run.step();
    press(Key.R);
    point(5, 5);
    hands.key(Key.MOUSE_1, false, false);
    run.step();
    assertEquals(hashAfter(scene, 1), run.world().hash());
  }

  @Test
  void aKeyLetsBodiesSleepFromTheBeginningAndWakesThemForGood() {
    point(0, 29.5f);
    hands.key(Key.MOUSE_1, true, false);
    run.step();
    press(Key.Z);
    assertFalse(hands.pulling());
    assertEquals(0, run.steps());
    for (int step = 0; step < 100; step++) {
      run.step();
    }
    run.count();
    assertEquals(30, run.asleep());
    assertEquals(hashAfter(scene.withSleep(true), 100), run.world().hash());
    press(Key.Z);
    run.step();
    assertEquals(hashAfter(scene, 1), run.world().hash());
  }

  @Test
  void nothingButTheFloorUnderThePointerMovesThePicture() {
    point(8, -0.5f);
    hands.key(Key.MOUSE_1, true, false);
    assertFalse(hands.pulling());
    float before = view.pixelX(0);
    hands.pointerMoved(SIDE / 2.0, SIDE / 2.0);
    assertNotEquals(before, view.pixelX(0));
  }

  @Test
  void allOfTheSceneIsShownUntilAPersonChooses() {
    assertTrue(hands.takeFit());
    assertFalse(hands.takeFit());
    hands.resize(300, 1);
    assertTrue(hands.takeFit());
    hands.scrolled(3);
    hands.resize(400, 1);
    assertFalse(hands.takeFit());
    press(Key.F);
    assertTrue(hands.takeFit());
    hands.resize(300, 1);
    assertTrue(hands.takeFit());
  }

  @Test
  void everyLayerHasAKeyOfItsOwnThatShowsAndHidesIt() {
    for (Layer layer : Layer.values()) {
      press(layer.key);
      assertEquals(Set.of(layer), layers);
      press(layer.key);
      assertEquals(Set.of(), layers);
      assertEquals(layer, Layer.named(layer.word()).orElseThrow());
    }
  }

  @Test
  void keysSetTheTempo() {
    press(Key.SPACE);
    assertTrue(tempo.paused());
    press(Key.N);
    press(Key.RIGHT);
    assertEquals(2, tempo.due(0, run.stepsPerSecond()));
    press(Key.MINUS);
    press(Key.MINUS);
    press(Key.EQUAL);
    assertEquals(0.5f, tempo.speed());
    press(Key.SPACE);
    assertFalse(tempo.paused());
  }

  @Test
  void helpComesAndGoesAndEscapeLeaves() {
    press(Key.F1);
    assertTrue(hands.helpShown());
    press(Key.H);
    assertFalse(hands.helpShown());
    assertFalse(hands.left());
    press(Key.ESCAPE);
    assertTrue(hands.left());
  }
}
