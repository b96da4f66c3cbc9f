package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What flies 5 m a step meets what is a centimetre thick, wherever the step begins and under
 * whatever angle. The wall stands on the y axis and all come from the left.
 */
final class BulletTest {
  private static final float SPEED = 300;
  private static final float HALF_WALL_METERS = 200;
  private static final int OFFSETS = 23;
  private static final int ANGLES = 13;
  private static final int STEPS = 12;

  /** So heavy that the smallest ball weighs enough. */
  private static final Material LEAD = new Material(1_000, 0.6f, 0);

  private static final List<Shape> FLYING =
      List.of(
          Shape.circle(0.005f),
          Shape.circle(0.05f),
          Shape.circle(0.5f),
          Shape.box(0.05f, 0.05f),
          Shape.box(0.3f, 0.01f),
          Shape.capsule(-0.1f, 0, 0.1f, 0, 0.02f),
          Shape.polygon(0, -0.1f, -0.1f, 0.2f, 0, -0.1f, 0.1f));

  private static Stream<Arguments> flyingAtWalls() {
    Shape line = Shape.segment(0, -HALF_WALL_METERS, 0, HALF_WALL_METERS);
    Shape box = Shape.box(0.005f, HALF_WALL_METERS);
    // Its right-hand side, where it is open, is to the left.
    Shape chain = Shape.chain(false, 0, HALF_WALL_METERS, 0, -HALF_WALL_METERS).getFirst();
    return FLYING.stream()
        .flatMap(flying -> Stream.of(line, box, chain).map(wall -> Arguments.of(flying, wall)));
  }

  private static float offset(int index) {
    return -1 - 5f * index / OFFSETS;
  }

  /** From 75 degrees down to 75 degrees up. */
  private static double angle(int index) {
    return StrictMath.toRadians(150.0 * index / (ANGLES - 1) - 75);
  }

  private static BodyKind bullet(Shape shape) {
    return BodyKind.dynamic().part(shape, LEAD).bullet().build();
  }

  /** Shoots at every angle from every offset. */
  private interface Shot {
    void shoot(float x, float velocityX, float velocityY);
  }

  private static void shoot(Shot shot) {
    for (int angle = 0; angle < ANGLES; angle++) {
      float velocityX = SPEED * (float) StrictMath.cos(angle(angle));
      float velocityY = SPEED * (float) StrictMath.sin(angle(angle));
      for (int offset = 0; offset < OFFSETS; offset++) {
        shot.shoot(offset(offset), velocityX, velocityY);
      }
    }
  }

  private static Lab behind(BodyKind wall) {
    Lab lab = Lab.fromAbove();
    lab.add(wall, 0, 0);
    return lab;
  }

  private static void assertStays(Lab lab, long body, String how) {
    for (int step = 0; step < STEPS; step++) {
      lab.world.step();
      assertTrue(lab.bodies.x(body) < 0, () -> how + ": passed to " + lab.bodies.x(body));
    }
  }

  @ParameterizedTest
  @MethodSource("flyingAtWalls")
  void noFastBodyPassesAThinWall(Shape flying, Shape wall) {
    BodyKind kind = Lab.moving(flying, LEAD);
    shoot((x, velocityX, velocityY) -> {
      Lab lab = behind(Lab.fixed(wall, Lab.STONE));
      long body = lab.fly(kind, x, 0, velocityX, velocityY);
      assertStays(lab, body, flying.type() + " from " + x + " at " + velocityX);
    });
  }

  @ParameterizedTest
  @MethodSource("flyingAtWalls")
  void noSpinningBulletPassesAThinWall(Shape flying, Shape wall) {
    BodyKind kind = bullet(flying);
    shoot((x, velocityX, velocityY) -> {
      Lab lab = behind(Lab.fixed(wall, Lab.STONE));
      long body = lab.fly(kind, x, 0, velocityX, velocityY);
      lab.bodies.setVelocity(body, velocityX, velocityY, 100);
      assertStays(lab, body, flying.type() + " from " + x + " at " + velocityX);
    });
  }

