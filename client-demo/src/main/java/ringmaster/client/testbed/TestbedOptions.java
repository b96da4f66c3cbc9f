package ringmaster.client.testbed;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.scene.Scene;

/**
 * What the command line asked of the testbed.
 *
 * @param layers shown from the start
 * @param headless without a display; time is then counted in frames
 * @param seconds how long to run; 0: until somebody ends it
 * @param shot where the last frame goes as a picture; null: nowhere
 * @param width of the window, or of the picture; 0: the usual
 * @param height the same
 * @param script what to press; null: nothing
 */
public record TestbedOptions(
    Scene scene,
    Set<Layer> layers,
    boolean headless,
    double seconds,
    @Nullable Path shot,
    int width,
    int height,
    @Nullable Path script) {
  public TestbedOptions {
    layers = Set.copyOf(layers);
  }
}
