package ringmaster.client.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringmaster.client.render.FlatDrawing;
import ringmaster.client.render.Picture;
import ringmaster.client.window.HeadlessWindows;
import ringmaster.client.window.Window;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.IslandReader;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.MouseJoint;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.physics.World;
import ringmaster.shared.physics.WorldSettings;
import ringmaster.shared.scene.Scene;
import ringmaster.shared.scene.Scenes;

/** Bodies and what is known of them are drawn where they are and in the colour of their state. */
@SuppressWarnings("NullAway.Init") // the window is opened before the first test
final class PainterTest {
  private static final int SIDE = 200;
  private static final float PIXELS_PER_METER = 10;
  private static final int FRAMES = 100;
  private static final Material STONE = new Material(1, 0.5f, 0);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Window window;
  private static FlatDrawing drawing;

  private final View view = new View();
  private final Set<Layer> layers = EnumSet.noneOf(Layer.class);
  private final World world = new World(new WorldSettings(0, 0, 1f / 60, 16, true));
  private final BodyPainter bodies = new BodyPainter(drawing, view);
  private final LayerPainter layerPainter = new LayerPainter(drawing, view);

  @BeforeAll
  static void open() {
    window = HeadlessWindows.open(SIDE, SIDE);
    drawing = new FlatDrawing();
  }

  @AfterAll
  static void close() {
    if (window != null) {
      drawing.close();
      window.close();
    }
  }

  /** The origin in the middle. */
  @BeforeEach
  void look() {
    view.resize(SIDE, SIDE);
    view.zoom(PIXELS_PER_METER, SIDE / 2f, SIDE / 2f);
    drawing.clear();
  }

  private void paint(@Nullable IslandReader islands) {
    drawing.clear();
    bodies.paint(world.bodies(), layers, islands, 1);
  }

  private static Picture picture() {
    drawing.draw(SIDE, SIDE, Hues.BACKGROUND);
    return drawing.capture(SIDE, SIDE);
  }

  private int at(Picture picture, float x, float y) {
    return picture.rgb((int) view.pixelX(x), SIDE - 1 - (int) view.pixelY(y));
  }

  /** What a surface of that colour looks like over the background. */
  private static int surface(int outline) {
    return Hues.mixed(Hues.BACKGROUND, outline, 0x50 / 255f) & 0xFFFFFF;
  }

  private static void assertColor(int expected, int actual) {
    for (int shift = 0; shift < 24; shift += 8) {
      String message = "%06x, not %06x".formatted(actual, expected);
      assertEquals(expected >> shift & 0xFF, actual >> shift & 0xFF, 2, message);
    }
  }

  private static BodyKind.Builder box() {
    return BodyKind.dynamic().part(Shape.box(1, 1), STONE);
  }

  @Test
  void theColourIsTheState() {
    world.bodies().create(BodyKind.fixed().part(Shape.box(1, 1), STONE).build(), -8, 0);
    world.bodies().create(BodyKind.kinematic().part(Shape.box(1, 1), STONE).build(), -4, 0);
    world.bodies().create(box().build(), 0, 0);
    world.bodies().create(box().bullet().build(), 4, 0);
    BodyKind seeing = box().sensor(Shape.box(1, 1), Filter.ALL).build();
    world.bodies().create(seeing, 8, 0);
    paint(null);
    Picture picture = picture();
    assertColor(surface(Hues.FIXED), at(picture, -8.5f, 0));
    assertColor(surface(Hues.KINEMATIC), at(picture, -4.5f, 0));
    assertColor(surface(Hues.AWAKE), at(picture, -0.5f, 0));
    assertColor(surface(Hues.BULLET), at(picture, 3.5f, 0));
    assertTrue(at(picture, 8.5f, 0) != surface(Hues.AWAKE), "a sensor lies over it");
    assertColor(Hues.BACKGROUND & 0xFFFFFF, at(picture, 2, 0));
  }

  @Test
  void whatSleepsIsBlueAndWhatRestsTurnsSo() {
    long body = world.bodies().create(box().build(), 0, 0);
    while (world.bodies().restShare(body) < 0.5f) {
      world.step();
    }
    layers.add(Layer.SLEEP);
    paint(null);
    assertColor(
        surface(Hues.mixed(Hues.AWAKE, Hues.ASLEEP, 0.8f * world.bodies().restShare(body))),
        at(picture(), 0.5f, 0));
    while (world.bodies().awake(body)) {
      world.step();
    }
    layers.clear();
    paint(null);
    assertColor(surface(Hues.ASLEEP), at(picture(), 0.5f, 0));
  }

