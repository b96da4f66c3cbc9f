package ringmaster.client.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

final class BallRollTest {
  private static final float RADIUS_METERS = 2;
  private static final float CLOSE = 1e-3f;

  private final BallRoll roll = new BallRoll();
  private float x;

  BallRollTest() {
    roll.to(0, 0, RADIUS_METERS);
  }

  private void rollAhead(double meters) {
    for (int step = 1; step <= 100; step++) {
      roll.to(x + (float) (meters * step / 100), 0, RADIUS_METERS);
    }
    x += (float) meters;
  }

  private float axisX() {
    return roll.headingCos() * (float) Math.sqrt(1 - roll.lean() * roll.lean());
  }

  private float axisY() {
    return roll.headingSin() * (float) Math.sqrt(1 - roll.lean() * roll.lean());
  }

  @Test
  void afterItsCircumferenceItLooksAsBefore() {
    float lean = roll.lean();
    float ahead = axisX();
    float left = axisY();
    rollAhead(2 * Math.PI * RADIUS_METERS);
    assertEquals(lean, roll.lean(), CLOSE);
    assertEquals(ahead, axisX(), CLOSE);
    assertEquals(left, axisY(), CLOSE);
  }

  @Test
  void whatIsOnTopGoesAheadAndWhatIsAheadGoesDown() {
    float lean = roll.lean();
    float ahead = axisX();
    rollAhead(Math.PI / 2 * RADIUS_METERS);
    assertEquals(lean, axisX(), CLOSE);
    assertEquals(-ahead, roll.lean(), CLOSE);
  }

  @Test
  void acrossTheWayNothingTurns() {
    float left = axisY();
    rollAhead(1.3);
    assertEquals(left, axisY(), CLOSE);
  }

  @Test
  void whatIsPutElsewhereDoesNotRollThere() {
    float lean = roll.lean();
    roll.to(20, -7, RADIUS_METERS);
    assertEquals(lean, roll.lean());
    roll.to(20.5f, -7, RADIUS_METERS);
    assertNotEquals(lean, roll.lean());
  }
}
