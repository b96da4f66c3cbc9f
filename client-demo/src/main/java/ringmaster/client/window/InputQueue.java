package ringmaster.client.window;

import java.util.Arrays;

/**
 * What happened since the last poll, in order, and which keys are held.
 *
 * <p>The window system calls back from native code, where an exception of ours would end the
 * process. So callbacks only note here what happened; {@link #deliver} tells it afterwards.
 */
final class InputQueue {
  private enum Kind {
    DOWN,
    REPEAT,
    UP,
    TYPED,
    POINTER,
    WHEEL,
    FOCUSED,
    UNFOCUSED
  }

  private static final Key[] KEYS = Key.values();

  private Kind[] kinds = new Kind[64];

  /** A key's ordinal or a code point. */
  private int[] codes = new int[64];

  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int count;
  private final boolean[] held = new boolean[KEYS.length];

  /** Notes a key if that changes it: systems repeat, and release what they never pressed. */
  void key(Key key, boolean down) {
    if (held[key.ordinal()] != down) {
      held[key.ordinal()] = down;
      add(down ? Kind.DOWN : Kind.UP, key.ordinal(), 0, 0);
    }
  }

  void repeat(Key key) {
    if (held[key.ordinal()]) {
      add(Kind.REPEAT, key.ordinal(), 0, 0);
    }
  }

  void typed(int codePoint) {
    add(Kind.TYPED, codePoint, 0, 0);
  }

  /** Of several movements in a row only the last counts: a mouse reports up to 8,000 a second. */
  void pointer(double x, double y) {
    if (count > 0 && kinds[count - 1] == Kind.POINTER) {
      xs[count - 1] = x;
      ys[count - 1] = y;
    } else {
      add(Kind.POINTER, 0, x, y);
    }
  }

  void wheel(double lines) {
    add(Kind.WHEEL, 0, 0, lines);
  }

  /** A window without focus does not hear keys being released, so they are now. */
  void focus(boolean focused) {
    if (!focused) {
      releaseAll();
    }
    add(focused ? Kind.FOCUSED : Kind.UNFOCUSED, 0, 0, 0);
  }

  private void releaseAll() {
    for (Key key : KEYS) {
      key(key, false);
    }
  }

  private void add(Kind kind, int code, double x, double y) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      codes = Arrays.copyOf(codes, count * 2);
      xs = Arrays.copyOf(xs, count * 2);
      ys = Arrays.copyOf(ys, count * 2);
    }
    kinds[count] = kind;
    codes[count] = code;
    xs[count] = x;
    ys[count] = y;
    count++;
  }

  /** Tells all of it, and forgets it, even if the one who is told fails. */
  void deliver(InputSink sink) {
    int delivered = count;
    count = 0;
    for (int i = 0; i < delivered; i++) {
      deliver(i, sink);
    }
  }

  private void deliver(int i, InputSink sink) {
    switch (kinds[i]) {
      case DOWN -> sink.key(KEYS[codes[i]], true, false);
      case REPEAT -> sink.key(KEYS[codes[i]], true, true);
      case UP -> sink.key(KEYS[codes[i]], false, false);
      case TYPED -> sink.typed(codes[i]);
      case POINTER -> sink.pointerMoved(xs[i], ys[i]);
      case WHEEL -> sink.scrolled(ys[i]);
      case FOCUSED -> sink.focused(true);
      case UNFOCUSED -> sink.focused(false);
    }
  }
}
