package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who rests with all that touches him is left out of the step until something happens to one. */
final class SleepTest {
  private static final float FALL_ASLEEP_SECONDS = 2;

  private final Lab lab = Lab.withSleep();
  private final long ground = lab.floor();

  /** Two crates side by side and one across them; and one that stands alone. */
  private final long left = lab.crate(0, 0.5f);

  private final long right = lab.crate(1.2f, 0.5f);
  private final long top = lab.crate(0.6f, 1.5f);
  private final long alone = lab.crate(20, 0.5f);

  private void fallAsleep() {
    lab.seconds(FALL_ASLEEP_SECONDS);
    assertFalse(lab.bodies.awake(left));
    assertFalse(lab.bodies.awake(right));
    assertFalse(lab.bodies.awake(top));
    assertFalse(lab.bodies.awake(alone));
  }

  private void expectPileAwake() {
    assertTrue(lab.bodies.awake(left), "left sleeps");
    assertTrue(lab.bodies.awake(right), "right sleeps");
    assertTrue(lab.bodies.awake(top), "top sleeps");
    assertFalse(lab.bodies.awake(alone), "the one alone is awake");
  }

  @Test
  void whatSleepsStaysAsItIsBitForBit() {
    fallAsleep();
    byte[] asleep = Lab.save(lab.world);
    lab.seconds(10);
    assertArrayEquals(asleep, Lab.save(lab.world));
    assertEquals(0, lab.speed(top));
  }

  @Test
  void whatHangsOnAMoverWakesWhenItGoes() {
    long trolley = trolley();
    long load = hang(trolley);
    lab.bodies.setVelocity(trolley, 2, 0, 0);
    lab.seconds(2);
    assertEquals(44, lab.bodies.x(load), 1);
  }

  @Test
  void whatHangsOnAMoverWakesWhenItIsPutElsewhere() {
    long trolley = trolley();
    long load = hang(trolley);
    lab.bodies.setPose(trolley, 41, 10, 1, 0);
    lab.world.step();
    assertTrue(lab.bodies.awake(load));
  }

  private long trolley() {
    return lab.add(BodyKind.kinematic().part(Shape.circle(0.1f), Lab.STONE).build(), 40, 10);
  }

  /** A load on a rope, asleep. */
  private long hang(long trolley) {
    long load = lab.crate(40, 8);
    lab.world.joints().create(DistanceJoint.rope(2), trolley, load, 40, 10, 40, 8);
    lab.seconds(FALL_ASLEEP_SECONDS);
    assertFalse(lab.bodies.awake(load));
    return load;
  }

  @Test
  void nobodyRestsInLessThanHalfASecond() {
    lab.seconds(0.45f);
    assertTrue(lab.bodies.awake(alone));
  }

  private static Stream<Arguments> reasonsToWake() {
    return Stream.of(
        reason("a force", test -> test.lab.bodies.applyForce(test.top, 1, 0)),
        reason("a force at a point", test -> test.lab.bodies.applyForceAt(test.left, 1, 0, 0, 1)),
        reason("a torque", test -> test.lab.bodies.applyTorque(test.right, 0.1f)),
        reason("an impulse", test -> test.lab.bodies.applyImpulse(test.top, 0.1f, 0)),
        reason("a twist", test -> test.lab.bodies.applyAngularImpulse(test.top, 0.1f)),
        reason("a velocity", test -> test.lab.bodies.setVelocity(test.left, 0, 0, 0)),
        reason("a call", test -> test.lab.bodies.wake(test.right)),
        reason("a teleport", test -> test.lab.bodies.setPose(test.top, 0.6f, 1.6f, 1, 0)),
        reason("a joint", SleepTest::join));
  }

  private static Arguments reason(String name, Consumer<SleepTest> happens) {
    return Arguments.of(name, happens);
  }

