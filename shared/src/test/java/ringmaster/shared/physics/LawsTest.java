package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

/** Bodies move as mechanics says, as closely as steps of a sixtieth of a second allow. */
final class LawsTest {
  private static final float SUBSTEP_SECONDS = Lab.STEP_SECONDS / 4;

  private static final Shape BALL = Shape.circle(0.5f);
  private static final Shape BOX = Shape.box(0.5f, 0.5f);

  private static Material bouncing(float restitution) {
    return new Material(1, 0, restitution);
  }

  @ParameterizedTest
  @CsvSource({"240, 4", "60, 4", "30, 8", "20, 12"})
  void fallsAndFliesByTheSumOfItsSubsteps(float stepsPerSecond, int substeps) {
    Lab lab = Lab.fromTheSide(1 / stepsPerSecond);
    long body = lab.fly(Lab.moving(BOX, Lab.STONE), 0, 0, 3, 8);
    lab.seconds(2);
    double count = 2 * stepsPerSecond * substeps;
    double seconds = 2 / count;
    assertEquals(6, lab.bodies.x(body), 1e-3);
    double fallen = Lab.GRAVITY * seconds * seconds * count * (count + 1) / 2;
    assertEquals(16 - fallen, lab.bodies.y(body), 1e-3);
    assertEquals(8 - 2 * Lab.GRAVITY, lab.bodies.velocityY(body), 1e-3);
    assertEquals(0, lab.bodies.spin(body));
  }

