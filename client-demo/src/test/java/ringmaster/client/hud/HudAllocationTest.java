package ringmaster.client.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import ringmaster.client.window.Key;

/** A frame of the game makes no garbage while only what moves all the time moves. */
final class HudAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int FRAMES = 20_000;
  private static final long FRAME_NANOS = 6_000_000;

  @Test
  void aFrameAllocatesNothing() {
    Rig rig = Rig.in(Screen.GAME);
    rig.state.health = 0.2f;
    rig.state.networkWarning = "Nothing was heard for 2 s.";
    rig.ui.key(Key.TAB, true, false);
    run(rig);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    run(rig);
    assertEquals(0, (THREADS.getCurrentThreadAllocatedBytes() - before) / FRAMES);
  }

  private static void run(Rig rig) {
    for (int frame = 0; frame < FRAMES; frame++) {
      rig.state.nowNanos += FRAME_NANOS;
      rig.state.framesPerSecond = 60 + frame % 90;
      rig.state.pingMillis = 20 + frame % 30;
      rig.state.health = 0.1f + frame % 80 / 100f;
      rig.state.gauges.getFirst().value = frame % 100 / 100f;
      rig.state.labels.getFirst().x = frame % 100 / 100f;
      rig.frame();
    }
  }
}