  @Test
  void bodiesOfOneIslandHaveOneColour() {
    long left = world.bodies().create(box().build(), -1, 0);
    long right = world.bodies().create(box().build(), 0.995f, 0);
    world.bodies().create(box().build(), 6, 0);
    world.step();
    IslandReader islands = world.newIslandReader();
    islands.read();
    assertEquals(islands.island(left), islands.island(right));
    paint(islands);
    Picture picture = picture();
    assertColor(at(picture, -1.5f, 0), at(picture, 1.5f, 0));
    assertTrue(at(picture, 6.5f, 0) != at(picture, 1.5f, 0));
  }

  @Test
  void shapesAreAsLargeAndTurnedAsTheyAre() {
    BodyKind capsule = BodyKind.dynamic().part(Shape.capsule(-2, 0, 2, 0, 1), STONE).build();
    world.bodies().create(capsule, 0, 0, 0, 1);
    BodyKind rounded = BodyKind.dynamic().part(Shape.box(1, 1, 0.5f), STONE).build();
    world.bodies().create(rounded, 6, 0);
    paint(null);
    Picture picture = picture();
    int background = Hues.BACKGROUND & 0xFFFFFF;
    assertColor(surface(Hues.AWAKE), at(picture, 0, 2.7f));
    assertColor(background, at(picture, 0, 3.3f));
    assertColor(background, at(picture, 1.3f, 0));
    assertColor(background, at(picture, 0.9f, 2.9f));
    assertColor(surface(Hues.AWAKE), at(picture, 7.3f, 0));
    assertColor(background, at(picture, 7.45f, 1.45f));
  }

  @Test
  void aChainIsHatchedWhereItIsSolid() {
    BodyKind floor =
        BodyKind.fixed().chain(Shape.chain(false, 8, 0, -8, 0), STONE, Filter.ALL).build();
    world.bodies().create(floor, 0, 0);
    paint(null);
    Picture picture = picture();
    int below = 0;
    int above = 0;
    for (float x = -7; x < 7; x += 0.1f) {
      below += at(picture, x, -0.35f) == (Hues.BACKGROUND & 0xFFFFFF) ? 0 : 1;
      above += at(picture, x, 0.35f) == (Hues.BACKGROUND & 0xFFFFFF) ? 0 : 1;
    }
    assertTrue(below > 20, "strokes on the left of its direction: " + below);
    assertEquals(0, above);
  }

  @Test
  void aContactIsAPointWithANormalAndAPush() {
    long left = world.bodies().create(box().build(), -1, 0);
    long right = world.bodies().create(box().build(), 1, 0);
    for (int step = 0; step < 30; step++) {
      world.bodies().applyForce(left, 50, 0);
      world.bodies().applyForce(right, -50, 0);
      world.step();
    }
    layerPainter.contacts(world.contacts(), 1);
    assertEquals(2, world.contacts().points(0));
    assertTrue(drawing.quads() > 4, "two points, their normals and a push");
    Picture picture = picture();
    float x = world.contacts().x(0, 0);
    float y = world.contacts().y(0, 0);
    assertTrue((at(picture, x, y) & 0xFF) > 0xE0, "nearly white: the rim of a point is soft");
    assertTrue(LayerPainter.hardest(world.contacts()) > 0);
  }

  @Test
  void jointsAndFatBoxesAreWhereTheyAre() {
    long body = world.bodies().create(box().build(), 0, 0);
    world.joints().create(new MouseJoint(5, 1, 10), body, 0, 0);
    world.joints().setTarget(world.joints().at(0), 5, 5);
    layerPainter.joints(world.joints(), world.bodies(), 1);
    Picture joint = picture();
    assertColor(Hues.JOINT & 0xFFFFFF, at(joint, 2.5f, 2.5f));
    assertColor(Hues.JOINT & 0xFFFFFF, at(joint, 5, 5));
    drawing.clear();
    layerPainter.boxes(world.boxes(), 3);
    Picture box = picture();
    assertTrue(at(box, world.boxes().maxX(0), 0) != (Hues.BACKGROUND & 0xFFFFFF));
    assertColor(Hues.BACKGROUND & 0xFFFFFF, at(box, 0, 0));
  }

  @Test
  void paintingAllocatesNothing() {
    for (String name : new String[] {"rain", "crates"}) {
      Scene scene = Scenes.find(name).orElseThrow();
      SceneRun run = new SceneRun(scene, () -> 0);
      run.step();
      IslandReader islands = run.world().newIslandReader();
      paintAll(run.world(), islands);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      paintAll(run.world(), islands);
      assertEquals(0, (THREADS.getCurrentThreadAllocatedBytes() - before) / FRAMES, name);
    }
  }

  private void paintAll(World painted, IslandReader islands) {
    for (int frame = 0; frame < FRAMES; frame++) {
      drawing.clear();
      islands.read();
      bodies.paint(painted.bodies(), layers, islands, 1);
      layerPainter.boxes(painted.boxes(), 1);
      layerPainter.contacts(painted.contacts(), 1);
      layerPainter.joints(painted.joints(), painted.bodies(), 1);
      drawing.draw(SIDE, SIDE, Hues.BACKGROUND);
    }
  }
}
