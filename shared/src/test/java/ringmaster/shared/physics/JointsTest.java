package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import ringmaster.shared.state.StateFormatException;
import ringmaster.shared.state.StateReader;
import ringmaster.shared.state.StateWriter;

final class JointsTest {
  private final JointScene scene = JointScene.withGravity();
  private final Joints joints = scene.joints;
  private final long a = scene.ball(0, 0, 1);
  private final long b = scene.ball(1, 0, 1);
  private final long c = scene.ball(2, 0, 1);

  private long hinge(long one, long other) {
    return joints.create(RevoluteJoint.FREE, one, other, 0, 0);
  }

  private boolean forbids(long one, long other) {
    boolean forbids = joints.forbids((int) one, (int) other);
    assertEquals(forbids, joints.forbids((int) other, (int) one));
    return forbids;
  }

  @Test
  void aNewJointTakesTheLowestFreeSlotAndNoHandleComesAgain() {
    long first = hinge(a, b);
    long second = hinge(b, c);
    long third = hinge(a, c);
    joints.destroy(second);
    joints.destroy(first);
    assertEquals(1, joints.count());
    long again = hinge(a, b);
    assertEquals((int) first, (int) again);
    assertNotEquals(first, again);
    assertEquals((int) second, (int) hinge(a, b));
    assertEquals(3, (int) hinge(a, b));
    assertFalse(joints.exists(first));
    assertTrue(joints.exists(third));
    assertEquals(again, joints.at(0));
    assertEquals(4, joints.slots());
    assertThrows(IllegalArgumentException.class, () -> joints.destroy(first));
    assertFalse(joints.exists(Joints.NONE));
  }

  @Test
  void aJointKnowsItsBodiesAndPoints() {
    long rod = joints.create(DistanceJoint.rod(1), a, c, 0, 0.1f, 2, 0.2f);
    assertEquals(a, joints.bodyA(rod));
    assertEquals(c, joints.bodyB(rod));
    assertEquals(0.1f, joints.pointAY(rod));
    assertEquals(2, joints.pointBX(rod));
    scene.bodies.setPose(c, 5, 5, 0, 1);
    assertEquals(4.8f, joints.pointBX(rod));
    assertEquals(5, joints.pointBY(rod));
    assertEquals(StrictMath.PI / 2, joints.angle(rod), 1e-6);
    joints.destroy(rod);
    assertEquals(Joints.NONE, joints.at(0));
  }