  @Test
  void gravityPullsAsMuchAsItsScaleSays() {
    Lab lab = Lab.fromTheSide();
    long balloon =
        lab.add(BodyKind.dynamic().part(BALL, Lab.STONE).gravityScale(-0.5f).build(), 0, 0);
    lab.seconds(1);
    assertEquals(Lab.GRAVITY / 2, lab.bodies.velocityY(balloon), 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 2", "3, 0.1", "10000, 50"})
  void dampingTakesItsShareInEverySubstep(float linear, float angular) {
    Lab lab = Lab.fromAbove();
    BodyKind kind = BodyKind.dynamic().part(BOX, Lab.STONE).damping(linear, angular).build();
    long body = lab.add(kind, 0, 0);
    lab.bodies.setVelocity(body, 5, 0, 7);
    lab.steps(30);
    double left = StrictMath.pow(1 + SUBSTEP_SECONDS * linear, -120);
    double spinLeft = StrictMath.pow(1 + SUBSTEP_SECONDS * angular, -120);
    assertEquals(5 * left, lab.bodies.velocityX(body), 5e-4 * left + 1e-9);
    assertEquals(7 * spinLeft, lab.bodies.spin(body), 7e-4 * spinLeft + 1e-9);
  }

  @Test
  void forcesLastForAStepAndImpulsesActAtOnce() {
    Lab lab = Lab.fromAbove();
    BodyKind kind = BodyKind.dynamic().part(BOX, Lab.STONE).massKilograms(4).build();
    long pushed = lab.add(kind, 0, 0);
    long kicked = lab.add(kind, 10, 0);
    lab.bodies.applyForce(pushed, 240, 0);
    lab.bodies.applyTorque(pushed, 60);
    lab.bodies.applyImpulse(kicked, 0, 8);
    lab.bodies.applyAngularImpulse(kicked, 3);
    assertEquals(2, lab.bodies.velocityY(kicked));
    assertEquals(3 / kind.inertia(), lab.bodies.spin(kicked), 1e-5);
    lab.steps(1);
    assertEquals(1, lab.bodies.velocityX(pushed), 1e-5);
    assertEquals(1 / kind.inertia(), lab.bodies.spin(pushed), 1e-5);
    lab.steps(1);
    assertEquals(1, lab.bodies.velocityX(pushed), 1e-5);
  }

  @Test
  void whatIsPushedOffItsCentreTurns() {
    Lab lab = Lab.fromAbove();
    BodyKind kind = Lab.moving(BOX, Lab.STONE);
    long body = lab.bodies.create(kind, 5, 5, 0, 1);
    lab.bodies.applyImpulseAt(body, 0, 2, 5.25f, 5);
    assertEquals(2 * 0.25f / kind.inertia(), lab.bodies.spin(body), 1e-5);
    lab.bodies.applyForceAt(body, -120, 0, 5, 4.75f);
    lab.steps(1);
    assertEquals(0, lab.bodies.spin(body), 1e-5);
    assertEquals(-2, lab.bodies.velocityX(body), 1e-5);
  }

  @Test
  void whatSpinsFreelySpinsOnAndTurnsByIt() {
    Lab lab = Lab.fromAbove();
    long body = lab.add(Shape.box(1, 0.2f), Lab.STONE, 0, 0);
    lab.bodies.setVelocity(body, 0, 0, 3);
    lab.seconds(1);
    assertEquals(3, lab.bodies.spin(body));
    assertEquals(StrictMath.cos(3), lab.bodies.cos(body), 1e-3);
    assertEquals(StrictMath.sin(3), lab.bodies.sin(body), 1e-3);
  }

  @Test
  void anUprightBodyNeverTurns() {
    Lab lab = Lab.fromTheSide();
    lab.floor();
    long body = lab.add(BodyKind.dynamic().part(BOX, Lab.STONE).upright().build(), 0, 0.5f);
    lab.fly(Lab.moving(BALL, Lab.STONE), -5, 0.9f, 10, 0);
    lab.bodies.applyTorque(body, 1e6f);
    lab.seconds(2);
    assertEquals(1, lab.bodies.cos(body));
    assertEquals(0, lab.bodies.spin(body));
    assertTrue(lab.bodies.x(body) > 0.1f);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 3, 1", "1, 3, 0.5", "5, 1, 0", "1, 100, 0.8"})
  void aCentralCollisionObeysNewton(float massA, float massB, float restitution) {
    Lab lab = Lab.fromAbove();
    Material material = bouncing(restitution);
    BodyKind kindA = BodyKind.dynamic().part(BALL, material).massKilograms(massA).build();
    BodyKind kindB = BodyKind.dynamic().part(BALL, material).massKilograms(massB).build();
    long a = lab.fly(kindA, -3, 0, 6, 0);
    long b = lab.fly(kindB, 3, 0, -2, 0);
    lab.seconds(2);
    double common = (6 * massA - 2 * massB) / (massA + massB);
    assertEquals(common - 8 * restitution * massB / (massA + massB), lab.bodies.velocityX(a), 0.02);
    assertEquals(common + 8 * restitution * massA / (massA + massB), lab.bodies.velocityX(b), 0.02);
    assertEquals(0, lab.bodies.velocityY(a), 1e-4);
  }

  /** Many bodies of all sorts crash into each other; the sums stay. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void collisionsKeepMomentumAndAddNoEnergy(long seed) {
    Lab lab = cloud(seed, new Material(1, 0.5f, 0.3f));
    double x = lab.momentumX();
    double y = lab.momentumY();
    double angular = lab.angularMomentum();
    double energy = lab.energy();
    for (int step = 0; step < 180; step++) {
      lab.world.step();
      double now = lab.energy();
      assertTrue(
          now < energy * 1.01, "seed " + seed + ", step " + step + ": " + energy + " " + now);
      energy = now;
    }
    double scale = Math.abs(x) + Math.abs(y);
    assertEquals(x, lab.momentumX(), 1e-4 * scale);
    assertEquals(y, lab.momentumY(), 1e-4 * scale);
    assertEquals(angular, lab.angularMomentum(), 0.02 * Math.abs(angular));
  }

  /** A hundred bodies that fly about their common middle and into each other. */
  private static Lab cloud(long seed, Material material) {
    Rng rng = new Rng(seed);
    Lab lab = Lab.fromAbove();
    for (int i = 0; i < 100; i++) {
      Shape shape =
          switch (i % 3) {
            case 0 -> Shape.circle(rng.nextFloat(0.2f, 0.6f));
            case 1 -> Shape.box(rng.nextFloat(0.2f, 0.6f), rng.nextFloat(0.2f, 0.6f));
            default -> Shape.capsule(-0.3f, 0, 0.3f, 0.1f, rng.nextFloat(0.1f, 0.3f));
          };
      float x = 2 * (i % 10) - 9;
      float y = 2 * (i / 10) - 9;
      long body = lab.add(Lab.moving(shape, material), x, y);
      float vx = 3 - 0.7f * x - 0.5f * y + rng.nextFloat(-3, 3);
      float vy = 2 - 0.7f * y + 0.5f * x + rng.nextFloat(-3, 3);
      lab.bodies.setVelocity(body, vx, vy, rng.nextFloat(-3, 3));
    }
    return lab;
  }

  @Test
  void anElasticGasKeepsItsEnergy() {
    Lab lab = cloud(4, bouncing(1));
    double energy = lab.energy();
    lab.seconds(3);
    assertEquals(energy, lab.energy(), 0.01 * energy);
  }

  @Test
  void aPileThatFallsLosesEnergyUntilItRests() {
    Lab lab = Lab.fromTheSide();
    lab.floor();
    for (int i = 0; i < 60; i++) {
      lab.crate(1.01f * (i % 6) + 0.3f * (i / 6 % 2), 2 + 1.5f * (i / 6));
    }
    double least = lab.energy();
    double regained = 0;
    for (int step = 0; step < 400; step++) {
      lab.world.step();
      least = Math.min(least, lab.energy());
      regained = Math.max(regained, lab.energy() - least);
    }
    // What overlaps from the blow is pushed apart, and so lifted a little.
    assertTrue(regained < 0.02 * least, "regained " + regained + " J of " + least);
    lab.seconds(3);
    double rest = lab.energy();
    lab.seconds(1);
    assertEquals(rest, lab.energy(), 0.01 * rest);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.5f, 0.8f, 1})
  void aBallBouncesToTheSquareOfItsRestitution(float restitution) {
    Lab lab = Lab.fromTheSide();
    lab.floor(bouncing(0));
    long ball = lab.add(BALL, bouncing(restitution), 0, 4.5f);
    while (lab.bodies.y(ball) > 0.6f) {
      lab.steps(1);
    }
    float top = 0;
    for (int step = 0; step < 120; step++) {
      lab.steps(1);
      top = Math.max(top, lab.bodies.velocityY(ball) < 0.2f ? lab.bodies.y(ball) - 0.5f : 0);
    }
    assertEquals(4 * restitution * restitution, top, 0.04 * 4);
  }

  /** A slope of 3 in 4 and a box ten metres up it, both of one friction. */
  private static long slope(Lab lab, Shape shape, float friction) {
    Material material = new Material(1, friction, 0);
    lab.bodies.create(Lab.fixed(Shape.box(50, 1), material), 0.6f, -0.8f - 0.5f, 0.8f, 0.6f);
    float y = -0.5f + 0.5f / 0.8f;
    return lab.bodies.create(Lab.moving(shape, material), 0, y, 0.8f, 0.6f);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.2f, 0.5f, 0.7f})
  void aBoxSlidesDownASlopeAgainstItsFriction(float friction) {
    Lab lab = Lab.fromTheSide();
    long box = slope(lab, BOX, friction);
    lab.seconds(0.5f);
    double before = lab.speed(box);
    lab.seconds(1);
    double expected = Lab.GRAVITY * (0.6 - friction * 0.8);
    assertEquals(expected, lab.speed(box) - before, 0.03 * expected + 0.01);
    assertEquals(0, lab.bodies.spin(box), 0.01);
  }

  @ParameterizedTest
  @ValueSource(floats = {0.8f, 1, 5})
  void aBoxStandsOnASlopeThatItsFrictionHolds(float friction) {
    Lab lab = Lab.fromTheSide();
    long box = slope(lab, BOX, friction);
    lab.seconds(1);
    float x = lab.bodies.x(box);
    lab.seconds(5);
    assertEquals(x, lab.bodies.x(box), 0.02);
  }

  @Test
  void aBallRollsDownASlopeWithTwoThirdsOfTheAcceleration() {
    Lab lab = Lab.fromTheSide();
    long ball = slope(lab, BALL, 1);
    lab.seconds(0.5f);
    double before = lab.speed(ball);
    lab.seconds(1);
    assertEquals(Lab.GRAVITY * 0.6 * 2 / 3, lab.speed(ball) - before, 0.03 * 4);
    assertEquals(2 * lab.speed(ball), lab.bodies.spin(ball), 0.1);
  }

  @Test
  void aSlidingBoxStopsWhereItsFrictionLetsIt() {
    Lab lab = Lab.fromTheSide();
    Material material = new Material(1, 0.4f, 0);
    lab.floor(material);
    long box = lab.add(Shape.box(0.5f, 0.2f), material, 0, 0.2f);
    lab.bodies.setVelocity(box, 6, 0, 0);
    lab.seconds(3);
    assertEquals(36 / (2 * 0.4 * Lab.GRAVITY), lab.bodies.x(box), 0.1);
    assertEquals(0, lab.speed(box), 1e-3);
  }

  @Test
  void aPlatformCarriesWhatStandsOnIt() {
    Lab lab = Lab.fromTheSide();
    long platform = lab.add(BodyKind.kinematic().part(Shape.box(3, 0.5f), Lab.STONE).build(), 0, 0);
    long box = lab.crate(0, 1);
    lab.bodies.setVelocity(platform, 2, 1, 0);
    lab.seconds(3);
    assertEquals(6, lab.bodies.x(platform), 1e-3);
    assertEquals(2, lab.bodies.velocityX(box), 0.01);
    assertEquals(1, lab.bodies.velocityY(box), 0.01);
    assertEquals(lab.bodies.y(platform) + 1, lab.bodies.y(box), 0.02);
    assertTrue(lab.bodies.x(platform) - lab.bodies.x(box) < 0.5f);
  }

  @Test
  void aPlatformPushesWhateverItWeighs() {
    Lab lab = Lab.fromAbove();
    long pusher = lab.add(BodyKind.kinematic().part(BOX, Lab.STONE).build(), 0, 0);
    BodyKind heavy = BodyKind.dynamic().part(BOX, Lab.STONE).massKilograms(1e9f).build();
    long box = lab.add(heavy, 2, 0);
    lab.bodies.setVelocity(pusher, 1, 0, 0);
    lab.seconds(4);
    assertEquals(1, lab.bodies.velocityX(pusher));
    assertEquals(4, lab.bodies.x(pusher), 1e-3);
    assertEquals(5, lab.bodies.x(box), 0.02);
  }
}
