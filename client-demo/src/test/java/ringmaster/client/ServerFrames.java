package ringmaster.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Simulation;

/**
 * What one match on a server showed: a copy of each frame that the game filled, quantised, as all
 * snapshots are made of it. The server plays the same game and knows nothing of this.
 */
final class ServerFrames {
  /** Half a minute at 60 Hz: nothing waits for so long. */
  private static final int KEPT_TICKS = 1_800;

  private final @Nullable EntityFrame[] frames = new EntityFrame[KEPT_TICKS];

  /** The frame of a tick that a viewer was shown. */
  EntityFrame of(int tick) {
    EntityFrame frame = find(tick);
    if (frame == null) {
      throw new AssertionError("there is no frame of tick " + tick);
    }
    return frame;
  }

  /** The frame of a tick; null if there was none, or it is too old. */
  @Nullable EntityFrame find(int tick) {
    EntityFrame frame = tick < 0 ? null : frames[tick % KEPT_TICKS];
    return frame == null || frame.tick() != tick ? null : frame;
  }

  /** A game for a server that plays one match of it. */
  Game keptOf(Game game) {
    return proxy(
        Game.class,
        (self, method, arguments) -> {
          Object result = call(game, method, arguments);
          return result instanceof Simulation match ? keptOf(match) : result;
        });
  }

  private Simulation keptOf(Simulation match) {
    return proxy(
        Simulation.class,
        (self, method, arguments) -> {
          Object result = call(match, method, arguments);
          if (method.getName().equals("capture")) {
            keep((EntityFrame) arguments[0]);
          }
          return result;
        });
  }

  private void keep(EntityFrame frame) {
    int row = frame.tick() % KEPT_TICKS;
    EntityFrame copy = frames[row] == null ? frame.another() : frames[row];
    copy.copyFrom(frame);
    frames[row] = copy;
  }

  /** Stands before something, and hears each call of it. */
  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Hands a call on. */
  static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
