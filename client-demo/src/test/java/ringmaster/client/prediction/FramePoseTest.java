package ringmaster.client.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Prediction;

final class FramePoseTest {
  private static final long FORWARD = Command.of(60, 127, 0, 0);
  private static final long BACK = Command.of(-60, -127, 0, 0);
  private static final int X_WORD = 1;
  private static final float TENTH_OF_MILLIMETER = 1e-4f;

  private final OwnTank tank = new OwnTank(600);
  private final FramePose pose = new FramePose(tank.body, tank.newPrediction(), OwnTank.RATE);
  private long nowNanos = -1_000_000_000;

  private void frame(long held, float fraction) {
    pose.moveTo(nowNanos, held, fraction);
  }

  private void after(int millis, long held) {
    nowNanos += millis * 1_000_000L;
    frame(held, 0);
  }

  private static float distance(float dx, float dy) {
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /** How far the body is shown from where it is predicted to be. */
  private float offset() {
    Prediction present = tank.body.present();
    return distance(pose.x() - present.x(), pose.y() - present.y());
  }

  @Test
  void underAHeldCommandMotionGoesOnAcrossTicks() {
    frame(FORWARD, 0);
    float lastX = pose.x();
    float lastY = pose.y();
    for (int step = 1; step <= 240; step++) {
      nowNanos += 4_000_000;
      if (step % 4 == 0) {
        frame(FORWARD, 1);
        float x = pose.x();
        float y = pose.y();
        float sin = pose.facingSin();
        tank.share(FORWARD);
        frame(FORWARD, 0);
        assertEquals(x, pose.x(), TENTH_OF_MILLIMETER);
        assertEquals(y, pose.y(), TENTH_OF_MILLIMETER);
        assertEquals(sin, pose.facingSin(), 1e-4f);
      } else {
        frame(FORWARD, step % 4 / 4f);
      }
      // A quarter tick at the velocity shown; a tick's acceleration and turn are the rest.
      float way = distance(pose.x() - lastX, pose.y() - lastY);
      float speed = distance(pose.velocityX(), pose.velocityY());
      assertEquals(speed / 240, way, 0.004f, "step " + step);
      assertEquals(1, distance(pose.facingCos(), pose.facingSin()), 1e-5f);
      lastX = pose.x();
      lastY = pose.y();
    }
    assertTrue(distance(pose.velocityX(), pose.velocityY()) > 5);
  }

  @Test
  void anotherCommandShowsInTheNextFrame() {
    frame(0, 0.5f);
    float x = pose.x();
    float y = pose.y();
    frame(FORWARD, 0.5f);
    assertTrue(distance(pose.x() - x, pose.y() - y) > 1e-3f);
    assertTrue(distance(pose.velocityX(), pose.velocityY()) > 0.1f);
    int rail = tank.game.gauges().indexOf("rail");
    assertEquals(1, pose.gauge(rail));
    frame(Command.of(0, 0, 0, Skirmish.BUTTON_RAIL), 0.5f);
    assertEquals(0, pose.gauge(rail));
  }

  @Test
  void aLateCommandIsBridgedForHalfATick() {
    for (int tick = 0; tick < 60; tick++) {
      tank.share(FORWARD);
    }
    frame(FORWARD, 1);
    float x = pose.x();
    frame(FORWARD, 1.5f);
    float bridged = pose.x();
    frame(FORWARD, 9);
    assertEquals(bridged, pose.x());
    assertTrue(Math.abs(bridged - x) > 0.01f);
    frame(FORWARD, -2);
    assertEquals(tank.body.present().x(), pose.x());
  }

  /** The server had other commands than the client predicted with. */
  private void mispredict() {
    for (int tick = 0; tick < 12; tick++) {
      tank.issue(FORWARD);
    }
    for (int tick = 0; tick < 6; tick++) {
      tank.serve(BACK);
    }
  }

  @Test
  void aCorrectionIsNotSeenAtOnceAndIsOverAfterATenthOfASecond() {
    mispredict();
    after(16, 0);
    float x = pose.x();
    float y = pose.y();
    float sin = pose.facingSin();
    tank.hear();
    after(0, 0);
    float jump = offset();
    assertTrue(jump > 0.1f && jump < 1, "jump " + jump);
    assertEquals(x, pose.x(), TENTH_OF_MILLIMETER);
    assertEquals(y, pose.y(), TENTH_OF_MILLIMETER);
    assertEquals(sin, pose.facingSin(), 1e-4f);
    float last = jump;
    for (int millis = 0; millis < 100; millis += 10) {
      after(10, 0);
      assertTrue(offset() < last);
      last = offset();
    }
    assertEquals(0, last, 0.06f * jump);
  }

  @Test
  void aCorrectedVelocityIsNotSeenAtOnceEither() {
    mispredict();
    nowNanos += 16_000_000;
    frame(0, 0.9f);
    float x = pose.x();
    float y = pose.y();
    float speed = distance(pose.velocityX(), pose.velocityY());
    tank.hear();
    frame(0, 0.9f);
    assertTrue(Math.abs(distance(pose.velocityX(), pose.velocityY()) - speed) > 1);
    assertEquals(x, pose.x(), 2e-3f);
    assertEquals(y, pose.y(), 2e-3f);
  }

  @Test
  void howFastACorrectionFadesDoesNotDependOnTheFrameRate() {
    mispredict();
    FramePose slow = new FramePose(tank.body, tank.newPrediction(), OwnTank.RATE);
    after(1, 0);
    slow.moveTo(nowNanos, 0, 0);
    tank.hear();
    for (int millis = 0; millis <= 60; millis++) {
      after(millis == 0 ? 0 : 1, 0);
      if (millis % 30 == 0) {
        slow.moveTo(nowNanos, 0, 0);
      }
    }
    assertTrue(offset() > 0.01f);
    assertEquals(pose.x(), slow.x(), 1e-3f);
    assertEquals(pose.y(), slow.y(), 1e-3f);
  }

  @Test
  void aLargeCorrectionIsShownAtOnce() {
    tank.share(0);
    after(16, 0);
    tank.serve(0);
    float x = Float.intBitsToFloat(tank.header.ownerWords[X_WORD]) + 5;
    tank.header.ownerWords[X_WORD] = Float.floatToRawIntBits(x);
    tank.issue(0);
    tank.hear();
    after(16, 0);
    assertEquals(0, offset());
    assertEquals(x, pose.x(), 0.01f);
  }

  @Test
  void aNewBodyIsShownWhereItAppears() {
    mispredict();
    after(16, 0);
    tank.hear();
    after(16, 0);
    assertTrue(offset() > 0);
    int alive = tank.header.ownerWords[0];
    tank.header.ownerWords[0] = 0;
    tank.header.tick++;
    tank.hear();
    after(16, 0);
    assertFalse(pose.alive());
    tank.header.ownerWords[0] = alive;
    tank.header.tick++;
    tank.hear();
    after(16, 0);
    assertTrue(pose.alive());
    assertEquals(0, offset());
  }

  @Test
  void aFrameAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 5_000; i++) {
        nowNanos += 7_000_000;
        frame(FORWARD, i % 16 / 16f);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }
}
