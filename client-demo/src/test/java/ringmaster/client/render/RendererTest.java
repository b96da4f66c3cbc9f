package ringmaster.client.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.opengl.GL33C.*;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ringmaster.client.scene.Instances;
import ringmaster.client.scene.Model;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.settings.Quality;
import ringmaster.client.window.HeadlessWindows;
import ringmaster.client.window.Window;

/** What is drawn is what the scene says, in every quality. */
@SuppressWarnings("NullAway.Init") // the window is opened before the first test
final class RendererTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final float ASPECT = (float) WIDTH / HEIGHT;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Window window;

  @BeforeAll
  static void open() {
    window = HeadlessWindows.open(WIDTH, HEIGHT);
  }

  @AfterAll
  static void close() {
    if (window != null) {
      window.close();
    }
  }

  @BeforeEach
  void usualSize() {
    window.resizeHeadless(WIDTH, HEIGHT);
  }

  @AfterEach
  void noErrorIsLeft() {
    assertEquals(GL_NO_ERROR, glGetError());
  }

  private static Picture picture(Renderer renderer, SceneFrame scene) {
    renderer.draw(scene, WIDTH, HEIGHT);
    return renderer.capture(WIDTH, HEIGHT);
  }

  @ParameterizedTest
  @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
  void aFrameHasManyColours(Quality quality) {
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      Picture picture = picture(renderer, Scenes.fight(ASPECT));
      Set<Integer> colours = new HashSet<>();
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          colours.add(picture.rgb(x, y));
        }
      }
      assertTrue(colours.size() > 500, colours.size() + " colours");
    }
  }

  /** In the tank's own colour: amber, where the floor is bluish. */
  @ParameterizedTest
  @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
  void aTankShowsInItsColour(Quality quality) {
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      SceneFrame scene = emptyYard(-7, 0, 4.5f);
      int others = amberPixels(picture(renderer, scene));
      Scenes.tank(scene, 1, 0, 0, 0.5f, 0.3f);
      int amber = amberPixels(picture(renderer, scene)) - others;
      assertTrue(amber > 300 && amber < WIDTH * HEIGHT / 8, amber + " pixels");
    }
  }

  private static int amberPixels(Picture picture) {
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = picture.rgb(x, y);
        if ((rgb >> 16 & 0xFF) > (rgb & 0xFF) + 60) {
          count++;
        }
      }
    }
    return count;
  }

  /** Darker than without the crate, beside it and away from the sun. */
  @ParameterizedTest
  @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
  void whatStandsOnTheFloorDarkensIt(Quality quality) {
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      SceneFrame scene = emptyYard(0.1f, -1, 9);
      Vector3f at = new Vector3f();
      assertTrue(scene.camera().project(1.05f, -0.2f, 0, at));
      int x = (int) (at.x * WIDTH);
      int y = (int) (at.y * HEIGHT);
      int before = brightness(picture(renderer, scene).rgb(x, y));
      crate(scene, 0, 0, 0.8f);
      int after = brightness(picture(renderer, scene).rgb(x, y));
      assertTrue(after < 0.9 * before, before + " and then " + after);
    }
  }

  private static int brightness(int rgb) {
    return (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
  }

  @ParameterizedTest
  @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
  void theSameSceneGivesTheSamePixels(Quality quality) {
    byte[] first;
    SceneFrame scene = Scenes.fight(ASPECT);
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      first = picture(renderer, scene).rgba();
      picture(renderer, Scenes.overview(ASPECT));
      assertArrayEquals(first, picture(renderer, scene).rgba(), "after another scene");
    }
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      assertArrayEquals(first, picture(renderer, scene).rgba(), "by another renderer");
    }
  }

  /** The head-up display leaves all of this changed. */
  @ParameterizedTest
  @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
  void nothingThatOthersLeaveBehindShows(Quality quality) {
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.YARD);
      SceneFrame scene = Scenes.fight(ASPECT);
      final byte[] clean = picture(renderer, scene).rgba();
      glDisable(GL_DEPTH_TEST);
      glDepthMask(false);
      glDepthFunc(GL_GREATER);
      glDisable(GL_CULL_FACE);
      glCullFace(GL_FRONT);
      glFrontFace(GL_CW);
      glEnable(GL_BLEND);
      glBlendEquation(GL_FUNC_SUBTRACT);
      glBlendFuncSeparate(GL_ZERO, GL_ONE, GL_ZERO, GL_ONE);
      glEnable(GL_SCISSOR_TEST);
      glScissor(0, 0, 3, 3);
      glEnable(GL_STENCIL_TEST);
      glStencilFunc(GL_NEVER, 1, 0xFF);
      glStencilMask(0);
      glColorMask(false, true, false, false);
      glClearColor(1, 1, 1, 1);
      glClearDepth(0);
      glViewport(7, 7, 9, 9);
      glUseProgram(0);
      glActiveTexture(GL_TEXTURE3);
      glBindBuffer(GL_ARRAY_BUFFER, 0);
      glBindBufferBase(GL_UNIFORM_BUFFER, 0, 0);
      assertArrayEquals(clean, picture(renderer, scene).rgba());
    }
  }

  @Test
  void theStencilIsEmptyAfterAFrame() {
    try (Renderer renderer = new Renderer(Quality.HIGH)) {
      glStencilMask(-1);
      glClearStencil(0x55);
      glClear(GL_STENCIL_BUFFER_BIT);
      renderer.draw(Scenes.fight(ASPECT), WIDTH, HEIGHT);
      int[] stencil = {-1};
      glReadPixels(WIDTH / 2, HEIGHT / 2, 1, 1, GL_STENCIL_INDEX, GL_INT, stencil);
      assertEquals(0, stencil[0]);
    }
  }

  @Test
  void drawsOnTheFramebufferThatIsCurrent() {
    try (Renderer renderer = new Renderer(Quality.HIGH)) {
      int before = glGetInteger(GL_DRAW_FRAMEBUFFER_BINDING);
      renderer.loadMap(Scenes.YARD);
      renderer.draw(Scenes.fight(ASPECT), WIDTH, HEIGHT);
      renderer.drawIds(Scenes.fight(ASPECT), WIDTH, HEIGHT);
      renderer.idAt(1, 1);
      renderer.setQuality(Quality.MEDIUM);
      assertEquals(before, glGetInteger(GL_DRAW_FRAMEBUFFER_BINDING));
    }
  }

  @Test
  void anotherQualityLooksAsIfItHadBeenThereFromTheStart() {
    SceneFrame scene = Scenes.fight(ASPECT);
    try (Renderer changed = new Renderer(Quality.LOWEST);
        Renderer fresh = new Renderer(Quality.MEDIUM)) {
      changed.loadMap(Scenes.YARD);
      fresh.loadMap(Scenes.YARD);
      byte[] lowest = picture(changed, scene).rgba();
      changed.setQuality(Quality.MEDIUM);
      byte[] medium = picture(changed, scene).rgba();
      assertArrayEquals(picture(fresh, scene).rgba(), medium);
      assertNotEquals(Arrays.hashCode(lowest), Arrays.hashCode(medium));
    }
  }

  @Test
  void aMapTakesThePlaceOfAnother() {
    SceneFrame scene = Scenes.overview(ASPECT);
    try (Renderer renderer = new Renderer(Quality.LOWEST)) {
      renderer.loadMap(Scenes.YARD);
      byte[] yard = picture(renderer, scene).rgba();
      renderer.loadMap(Scenes.QUARRY);
      assertNotEquals(Arrays.hashCode(yard), Arrays.hashCode(picture(renderer, scene).rgba()));
      renderer.loadMap(Scenes.YARD);
      assertArrayEquals(yard, picture(renderer, scene).rgba());
    }
  }

  @Test
  void thereIsSkyBeforeTheFirstMap() {
    try (Renderer renderer = new Renderer(Quality.LOWEST)) {
      SceneFrame scene = new SceneFrame();
      scene.camera().look(0, 0, 4, 10, 0, 4);
      assertNotEquals(0, picture(renderer, scene).rgb(WIDTH / 2, 10));
    }
  }

  @Test
  void aFrameFillsAnySize() {
    try (Renderer renderer = new Renderer(Quality.MEDIUM)) {
      renderer.loadMap(Scenes.YARD);
      for (int[] size : new int[][] {{640, 360}, {123, 457}, {1, 1}, {320, 180}}) {
        window.resizeHeadless(size[0], size[1]);
        glClearColor(1, 0, 1, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        renderer.draw(Scenes.fight((float) size[0] / size[1]), size[0], size[1]);
        Picture picture = renderer.capture(size[0], size[1]);
        assertNotEquals(0xFF00FF, picture.rgb(0, 0));
        assertNotEquals(0xFF00FF, picture.rgb(size[0] - 1, size[1] - 1));
      }
      renderer.draw(Scenes.fight(1), 0, 0); // minimised
    }
  }

  /** The camera's own arithmetic and what the shaders make of it agree. */
  @ParameterizedTest
  @CsvSource({
    "-12, 0, 6, 0, 0, 0",
    "14, -9, 20, 1, 2, 0",
    "0.5, 0.5, 40, 0, 0, 0",
    "-20, 18, 11, 4, -3, 0.5"
  })
  void entitiesAreWhereTheCameraSays(
      float eyeX, float eyeY, float eyeZ, float atX, float atY, float atZ) {
    try (Renderer renderer = new Renderer(Quality.LOWEST)) {
      SceneFrame scene = new SceneFrame();
      scene.camera().setAspect(ASPECT);
      scene.camera().look(eyeX, eyeY, eyeZ, atX, atY, atZ);
      float[][] places = {{0, 0}, {5, 4}, {-4, 5}, {4, -5}, {-3, -4}};
      for (int i = 0; i < places.length; i++) {
        crate(scene, places[i][0], places[i][1], 0.7f);
      }
      renderer.drawIds(scene, WIDTH, HEIGHT);
      int seen = 0;
      for (int i = 0; i < places.length; i++) {
        Vector3f at = new Vector3f();
        if (scene.camera().project(places[i][0], places[i][1], 0.7f, at) && onScreen(at)) {
          assertEquals(i, renderer.idAt((int) (at.x * WIDTH), (int) (at.y * HEIGHT)));
          seen++;
        }
      }
      assertTrue(seen >= 3, seen + " of five on the screen");
    }
  }

  private static boolean onScreen(Vector3f at) {
    return at.x > 0 && at.x < 1 && at.y > 0 && at.y < 1;
  }

  /** The yard has a wall from (8, 3.5) to (8, 8): low enough to look over, not through. */
  @Test
  void aWallHidesWhatIsBehindIt() {
    try (Renderer renderer = new Renderer(Quality.LOWEST)) {
      SceneFrame scene = new SceneFrame();
      scene.camera().setAspect(ASPECT);
      crate(scene, 10, 6, 0.7f);
      scene.camera().look(2, 6, 0.8f, 10, 6, 0.7f);
      renderer.drawIds(scene, WIDTH, HEIGHT);
      assertEquals(0, renderer.idAt(WIDTH / 2, HEIGHT / 2), "there is no wall yet");
      renderer.loadMap(Scenes.YARD);
      renderer.drawIds(scene, WIDTH, HEIGHT);
      assertEquals(Instances.NO_ID, renderer.idAt(WIDTH / 2, HEIGHT / 2));
      scene.camera().look(2, 6, 8, 10, 6, 0.7f);
      renderer.drawIds(scene, WIDTH, HEIGHT);
      assertEquals(0, renderer.idAt(WIDTH / 2, HEIGHT / 2), "from above");
    }
  }

  /** Left and top are where the picture has them, too. */
  @Test
  void idsAndPictureAreTheSameWayUp() {
    try (Renderer renderer = new Renderer(Quality.LOWEST)) {
      SceneFrame scene = emptyYard(-7, 0, 4.5f);
      Scenes.tank(scene, 1, -1.5f, 1.6f, 0.5f, 0.3f);
      renderer.drawIds(scene, WIDTH, HEIGHT);
      Picture picture = picture(renderer, scene);
      int both = 0;
      for (int y = 0; y < HEIGHT; y += 3) {
        for (int x = 0; x < WIDTH; x += 3) {
          int rgb = picture.rgb(x, y);
          boolean amber = (rgb >> 16 & 0xFF) > (rgb & 0xFF) + 80;
          assertTrue(!amber || renderer.idAt(x, y) == 1, x + "," + y);
          both += amber ? 1 : 0;
        }
      }
      assertTrue(both > 30, both + " pixels");
    }
  }

  @Test
  void spritesAreAddedOrCover() {
    try (Renderer renderer = new Renderer(Quality.LOWEST)) {
      SceneFrame scene = new SceneFrame();
      scene.camera().setAspect(ASPECT);
      scene.camera().look(0, 0, 5, 10, 0, 5);
      int before = brightness(picture(renderer, scene).rgb(WIDTH / 2, HEIGHT / 2));
      scene.sprites().add(10, 0, 5, 10, 0, 5, 1, 0.5f, 0.2f, 0.2f, 0.2f, 0);
      int added = brightness(picture(renderer, scene).rgb(WIDTH / 2, HEIGHT / 2));
      assertTrue(added > before + 60, before + " and then " + added);
      scene.sprites().clear();
      scene.sprites().add(10, 0, 5, 10, 0, 5, 1, 0.5f, 0, 0, 0, 1);
      assertEquals(0, brightness(picture(renderer, scene).rgb(WIDTH / 2, HEIGHT / 2)));
      assertNotEquals(0, brightness(picture(renderer, scene).rgb(2, 2)), "only where it is");
    }
  }

  /** A streak across the middle, seen from the side, from its end, and from within. */
  @ParameterizedTest
  @CsvSource({"0, -8, 1, 0, 0, 1", "-9, 0, 1, 0, 0, 1", "0.01, -0.6, 1, 0, 5, 1"})
  void streaksFaceTheEye(float eyeX, float eyeY, float eyeZ, float atX, float atY, float atZ) {
    try (Renderer renderer = new Renderer(Quality.LOWEST)) {
      SceneFrame scene = new SceneFrame();
      scene.camera().setAspect(ASPECT);
      scene.camera().look(eyeX, eyeY, eyeZ, atX, atY, atZ);
      scene.sprites().add(-4, 0, 1, 4, 0, 1, 0.2f, 0, 4, 4, 4, 1);
      Picture picture = picture(renderer, scene);
      assertTrue(brightness(picture.rgb(WIDTH / 2, HEIGHT / 2)) > 600);
      int above = brightness(picture.rgb(WIDTH / 2, 5));
      assertTrue(above < 400, "it is thin, and above it is " + above);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
  void drawingAllocatesNothing(Quality quality) {
    try (Renderer renderer = new Renderer(quality)) {
      renderer.loadMap(Scenes.QUARRY);
      SceneFrame scene = Scenes.crowd(ASPECT);
      window.resizeHeadless(64, 36);
      for (int i = 0; i < 20; i++) {
        renderer.draw(scene, 64, 36);
      }
      // The least of a few rounds: while code is still being compiled, the machine allocates too.
      long leastBytes = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20; i++) {
          renderer.draw(scene, 64, 36);
        }
        leastBytes = Math.min(leastBytes, THREADS.getCurrentThreadAllocatedBytes() - before);
      }
      assertEquals(0, leastBytes);
    }
  }

  @ParameterizedTest
  @CsvSource({"AUTO, true, LOWEST", "AUTO, false, HIGH", "MEDIUM, true, MEDIUM"})
  void autoMeansWhatSuitsTheMachine(Quality chosen, boolean software, Quality effective) {
    assertEquals(effective, Renderer.effective(chosen, software));
  }

  @Test
  void autoItselfCannotBeDrawn() {
    assertThrows(IllegalArgumentException.class, () -> new Renderer(Quality.AUTO));
  }

  private static SceneFrame emptyYard(float eyeX, float eyeY, float eyeZ) {
    SceneFrame scene = new SceneFrame();
    scene.camera().setAspect(ASPECT);
    scene.camera().look(eyeX, eyeY, eyeZ, 0, 0, 0.3f);
    return scene;
  }

  /** Its entity is the number of crates before it. */
  private static void crate(SceneFrame scene, float x, float y, float halfSide) {
    Instances crates = scene.instances(Model.CRATE);
    crates.add(x, y, 0, halfSide, 1, 0, 0, 0xC0A080, 0, crates.count());
  }
}
