package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import ringmaster.client.scene.SceneFrame;
import ringmaster.client.settings.Quality;
import ringmaster.shared.game.GameMap;

/**
 * Draws scenes with the context that is current on this thread. The same scene gives the same
 * pixels: there is neither time nor chance in here. Whatever else draws in the same context may
 * leave any state behind; each frame sets what it needs.
 */
public final class Renderer implements AutoCloseable {
  private final IntBuffer number = MemoryUtil.memCallocInt(1);
  private final long numberAddress = MemoryUtil.memAddress0(number);
  private Painter painter;
  private @Nullable Arena arena;
  private @Nullable IdBuffer ids;

  /**
   * Compiles shaders and builds models.
   *
   * @param quality not {@link Quality#AUTO}; see {@link #effective}
   * @throws IllegalStateException if a shader does not compile here; names the file and the line
   */
  public Renderer(Quality quality) {
    painter = new Painter(Detail.of(quality));
  }

  /** The quality to use: what a player chose, or what suits the machine if that was left open. */
  public static Quality effective(Quality chosen, boolean softwareRendered) {
    if (chosen != Quality.AUTO) {
      return chosen;
    }
    return softwareRendered ? Quality.LOWEST : Quality.HIGH;
  }

  /** Changes the quality from the next frame on; that frame comes late. */
  public void setQuality(Quality quality) {
    Painter next = new Painter(Detail.of(quality));
    painter.close();
    painter = next;
  }

  /** Shows this map from now on. Until the first there is only sky. */
  public void loadMap(GameMap map) {
    Arena next = new Arena(map);
    if (arena != null) {
      arena.close();
    }
    arena = next;
  }

  /**
   * Draws a scene over all of the current framebuffer, and clears its stencil.
   *
   * @param widthPixels of the framebuffer; with nothing to draw on, nothing is drawn
   */
  public void draw(SceneFrame frame, int widthPixels, int heightPixels) {
    if (widthPixels > 0 && heightPixels > 0) {
      painter.draw(frame, arena, currentFramebuffer(), widthPixels, heightPixels);
    }
  }

  /** Finds out which entity each pixel of a scene shows, for {@link #idAt}. */
  public void drawIds(SceneFrame frame, int widthPixels, int heightPixels) {
    int target = currentFramebuffer();
    if (ids == null) {
      ids = new IdBuffer();
    }
    ids.draw(painter, frame, arena, widthPixels, heightPixels);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
  }

  /**
   * The entity that the scene of the last {@link #drawIds} shows at a pixel.
   *
   * @param x from the left
   * @param y from the top
   * @return its slot, or {@link ringmaster.client.scene.Instances#NO_ID}
   */
  public int idAt(int x, int y) {
    if (ids == null) {
      throw new IllegalStateException("there are no ids before drawIds");
    }
    int target = currentFramebuffer();
    int entity = ids.at(x, y) - 1;
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    return entity;
  }

  /** What is on the current framebuffer now, whoever drew it. */
  public Picture capture(int widthPixels, int heightPixels) {
    return Picture.ofFramebuffer(widthPixels, heightPixels);
  }

  private int currentFramebuffer() {
    nglGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, numberAddress);
    return number.get(0);
  }

  @Override
  public void close() {
    painter.close();
    if (ids != null) {
      ids.close();
    }
    if (arena != null) {
      arena.close();
    }
    MemoryUtil.memFree(number);
  }
}