  private void join() {
    long hook = lab.add(Lab.fixed(Shape.circle(0.1f), Lab.STONE), 0, 5);
    lab.joints.create(DistanceJoint.rope(6), hook, left, 0, 5, 0, 0.5f);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reasonsToWake")
  void anIslandWakesAsAWholeBy(String name, Consumer<SleepTest> happens) {
    fallAsleep();
    happens.accept(this);
    lab.steps(1);
    expectPileAwake();
    lab.seconds(4);
    assertFalse(lab.bodies.awake(left), "still awake after " + name);
  }

  @Test
  void noForceWakesNobody() {
    fallAsleep();
    lab.bodies.applyForce(top, 0, 0);
    lab.bodies.applyImpulse(top, 0, 0);
    lab.steps(1);
    assertFalse(lab.bodies.awake(top));
  }

  @Test
  void whatStrikesAnIslandWakesIt() {
    fallAsleep();
    lab.fly(Lab.moving(Shape.circle(0.2f), Lab.STONE), -3, 0.5f, 8, 0);
    lab.seconds(0.6f);
    expectPileAwake();
  }

  /** What merely comes near does not. */
  @Test
  void whatPassesByLetsItSleep() {
    fallAsleep();
    lab.fly(Lab.moving(Shape.circle(0.2f), Lab.ICE), -3, 3, 20, 0);
    lab.seconds(0.4f);
    assertFalse(lab.bodies.awake(top));
  }

  @Test
  void whoseSupportIsDestroyedFalls() {
    fallAsleep();
    lab.bodies.destroy(left);
    lab.steps(1);
    assertTrue(lab.bodies.awake(right));
    assertTrue(lab.bodies.awake(top));
    lab.seconds(3);
    assertTrue(lab.bodies.y(top) < 1.2f, lab.bodies.y(top) + " m up");
  }

  @Test
  void whoseSupportIsTakenOutFalls() {
    fallAsleep();
    lab.world.takeOut(left);
    lab.steps(1);
    assertTrue(lab.bodies.awake(right));
    assertTrue(lab.bodies.awake(top));
    lab.seconds(3);
    assertTrue(lab.bodies.y(top) < 1.2f, lab.bodies.y(top) + " m up");
  }

  @Test
  void whoseGroundIsDestroyedFalls() {
    fallAsleep();
    lab.bodies.destroy(ground);
    lab.seconds(1);
    assertTrue(lab.bodies.y(alone) < -3);
    assertTrue(lab.bodies.y(top) < -2);
  }

  @Test
  void whoseGroundIsMovedAwayFalls() {
    fallAsleep();
    lab.bodies.setPose(ground, 0, -5, 1, 0);
    lab.seconds(3);
    assertEquals(-3.5f, lab.bodies.y(alone), 0.02f);
    assertEquals(-2.5f, lab.bodies.y(top), 0.05f);
  }

  @Test
  void aWallThatIsPutIntoASleeperWakesIt() {
    fallAsleep();
    long wall = lab.add(Lab.fixed(Shape.box(0.5f, 0.5f), Lab.STONE), 50, 50);
    lab.steps(1);
    lab.bodies.setPose(wall, 20.8f, 0.5f, 1, 0);
    lab.seconds(1);
    assertTrue(lab.bodies.x(alone) < 19.9f, lab.bodies.x(alone) + " m");
  }

  @Test
  void aMoverWakesWhatItTouches() {
    fallAsleep();
    long mover =
        lab.add(BodyKind.kinematic().part(Shape.circle(0.4f), Lab.STONE).build(), 17, 0.5f);
    lab.bodies.setVelocity(mover, 2, 0, 0);
    lab.seconds(2);
    assertTrue(lab.bodies.x(alone) > 21, lab.bodies.x(alone) + " m");
    assertFalse(lab.bodies.awake(top));
  }

  @Test
  void onAMoverNobodyRests() {
    long lift = lab.add(BodyKind.kinematic().part(Shape.box(2, 0.2f), Lab.STONE).build(), 50, 1);
    long rider = lab.crate(50, 1.7f);
    lab.bodies.setVelocity(lift, 0, 0.01f, 0);
    lab.seconds(4);
    assertTrue(lab.bodies.awake(rider));
    lab.bodies.setVelocity(lift, 0, 0, 0);
    lab.seconds(2);
    assertFalse(lab.bodies.awake(rider));
    lab.bodies.setVelocity(lift, 0, 1, 0);
    lab.seconds(1);
    assertTrue(lab.bodies.y(rider) > 2.5f, lab.bodies.y(rider) + " m up");
  }

  @Test
  void aMoverThatIsPutElsewhereWakesWhomItLeavesAndWhomItMeets() {
    long lift = lab.add(BodyKind.kinematic().part(Shape.box(2, 0.2f), Lab.STONE).build(), 50, 1);
    long rider = lab.crate(50, 1.7f);
    fallAsleep();
    assertFalse(lab.bodies.awake(rider));
    lab.bodies.setPose(lift, 20, 1.1f, 1, 0);
    lab.seconds(1);
    assertTrue(lab.bodies.y(rider) < 0.6f, lab.bodies.y(rider) + " m up");
    assertTrue(Math.abs(lab.bodies.y(alone) - 0.5f) > 0.01f || lab.bodies.awake(alone));
  }

  @Test
  void theSleeplessKeepTheirNeighboursAwake() {
    Shape box = Shape.box(0.5f, 0.5f);
    long watch = lab.add(BodyKind.dynamic().part(box, Lab.STONE).sleepless().build(), 40, 0.5f);
    long beside = lab.crate(40, 1.5f);
    lab.seconds(4);
    assertTrue(lab.bodies.awake(watch));
    assertTrue(lab.bodies.awake(beside));
  }

  @Test
  void bodiesOnOneFloorSleepEachForItself() {
    fallAsleep();
    lab.bodies.wake(alone);
    lab.steps(1);
    assertTrue(lab.bodies.awake(alone));
    assertFalse(lab.bodies.awake(left));
  }

  @Test
  void joinedBodiesSleepAndWakeTogether() {
    long one = lab.crate(-20, 0.5f);
    long other = lab.crate(-25, 0.5f);
    lab.joints.create(DistanceJoint.rope(6), one, other, -20, 0.5f, -25, 0.5f);
    fallAsleep();
    assertFalse(lab.bodies.awake(one));
    lab.bodies.wake(one);
    lab.steps(1);
    assertTrue(lab.bodies.awake(other));
  }

  @Test
  void aSensorLetsSleep() {
    lab.add(BodyKind.fixed().sensor(Shape.box(30, 5), Filter.ALL).build(), 0, 0);
    fallAsleep();
    byte[] asleep = Lab.save(lab.world);
    lab.seconds(1);
    assertArrayEquals(asleep, Lab.save(lab.world));
  }

  @Test
  void whatSleepsIsStillTouchedByQueries() {
    fallAsleep();
    Hit hit = new Hit();
    assertTrue(lab.world.newQueries().ray(0.6f, 5, 0, -10, -1, Bodies.NONE, hit));
    assertEquals(top, hit.body());
  }

  @Test
  void wakingOneOfASavedIslandWakesAllOfTheRestored() {
    fallAsleep();
    byte[] asleep = Lab.save(lab.world);
    lab.bodies.destroy(top);
    lab.steps(3);
    Lab.restore(lab.world, asleep);
    assertFalse(lab.bodies.awake(top));
    lab.bodies.wake(left);
    lab.steps(1);
    expectPileAwake();
  }
}
