package ringmaster.server.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A number that only grows. One thread adds, any reads. */
public final class Counter {
  private static final VarHandle VALUE;

  static {
    try {
      VALUE = MethodHandles.lookup().findVarHandle(Counter.class, "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("UnusedVariable") // through VALUE
  private long value;

  public void increment() {
    add(1);
  }

  public void add(long amount) {
    VALUE.setOpaque(this, (long) VALUE.getOpaque(this) + amount);
  }

  public long get() {
    return (long) VALUE.getOpaque(this);
  }
}
