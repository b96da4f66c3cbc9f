package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AngleTest {
  private static final int DIRECTIONS = 200_000;

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-15, 1e15, 0.7})
  void everyDirectionIsWithinTheBound(double length) {
    for (int i = -DIRECTIONS; i <= DIRECTIONS; i++) {
      double turn = StrictMath.PI * i / DIRECTIONS;
      float x = (float) (length * StrictMath.cos(turn));
      float y = (float) (length * StrictMath.sin(turn));
      assertEquals(StrictMath.atan2(y, x), Angle.of(x, y), Angle.MAX_ERROR);
    }
  }

  @Test
  void smallAnglesAreTrueInProportion() {
    for (float angle = 1e-30f; angle < 1e-3f; angle *= 1.7f) {
      assertEquals(StrictMath.atan2(angle, 1), Angle.of(1, angle), 3e-7 * angle);
    }
  }

  @Test
  void mirroredVectorsHaveMirroredAngles() {
    for (int i = 1; i < 1_000; i++) {
      float y = i / 100f;
      assertEquals(-Angle.of(1, y), Angle.of(1, -y));
      assertEquals(-Angle.of(-1, y), Angle.of(-1, -y));
    }
  }

  @Test
  void theAxesAreExact() {
    assertEquals(0, Angle.of(1, 0));
    assertEquals((float) (StrictMath.PI / 2), Angle.of(0, 1));
    assertEquals((float) StrictMath.PI, Angle.of(-1, 0));
    assertEquals((float) (-StrictMath.PI / 2), Angle.of(0, -1));
  }

  @Test
  void noVectorHasNoAngle() {
    assertEquals(0, Angle.of(0, 0));
  }
}
