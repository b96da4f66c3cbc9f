package ringmaster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A game that does not come back fails its test, and nothing else is noticed of the watch. */
final class WatchTest {
  private static final int PATIENCE_SECONDS = 1;

  private static TestMatch match(Flaw flaw) {
    Pebbles game = new Pebbles(() -> flaw);
    return TestMatch.of(game).watch(new Watch(game, PATIENCE_SECONDS)).start();
  }

  private static String complaint(Runnable work) {
    return String.valueOf(assertThrows(AssertionError.class, work::run).getMessage());
  }

  @Test
  void aMatchThatLoopsFailsItsTestWithTheAuthorsLine() {
    TestMatch match = match(new Flaws.LoopsInTick());
    String sentence = complaint(() -> match.run(10));
    assertTrue(
        sentence.startsWith(
            "pebbles did not come back from Simulation.tick of tick 50 within 1 s; it stands at"
                + " ringmaster.testkit.Flaws.loop(Flaws.java:"),
        sentence);
    assertEquals(1, sentence.lines().count(), sentence);
    assertTrue(match.ticks() >= 50, "it is known how far it came");
  }

  @Test
  void aTestThatWaitsForEverIsToldWhereItWaits() {
    TestMatch match = match(Flaw.NONE);
    String sentence =
        complaint(() ->
            match.until(
                () -> {
                  LockSupport.park();
                  return Thread.currentThread().isInterrupted();
                },
                10));
    assertTrue(sentence.contains("come back from what is waited for of tick 0 within"), sentence);
    assertTrue(sentence.contains("WatchTest"), sentence);
  }

  @Test
  void manyCallsMayTakeLongerThanOne() {
    TestMatch match = match(Flaw.NONE);
    for (int seat = 0; seat < 2; seat++) {
      match.script(
          seat,
          tick -> {
            LockSupport.parkNanos(200_000_000);
            return 0;
          });
    }
    match.run(0.1);
    assertEquals(6, match.ticks());
  }

  @Test
  void whatIsThrownIsThrownOnWithTheLinesOfGameAndTest() {
    Watch watch = new Watch(new Pebbles());
    Thread testThread = Thread.currentThread();
    IllegalStateException thrown = new IllegalStateException("oh");
    IllegalStateException caught =
        assertThrows(
            IllegalStateException.class,
            () ->
                watch.over(() -> {
                  assertNotSame(testThread, Thread.currentThread());
                  throw thrown;
                }));
    assertSame(thrown, caught);
    assertTrue(
        Arrays.stream(caught.getStackTrace())
            .anyMatch(frame -> frame.getMethodName().startsWith("whatIsThrownIsThrownOn")));
  }

  @Test
  void whoIsWatchedAlreadyStaysOnItsThread() {
    Watch watch = new Watch(new Pebbles());
    watch.over(() -> {
      Thread outer = Thread.currentThread();
      watch.over(() -> assertSame(outer, Thread.currentThread()));
    });
  }

  @Test
  void aTestThatIsInterruptedSaysSo() {
    Watch watch = new Watch(new Pebbles());
    Thread.currentThread().interrupt();
    assertEquals("pebbles was interrupted", complaint(() -> watch.over(() -> LockSupport.park())));
    assertTrue(Thread.interrupted(), "it stays interrupted");
  }
}
