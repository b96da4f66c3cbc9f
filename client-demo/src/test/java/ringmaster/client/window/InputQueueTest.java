package ringmaster.client.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What a person did reaches the game whole and in order. */
final class InputQueueTest {
  private final InputQueue queue = new InputQueue();

  @Test
  void tellsInOrderAndOnce() {
    queue.key(Key.W, true);
    queue.typed('w');
    queue.pointer(3, 4);
    queue.key(Key.MOUSE_1, true);
    queue.wheel(-2);
    queue.key(Key.W, false);
    queue.typed(0x1F600);
    assertEquals("+W 'w' 3,4 +MOUSE_1 wheel:-2 -W '\uD83D\uDE00'", delivered());
    assertEquals("", delivered());
  }

  @Test
  void ofMovementsInARowTheLastCounts() {
    queue.pointer(1, 1);
    queue.pointer(2, 2);
    queue.key(Key.MOUSE_2, true);
    queue.pointer(3, 3);
    queue.pointer(4, 4);
    assertEquals("2,2 +MOUSE_2 4,4", delivered());
  }

  @Test
  void repeatsOnlyWhatIsHeld() {
    queue.repeat(Key.A);
    queue.key(Key.A, true);
    queue.repeat(Key.A);
    assertEquals("+A *A", delivered());
  }

  @Test
  void aKeyGoesDownAndUpOnce() {
    queue.key(Key.PAD_A, true);
    queue.key(Key.PAD_A, true);
    queue.key(Key.PAD_A, false);
    queue.key(Key.PAD_A, false);
    assertEquals("+PAD_A -PAD_A", delivered());
  }

  @Test
  void losingFocusReleasesAllThatIsHeld() {
    queue.key(Key.LEFT_SHIFT, true);
    queue.key(Key.W, true);
    queue.key(Key.MOUSE_1, true);
    queue.focus(false);
    queue.key(Key.W, false); // the system says so too
    queue.focus(true);
    queue.key(Key.W, true);
    assertEquals("+LEFT_SHIFT +W +MOUSE_1 -W -LEFT_SHIFT -MOUSE_1 out in +W", delivered());
  }

  @Test
  void anyNumberFitsBetweenTwoFrames() {
    for (int i = 0; i < 10_000; i++) {
      queue.typed('x');
    }
    assertEquals(10_000, delivered().split(" ").length);
  }

  /** Or one fault in a screen would come back with every frame. */
  @Test
  void whatTheSinkThrowsAtIsNotToldAgain() {
    queue.key(Key.ENTER, true);
    InputSink faulty =
        new InputSink() {
          @Override
          public void key(Key key, boolean down, boolean repeat) {
            throw new IllegalStateException("a fault in a screen");
          }

          @Override
          public void typed(int codePoint) {}

          @Override
          public void pointerMoved(double x, double y) {}

          @Override
          public void scrolled(double lines) {}

          @Override
          public void focused(boolean focused) {}
        };
    assertThrows(IllegalStateException.class, () -> queue.deliver(faulty));
    assertEquals("", delivered());
  }

  private String delivered() {
    Heard heard = new Heard();
    queue.deliver(heard);
    return heard.text();
  }
}
