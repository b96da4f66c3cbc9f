package ringmaster.client.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TempoTest {
  private static final int HZ = 60;
  private static final double STEP_SECONDS = 1.0 / 60;

  private final Tempo tempo = new Tempo();

  private int steps(int frames, long frameNanos) {
    int steps = 0;
    for (int i = 0; i < frames; i++) {
      steps += tempo.due(frameNanos * 1e-9, HZ);
    }
    return steps;
  }

  @Test
  void aFrameAt60HzIsAStep() {
    long last = 0;
    for (int frame = 1; frame <= 10_000; frame++) {
      long now = frame * 1_000_000_000L / 60;
      assertEquals(1, tempo.due((now - last) * 1e-9, HZ), "frame " + frame);
      last = now;
    }
  }

  @Test
  void theSpeedIsThatOfTheWorldsTime() {
    tempo.slower();
    tempo.slower();
    tempo.slower();
    tempo.slower();
    assertEquals(0.125f, tempo.speed());
    assertEquals(75, steps(1_440, 6_944_445));
    for (int i = 0; i < 9; i++) {
      tempo.faster();
    }
    assertEquals(4, tempo.speed());
    assertEquals(240, steps(60, 16_666_667), 1);
  }

  @Test
  void pausedItTakesOnlySingleSteps() {
    tempo.togglePause();
    assertEquals(0, steps(100, 16_666_667));
    tempo.single();
    tempo.single();
    assertEquals(2, tempo.due(0.016, HZ));
    assertEquals(0, tempo.due(0.016, HZ));
    tempo.togglePause();
    assertEquals(1, tempo.due(STEP_SECONDS, HZ));
  }

  @Test
  void aSingleStepPauses() {
    tempo.single();
    assertTrue(tempo.paused());
    assertEquals(1, tempo.due(1, HZ));
  }

  @Test
  void whatALongFrameMissedIsNotMadeUpFor() {
    assertEquals(8, tempo.due(10, HZ));
    assertEquals(1, tempo.due(STEP_SECONDS, HZ));
  }
}
