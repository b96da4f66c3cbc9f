package ringmaster.server.ingress;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Control records on their way into the ring, in order. When the ring is full they wait here, since
 * a decision told to a client must not be lost. Used by the control thread.
 */
final class Outbox {
  private final Ring ring;
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
  private final Record retry = new Record();

  Outbox(Ring ring) {
    this.ring = ring;
  }

  void publish(Record record) {
    if (!waiting.isEmpty() || !ring.tryPublish(record)) {
      waiting.add(Arrays.copyOf(record.bytes(), record.length()));
    }
  }

  /** Tries again what is waiting. Returns how many records went. */
  int flush() {
    int sent = 0;
    for (byte[] bytes = waiting.peek(); bytes != null; bytes = waiting.peek()) {
      System.arraycopy(bytes, 0, retry.bytes(), 0, bytes.length);
      if (!ring.tryPublish(retry)) {
        break;
      }
      waiting.remove();
      sent++;
    }
    return sent;
  }
}
