package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.math.Rng;

/** Of every touch, every stay in a sensor and every blow the game is told once, in order. */
final class EventsTest {
  private static final Shape BOX = Shape.box(0.5f, 0.5f);

  private final Lab lab = Lab.fromAbove();
  private final Events events = lab.world.events();

  /** The steps after which something was told, one entry for each time. */
  private List<Integer> told(Touches touches, int steps) {
    List<Integer> when = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      lab.world.step();
      for (int i = 0; i < touches.count(); i++) {
        when.add(step);
      }
    }
    return when;
  }

  private void expectOnly(Touches touches, long bodyA, long bodyB) {
    assertEquals(1, touches.count());
    assertEquals(bodyA, touches.bodyA(0));
    assertEquals(bodyB, touches.bodyB(0));
  }

  private static BodyKind elastic() {
    return Lab.moving(Shape.circle(0.5f), new Material(1, 0, 1));
  }

  @Test
  void aTouchBeginsOnceAndEndsOnce() {
    long wall = lab.add(Lab.fixed(BOX, Lab.ICE), 0, 0);
    long ball = lab.fly(elastic(), -3, 0, 6, 0);
    int begun = 0;
    int ended = 0;
    for (int step = 0; step < 60; step++) {
      lab.world.step();
      if (events.begun().count() > 0) {
        expectOnly(events.begun(), wall, ball);
        begun++;
      }
      if (events.ended().count() > 0) {
        expectOnly(events.ended(), wall, ball);
        assertEquals(1, begun);
        ended++;
      }
      assertEquals(0, events.entered().count() + events.left().count());
    }
    assertEquals(1, begun);
    assertEquals(1, ended);
    assertTrue(lab.bodies.velocityX(ball) < 0);
  }

  @Test
  void whatLiesStillIsToldOfOnce() {
    Lab side = Lab.fromTheSide();
    side.floor();
    side.crate(0, 0.5f);
    int begun = 0;
    for (int step = 0; step < 300; step++) {
      side.world.step();
      begun += side.world.events().begun().count();
      assertEquals(0, side.world.events().ended().count());
    }
    assertEquals(1, begun);
  }

  @Test
  void aSensorTellsOfEntryAndExitAndPushesNothing() {
    long gate = lab.add(BodyKind.fixed().sensor(BOX, Filter.ALL).build(), 0, 0);
    long ball = lab.fly(elastic(), -3, 0.3f, 6, 0);
    int entered = 0;
    int left = 0;
    for (int step = 0; step < 90; step++) {
      lab.world.step();
      float x = lab.bodies.x(ball);
      if (events.entered().count() > 0) {
        expectOnly(events.entered(), gate, ball);
        assertEquals(-0.9f, x, 0.11f);
        entered++;
      }
      if (events.left().count() > 0) {
        expectOnly(events.left(), gate, ball);
        assertEquals(1.1f, x, 0.11f);
        left++;
      }
      assertEquals(0, events.begun().count() + events.ended().count() + events.hits().count());
    }
    assertEquals(1, entered);
    assertEquals(1, left);
    assertEquals(6, lab.bodies.velocityX(ball));
  }

  @Test
  void aSensorThatFliesAlongSeesWhatStands() {
    long wall = lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    BodyKind seer =
        BodyKind.kinematic().sensor(Shape.circle(2), Filter.ALL).part(BOX, Lab.STONE).build();
    long eye = lab.fly(seer, -5, 0, 6, 0);
    assertEquals(1, told(events.entered(), 30).size());
    lab.bodies.setVelocity(eye, -6, 0, 0);
    lab.steps(1);
    for (int step = 0; step < 60 && events.left().count() == 0; step++) {
      lab.world.step();
    }
    expectOnly(events.left(), wall, eye);
    assertEquals(0, events.left().partB(0));
  }

  @Test
  void whatIsDestroyedIsToldByTheHandleItHad() {
    long ground = lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    long crate = lab.crate(1, 0);
    long sensor = lab.add(BodyKind.fixed().sensor(BOX, Filter.ALL).build(), 1.5f, 0);
    lab.steps(1);
    expectOnly(events.begun(), ground, crate);
    expectOnly(events.entered(), crate, sensor);
    lab.bodies.destroy(crate);
    lab.steps(1);
    expectOnly(events.ended(), ground, crate);
    expectOnly(events.left(), crate, sensor);
    assertFalse(lab.bodies.exists(crate));
    lab.steps(1);
    assertEquals(0, events.ended().count() + events.left().count());
  }

  @Test
  void bothOfATouchMayBeDestroyedAtOnce() {
    long one = lab.crate(0, 0);
    long other = lab.crate(1, 0);
    lab.steps(1);
    lab.bodies.destroy(other);
    lab.bodies.destroy(one);
    lab.steps(1);
    expectOnly(events.ended(), one, other);
  }

  /** A slot is not taken again before those it touched were told. */
  @Test
  void aNewBodyIsNotTakenForTheOneItReplaces() {
    long ground = lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    long old = lab.crate(1, 0);
    lab.steps(1);
    lab.bodies.destroy(old);
    long fresh = lab.crate(1, 0);
    lab.steps(1);
    expectOnly(events.ended(), ground, old);
    expectOnly(events.begun(), ground, fresh);
  }

  @Test
  void whatIsTakenOutLeavesItsSlotAtOnceAndNobodyIsTold() {
    long ground = lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    long old = lab.crate(1, 0);
    lab.steps(1);
    lab.world.takeOut(old);
    assertFalse(lab.bodies.exists(old));
    assertEquals(0, lab.world.contacts().count());
    long fresh = lab.crate(1, 0);
    assertEquals((int) old, (int) fresh, "the slot");
    lab.steps(1);
    assertEquals(0, events.ended().count());
    expectOnly(events.begun(), ground, fresh);
  }

  @Test
  void eventsComeInOrderOfSlots() {
    Rng rng = new Rng(7);
    for (int i = 0; i < 200; i++) {
      long body = lab.ball(rng.nextFloat(-8, 8), rng.nextFloat(-8, 8));
      lab.bodies.setVelocity(body, rng.nextFloat(-9, 9), rng.nextFloat(-9, 9), 0);
    }
    int all = 0;
    for (int step = 0; step < 60; step++) {
      lab.world.step();
      for (Touches touches : List.of(events.begun(), events.ended(), events.hits())) {
        all += touches.count();
        for (int i = 1; i < touches.count(); i++) {
          assertTrue(order(touches, i - 1) < order(touches, i));
        }
      }
    }
    assertTrue(all > 500, all + " events");
  }

  private static long order(Touches touches, int index) {
    return (long) (int) touches.bodyA(index) << 32 | (int) touches.bodyB(index);
  }

  @Test
  void aFastDoorSwingsThroughTheWallItHangsIn() {
    long wall = lab.add(Lab.fixed(Shape.box(0.1f, 2), Lab.STONE), 0, 2);
    long door = lab.add(Lab.moving(Shape.box(1, 0.05f), Lab.STONE), 1, 0);
    lab.world.joints().create(RevoluteJoint.FREE, wall, door, 0, 0);
    lab.bodies.setVelocity(door, 0, 10, 10);
    lab.seconds(1);
    assertTrue(lab.bodies.spin(door) > 8, "it was stopped");
  }

  @Test
  void aBlowIsToldWithItsSpeedAndPlace() {
    long wall = lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    long ball = lab.fly(elastic(), -3, 0.2f, 6, 0);
    int blows = 0;
    for (int step = 0; step < 60; step++) {
      lab.world.step();
      Hits hits = events.hits();
      if (hits.count() > 0) {
        expectOnly(hits, wall, ball);
        assertEquals(6, hits.speedMetersPerSecond(0), 1e-3);
        assertEquals(-0.5f, hits.x(0), 0.11f);
        assertEquals(0.2f, hits.y(0), 0.01f);
        assertEquals(-1, hits.normalX(0), 1e-5);
        assertEquals(0, hits.normalY(0), 1e-5);
        blows++;
      }
    }
    assertEquals(1, blows);
  }

  @Test
  void aBlowIsToldOnceHoweverSlowlyTheTwoPart() {
    lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    Material dull = new Material(1, 0, 0.2f);
    lab.fly(Lab.moving(Shape.circle(0.25f), dull), -3, 0.2f, 6, 0);
    assertEquals(1, told(events.hits(), 60).size());
  }

  @ParameterizedTest
  @CsvSource({"0.8, 0", "1.3, 1"})
  void aGentleTouchIsNoBlow(float speed, int blows) {
    lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    lab.fly(Lab.moving(BOX, Lab.STONE), -1.5f, 0, speed, 0);
    assertEquals(blows, told(events.hits(), 120).size());
  }

  @Test
  void partsAreToldByTheirIndex() {
    BodyKind pair =
        BodyKind.fixed()
            .part(Shape.circle(-5, 0, 0.5f), Lab.STONE)
            .part(Shape.circle(5, 0, 0.5f), Lab.STONE)
            .build();
    lab.add(pair, 0, 0);
    lab.ball(5.9f, 0);
    lab.steps(1);
    assertEquals(1, events.begun().partA(0));
    assertEquals(0, events.begun().partB(0));
  }

  @Test
  void whoTouchesSomethingMovableKnows() {
    lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    long onWall = lab.crate(0, 1);
    long one = lab.crate(5, 0);
    long other = lab.crate(6, 0);
    lab.steps(1);
    assertFalse(lab.bodies.touchesMoving(onWall));
    assertTrue(lab.bodies.touchesMoving(one));
    assertTrue(lab.bodies.touchesMoving(other));
    lab.bodies.setPose(other, 9, 0, 1, 0);
    lab.steps(1);
    assertFalse(lab.bodies.touchesMoving(one));
  }

  @ParameterizedTest
  @CsvSource({
    "1, -1, 0, 1, -1, 0, true",
    "1, 2, 0, 1, 2, 0, false",
    "1, 2, 0, 2, 1, 0, true",
    "1, 2, 0, 2, 4, 0, false",
    "1, 0, 5, 1, 0, 5, true",
    "1, -1, -5, 1, -1, -5, false",
    "1, -1, -5, 1, -1, -6, true",
    "1, 0, 5, 1, 0, 6, false"
  })
  void filtersSayWhoCollides(
      int categoryA, int maskA, int groupA, int categoryB, int maskB, int groupB, boolean collide) {
    Filter filterA = new Filter(categoryA, maskA, groupA);
    Filter filterB = new Filter(categoryB, maskB, groupB);
    lab.add(BodyKind.dynamic().part(BOX, Lab.STONE, filterA).build(), 0, 0);
    long b = lab.add(BodyKind.dynamic().part(BOX, Lab.STONE, filterB).build(), 0.9f, 0);
    assertEquals(collide ? 1 : 0, told(events.begun(), 30).size());
    assertEquals(collide, lab.bodies.x(b) > 0.91f);
  }

  @Test
  void joinedBodiesTouchAgainWhenTheirJointGoes() {
    long one = lab.crate(0, 0);
    long other = lab.crate(0.9f, 0);
    lab.steps(1);
    expectOnly(events.begun(), one, other);
    long joint = lab.joints.create(RevoluteJoint.FREE, one, other, 0.5f, 0);
    lab.steps(1);
    expectOnly(events.ended(), one, other);
    assertEquals(0, told(events.begun(), 30).size());
    lab.joints.destroy(joint);
    lab.steps(1);
    expectOnly(events.begun(), one, other);
  }

  @Test
  void joinedBodiesThatMayCollideGoOnTouching() {
    long one = lab.crate(0, 0);
    long other = lab.crate(1, 0);
    lab.steps(1);
    lab.joints.create(RevoluteJoint.FREE.colliding(), one, other, 0.5f, 0);
    assertEquals(0, told(events.ended(), 30).size());
    assertTrue(lab.bodies.touchesMoving(one));
  }

  @Test
  void whatIsPutElsewhereEndsItsTouch() {
    long wall = lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    long crate = lab.crate(1, 0);
    lab.steps(1);
    lab.bodies.setPose(crate, 50, 0, 1, 0);
    lab.steps(1);
    expectOnly(events.ended(), wall, crate);
  }

  @Test
  void restoringForgetsTheLastStepsEvents() {
    lab.add(Lab.fixed(BOX, Lab.STONE), 0, 0);
    lab.crate(1, 0);
    byte[] saved = Lab.save(lab.world);
    lab.steps(1);
    assertEquals(1, events.begun().count());
    Lab.restore(lab.world, saved);
    assertEquals(0, events.begun().count());
    assertEquals(1, told(events.begun(), 10).size());
  }
}
