package ringmaster.server.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryPauseTest {
  private static final long SECOND = 1_000_000_000L;

  private final RetryPause pause = new RetryPause(0);
  private long nowNanos;

  /** A match lasts so long and fails; returns for how many seconds no other is tried. */
  private int secondsAfterAMatchOf(int seconds) {
    nowNanos += seconds * SECOND;
    pause.begin(nowNanos);
    int waited = 0;
    while (!pause.isOver(nowNanos)) {
      nowNanos += SECOND;
      waited++;
    }
    return waited;
  }

  @Test
  void theFirstMatchIsTriedAtOnce() {
    assertTrue(pause.isOver(0));
  }

  @Test
  void eachFailureDoublesThePauseUpToAMinute() {
    List<Integer> pauses = IntStream.range(0, 9).mapToObj(i -> secondsAfterAMatchOf(10)).toList();
    assertEquals(List.of(1, 2, 4, 8, 16, 32, 60, 60, 60), pauses);
  }

  @Test
  void aMatchThatRanForAMinuteMakesThePauseShortAgain() {
    for (int i = 0; i < 5; i++) {
      secondsAfterAMatchOf(10);
    }
    assertEquals(32, secondsAfterAMatchOf(59));
    assertEquals(1, secondsAfterAMatchOf(60));
    assertEquals(2, secondsAfterAMatchOf(1));
  }
}