  @Test
  void bodiesThatCannotBeJoinedAreRefused() {
    long wall = scene.wall(0, 0);
    long otherWall = scene.wall(1, 0);
    assertThrows(IllegalArgumentException.class, () -> hinge(a, a));
    assertThrows(IllegalArgumentException.class, () -> hinge(wall, otherWall));
    assertThrows(IllegalArgumentException.class, () -> hinge(a, Bodies.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> joints.create(RevoluteJoint.FREE, a, b, Float.NaN, 0));
    assertThrows(
        IllegalArgumentException.class, () -> joints.create(new MouseJoint(1, 1, 1), wall, 0, 0));
    assertEquals(0, joints.count());
    assertEquals(0, joints.slots());
  }

  @Test
  void onlyWhatHasAMotorOrATargetTakesOne() {
    long weld = joints.create(WeldJoint.RIGID, a, b, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> joints.setMotorSpeed(weld, 1));
    assertThrows(IllegalArgumentException.class, () -> joints.setRange(weld, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> joints.setTarget(weld, 0, 1));
    long hinge = hinge(a, b);
    assertThrows(IllegalArgumentException.class, () -> joints.setMotorSpeed(hinge, 1e9f));
    assertThrows(IllegalArgumentException.class, () -> joints.setMotor(hinge, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> joints.setRange(hinge, 2, 1));
    joints.setMotor(hinge, 3, 4);
    assertEquals(3, joints.motorSpeed(hinge));
  }

  @Test
  void joinedBodiesDoNotCollideUnlessTheirJointsSaySo() {
    assertFalse(forbids(a, b));
    long colliding = joints.create(WeldJoint.RIGID.colliding(), a, b, 0, 0);
    joints.create(new MouseJoint(1, 1, 1), a, 0, 0);
    assertFalse(forbids(a, b));
    long one = hinge(a, b);
    long other = hinge(b, a);
    assertTrue(forbids(a, b));
    assertFalse(forbids(a, c));
    joints.destroy(one);
    joints.destroy(colliding);
    assertTrue(forbids(a, b));
    joints.destroy(other);
    assertFalse(forbids(a, b));
    assertFalse(forbids(a, scene.ball(9, 9, 1)));
  }

  @Test
  void aPairIsSoughtAgainWhenNothingForbidsItAnyMore() {
    long wall = scene.wall(0, 0);
    long one = hinge(wall, b);
    long other = hinge(wall, b);
    int shape = scene.bodies.firstShape[(int) b];
    scene.bodies.shapes.moved[shape] = false;
    joints.destroy(one);
    assertFalse(scene.bodies.shapes.moved[shape]);
    joints.destroy(other);
    assertTrue(scene.bodies.shapes.moved[shape]);
  }

  @Test
  void aJointGoesWithEitherOfItsBodies() {
    long ab = hinge(a, b);
    long bc = hinge(b, c);
    long ac = hinge(a, c);
    long mouse = joints.create(new MouseJoint(1, 1, 1), b, 0, 0);
    scene.bodies.destroy(b);
    assertFalse(joints.exists(ab));
    assertFalse(joints.exists(bc));
    assertFalse(joints.exists(mouse));
    assertTrue(joints.exists(ac));
    assertEquals(1, joints.count());
    assertTrue(forbids(a, c));
    scene.seconds(1);
  }

  @Test
  void aFreeSlotKeepsNothingOfItsJoint() {
    JointScene twin = JointScene.withGravity();
    for (int i = 0; i < 3; i++) {
      twin.ball(i, 0, 1);
    }
    long gone = twin.joints.create(new MouseJoint(1, 1, 1), twin.bodies.at(0), 5, 5);
    twin.joints.create(WeldJoint.RIGID, twin.bodies.at(1), twin.bodies.at(2), 0, 0);
    twin.joints.destroy(gone);
    long other = hinge(a, b);
    joints.create(WeldJoint.RIGID, b, c, 0, 0);
    joints.destroy(other);
    assertEquals(twin.hash(), scene.hash());
  }

  @Test
  void restoringReplacesEveryJointThatWasThere() {
    JointScene saved = JointScene.withGravity();
    for (int i = 0; i < 3; i++) {
      saved.ball(i, 0, 1);
    }
    long joint = saved.joints.create(WeldJoint.RIGID, saved.bodies.at(1), saved.bodies.at(2), 1, 0);
    for (int i = 0; i < 40; i++) {
      hinge(a, b);
    }
    scene.restore(saved);
    assertEquals(saved.hash(), scene.hash());
    assertEquals(1, joints.count());
    assertTrue(joints.exists(joint));
    assertTrue(forbids(b, c));
    assertFalse(forbids(a, b));
    assertEquals(1, (int) hinge(a, b));
  }

  @Test
  void aRestoredJointOfNoBodyIsRefused() {
    hinge(a, b);
    ByteBuffer bytes = ByteBuffer.allocate(1_000);
    joints.visit(new StateWriter(bytes));
    bytes.flip();
    // Count, type, flags, generation, body A.
    bytes.putInt(4 + 1 + 1 + 4, 77);
    joints.visit(new StateReader(bytes));
    assertThrows(StateFormatException.class, joints::rebuild);
  }

  @Test
  void aRestoredJointOfNoTypeIsRefused() {
    hinge(a, b);
    ByteBuffer bytes = ByteBuffer.allocate(1_000);
    joints.visit(new StateWriter(bytes));
    bytes.flip();
    bytes.put(4, (byte) 9);
    joints.visit(new StateReader(bytes));
    assertThrows(StateFormatException.class, joints::rebuild);
  }
}