  /** In the frame of the board, which gives way and turns: what flies on is before it still. */
  @Test
  void noBulletPassesAThinBoardThatGivesWay() {
    BodyKind board = Lab.moving(Shape.box(0.005f, HALF_WALL_METERS), Lab.STONE);
    for (Shape flying : FLYING) {
      BodyKind kind = bullet(flying);
      shoot((x, velocityX, velocityY) -> {
        Lab lab = Lab.fromAbove();
        long target = lab.add(board, 0, 0);
        long body = lab.fly(kind, x, 0, velocityX, velocityY);
        for (int step = 0; step < STEPS; step++) {
          lab.world.step();
          float along = alongNormal(lab, target, body);
          assertTrue(along < 0, () -> flying.type() + " from " + x + " passed by " + along);
        }
      });
    }
  }

  private static float alongNormal(Lab lab, long board, long body) {
    float dx = lab.bodies.x(body) - lab.bodies.x(board);
    float dy = lab.bodies.y(body) - lab.bodies.y(board);
    return lab.bodies.cos(board) * dx + lab.bodies.sin(board) * dy;
  }

  @Test
  void whatIsNoBulletPassesABoardThatGivesWay() {
    Lab lab = Lab.fromAbove();
    lab.add(Lab.moving(Shape.box(0.005f, 5), Lab.STONE), 0, 0);
    long body = lab.fly(Lab.moving(Shape.circle(0.05f), Lab.STONE), -2.5f, 0, SPEED, 0);
    lab.steps(2);
    assertTrue(lab.bodies.x(body) > 1);
  }

  @Test
  void fromBehindAChainIsOpen() {
    Shape chain = Shape.chain(false, 0, -HALF_WALL_METERS, 0, HALF_WALL_METERS).getFirst();
    for (Shape flying : FLYING) {
      shoot((x, velocityX, velocityY) -> {
        Lab lab = behind(Lab.fixed(chain, Lab.STONE));
        long body = lab.fly(bullet(flying), x, 0, velocityX, velocityY);
        lab.steps(STEPS);
        float way = lab.bodies.x(body) - x;
        float whole = STEPS * Lab.STEP_SECONDS * velocityX;
        assertTrue(way > 0.99f * whole, () -> flying.type() + " from " + x + " went " + way);
      });
    }
  }

  @Test
  void sensorsAndWhatTheFilterLeavesOutArePassed() {
    Shape wall = Shape.box(0.005f, 5);
    Filter other = new Filter(2, 2, 0);
    for (BodyKind kind :
        List.of(
            BodyKind.fixed().sensor(wall, Filter.ALL).build(),
            BodyKind.fixed().part(wall, Lab.STONE, other).build(),
            BodyKind.dynamic().part(wall, Lab.STONE, other).build())) {
      Lab lab = behind(kind);
      long body = lab.fly(bullet(Shape.circle(0.05f)), -2.5f, 0, SPEED, 0);
      lab.steps(2);
      assertTrue(lab.bodies.x(body) > 7, kind.type() + " stopped it");
    }
  }

  /** A room of a chain, a thousand balls a second on its walls. */
  @Test
  void nothingLeavesAClosedRoom() {
    Lab lab = Lab.fromAbove();
    List<Shape> room = Shape.chain(true, -5, -5, -5, 5, 5, 5, 5, -5);
    lab.add(BodyKind.fixed().chain(room, new Material(1, 0.1f, 1), Filter.ALL).build(), 0, 0);
    BodyKind ball = Lab.moving(Shape.circle(0.1f), new Material(1, 0.1f, 1));
    for (int i = 0; i < 30; i++) {
      double angle = 2 * StrictMath.PI * i / 30;
      float velocityX = SPEED * (float) StrictMath.cos(angle);
      float velocityY = SPEED * (float) StrictMath.sin(angle);
      lab.fly(ball, (i % 6) - 2.5f, (i / 6) - 2f, velocityX, velocityY);
    }
    for (int step = 0; step < 600; step++) {
      lab.world.step();
      for (int slot = 1; slot < lab.bodies.slots(); slot++) {
        long body = lab.bodies.at(slot);
        boolean inside = Math.abs(lab.bodies.x(body)) < 5 && Math.abs(lab.bodies.y(body)) < 5;
        assertTrue(inside, "ball " + slot + " left in step " + step);
      }
    }
  }
}
