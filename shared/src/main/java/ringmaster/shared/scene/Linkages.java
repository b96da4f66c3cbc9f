package ringmaster.shared.scene;

import java.util.List;
import ringmaster.shared.math.AimTable;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.DistanceJoint;
import ringmaster.shared.physics.Filter;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.MouseJoint;
import ringmaster.shared.physics.RevoluteJoint;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.physics.WeldJoint;

/**
 * Every kind of joint at work, side by side over one floor: a bridge of hinges with limits, a
 * springboard of bending welds, a wheel with a motor, a rope, springs, a pendulum of many links,
 * and a hand that leads a box about.
 */
final class Linkages implements Scene.Content {
  private static final Material WOOD = new Material(1, 0.6f, 0);
  private static final Material IRON = new Material(8, 0.4f, 0);

  private static final BodyKind FLOOR = BodyKind.fixed().part(Shape.box(100, 1), WOOD).build();
  private static final BodyKind WALL = BodyKind.fixed().part(Shape.box(0.25f, 3), WOOD).build();
  private static final BodyKind POST = BodyKind.fixed().part(Shape.box(0.5f, 2), WOOD).build();
  private static final BodyKind BEAM = BodyKind.fixed().part(Shape.box(2, 0.2f), WOOD).build();
  private static final BodyKind HOOK = BodyKind.fixed().part(Shape.circle(0.2f), WOOD).build();
  private static final List<Shape> HOLLOW =
      Shape.chain(false, 4, 4, 3.5f, 2, 2, 0.3f, -2, 0.3f, -3.5f, 2, -4, 4);
  private static final BodyKind BASIN = BodyKind.fixed().chain(HOLLOW, WOOD, Filter.ALL).build();

  private static final BodyKind PLANK = moving(Shape.box(0.5f, 0.1f), WOOD);
  private static final BodyKind CRATE = moving(Shape.box(0.4f, 0.4f), WOOD);
  private static final BodyKind PEBBLE = moving(Shape.circle(0.2f), WOOD);
  private static final BodyKind BALL = moving(Shape.circle(0.5f), IRON);
  private static final BodyKind LINK = moving(Shape.capsule(-0.4f, 0, 0.4f, 0, 0.1f), IRON);
  private static final BodyKind WHEEL =
      BodyKind.dynamic()
          .part(Shape.box(2.2f, 0.15f), WOOD)
          .part(Shape.box(0.15f, 2.2f), WOOD)
          .build();

  private static final int PLANKS = 14;
  private static final int BOARDS = 4;
  private static final int KNOTS = 9;
  private static final int LINKS = 6;

  /** Made before all others. */
  private static final int HAND = 0;

  private static final float HAND_X = 21.5f;
  private static final float HAND_Y = 8;
  private static final float HAND_RADIUS_METERS = 2;
  private static final int STEPS_A_ROUND = 240;

  private static BodyKind moving(Shape shape, Material material) {
    return BodyKind.dynamic().part(shape, material).build();
  }

  @Override
  public void populate(Stage stage, int world) {
    stage.add(FLOOR, 0, -1);
    stage.add(WALL, -24.5f, 3);
    stage.add(WALL, 24.5f, 3);
    hand(stage);
    bridge(stage, -22, 4);
    springboard(stage, -6, 7);
    rope(stage, 3, 12);
    wheel(stage, 8);
    pendulum(stage, 14, 12);
    springs(stage, 17, 6);
  }

  @Override
  public void drive(Stage stage, int world, int step) {
    int aim = step % STEPS_A_ROUND * AimTable.ANGLES / STEPS_A_ROUND;
    float x = HAND_X + HAND_RADIUS_METERS * AimTable.cos(aim);
    float y = HAND_Y + HAND_RADIUS_METERS * AimTable.sin(aim);
    stage.setTarget(HAND, x, y);
  }

  /** It holds the crate by a corner. */
  private static void hand(Stage stage) {
    float x = HAND_X + HAND_RADIUS_METERS;
    int crate = stage.add(CRATE, x - 0.3f, HAND_Y - 0.3f);
    stage.hold(new MouseJoint(5, 0.7f, 200), crate, x, HAND_Y);
  }

  /** Planks from post to post, and crates that fall on them. */
  private static void bridge(Stage stage, float left, float y) {
    RevoluteJoint hinge = RevoluteJoint.FREE.limits(-0.3f, 0.3f);
    int before = stage.add(POST, left - 0.5f, y - 2);
    for (int i = 0; i < PLANKS; i++) {
      int plank = stage.add(PLANK, left + i + 0.5f, y);
      stage.join(hinge, before, plank, left + i, y);
      before = plank;
    }
    int post = stage.add(POST, left + PLANKS + 0.5f, y - 2);
    stage.join(hinge, before, post, left + PLANKS, y);
    for (int i = 0; i < 5; i++) {
      stage.add(CRATE, left + 3 + 2 * i, y + 3 + i);
    }
  }

  /** Boards that are one but for their bending, and a ball that falls on the last. */
  private static void springboard(Stage stage, float left, float y) {
    WeldJoint bend = WeldJoint.bending(20, 0.2f);
    int before = stage.add(HOOK, left, y);
    for (int i = 0; i < BOARDS; i++) {
      int board = stage.add(PLANK, left + i + 0.5f, y);
      stage.join(bend, before, board, left + i, y);
      before = board;
    }
    stage.add(PEBBLE, left + BOARDS - 0.3f, y + 3);
  }

  /** Pebbles on a line, and a ball that is heavier than all of them. */
  private static void rope(Stage stage, float x, float y) {
    float meters = 0.5f;
    int before = stage.add(HOOK, x, y);
    for (int i = 1; i <= KNOTS; i++) {
      int knot = stage.add(i < KNOTS ? PEBBLE : BALL, x + i * meters, y);
      stage.join(
          DistanceJoint.rope(meters), before, knot, x + (i - 1) * meters, y, x + i * meters, y);
      before = knot;
    }
  }

  /** Stirs pebbles in a basin. */
  private static void wheel(Stage stage, float x) {
    int basin = stage.add(BASIN, x, 0);
    float y = 3;
    int wheel = stage.add(WHEEL, x, y);
    stage.join(RevoluteJoint.FREE.motor(1.5f, 200), basin, wheel, x, y);
    for (int i = 0; i < 60; i++) {
      stage.add(PEBBLE, x + 0.5f * (i % 12 - 5.5f), 6 + 0.5f * (i / 12));
    }
  }

  /** Falls from where it is level with its hook. */
  private static void pendulum(Stage stage, float x, float y) {
    float meters = 0.8f;
    int before = stage.add(HOOK, x, y);
    for (int i = 0; i < LINKS; i++) {
      int link = stage.add(LINK, x + (i + 0.5f) * meters, y);
      stage.join(RevoluteJoint.FREE, before, link, x + i * meters, y);
      before = link;
    }
  }

  /** From no damping at the left to the critical one at the right. */
  private static void springs(Stage stage, float x, float y) {
    int beam = stage.add(BEAM, x, y);
    for (int i = -1; i <= 1; i++) {
      float at = x + 1.5f * i;
      int crate = stage.add(CRATE, at, y - 2.4f);
      DistanceJoint spring = DistanceJoint.spring(2, 0.8f, 0.5f + 0.5f * i);
      stage.join(spring, beam, crate, at, y, at, y - 2);
    }
  }
}
