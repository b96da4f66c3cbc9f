package ringmaster.client.load;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ringmaster.client.bot.Bot;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.shared.protocol.Limits;

/**
 * Which bots decode whole snapshots. Those whose brain looks at the world must; of the others a
 * sample is enough to check the codec and count hits. A decoder keeps many frames, so bots beyond
 * half of the heap do without. Asked by all load threads.
 */
final class DecodingSample implements Predicate<PlayableMatch> {
  private static final int SAMPLE = 64;

  private final String brain;
  private long bytesLeft;
  private int taken;
  private int refused;
  private @Nullable Boolean observes;

  /**
   * @param heapBytes of this process
   */
  DecodingSample(String brain, long heapBytes) {
    this.brain = brain;
    bytesLeft = heapBytes / 2;
  }

  @Override
  public synchronized boolean test(PlayableMatch match) {
    if (observes == null) {
      observes = Bot.observes(match, brain);
    }
    if (!observes && taken >= SAMPLE) {
      return false;
    }
    long bytes = decoderBytes(match);
    if (bytes > bytesLeft) {
      refused++;
      return false;
    }
    bytesLeft -= bytes;
    taken++;
    return true;
  }

  private static long decoderBytes(PlayableMatch match) {
    long slotBytes = 2 + 4L * (match.schema().maxFields() + 1);
    return Limits.FRAME_HISTORY * slotBytes * match.schema().capacity();
  }

  /** Bots that should have decoded, but for the memory. */
  synchronized int refused() {
    return refused;
  }
}
