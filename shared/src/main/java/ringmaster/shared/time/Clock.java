package ringmaster.shared.time;

/** Monotonic time. One clock is made at the root and handed to whoever may know the time. */
public interface Clock {
  /** Nanoseconds since an arbitrary origin; never goes back. */
  long nanoTime();
}
