package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.lwjgl.system.MemoryUtil;

/**
 * A flat drawing of many thousand strokes and surfaces, made anew each frame and drawn at once:
 * what a vector library would take a path each for. Lengths are pixels from the lower left, colours
 * {@code 0xAARRGGBB}; what is added later lies on top.
 *
 * <p>Everything is a quad. The fragment shader cuts strokes and discs out of theirs by the distance
 * from the middle, so that their rims are smooth without more samples.
 */
public final class FlatDrawing implements AutoCloseable {
  /** Of a vertex: position, offset from the middle, reach and beginning, colour. */
  private static final int WORDS = 7;

  private static final int CORNERS = 4;
  private static final int QUAD_WORDS = CORNERS * WORDS;
  private static final int QUAD_INDICES = 6;

  /** Half a pixel more than the half width is where the rim of a stroke ends. */
  private static final float RIM_PIXELS = 0.5f;

  /** Where what has no hole begins: no pixel is as near to the middle. */
  private static final float NO_HOLE = -1;

  private final Program program = new Program("flat.vert", "flat.frag");
  private final int sizePixels = program.uniform("sizePixels");
  private final int vertexArray = glGenVertexArrays();
  private final int vertices = glGenBuffers();
  private final int indices = glGenBuffers();

  private int[] words = new int[256 * QUAD_WORDS];
  private int wordCount;
  private IntBuffer staging = MemoryUtil.memAllocInt(words.length);
  private long stagingAddress = MemoryUtil.memAddress0(staging);
  private int indexedQuads;

  public FlatDrawing() {
    glBindVertexArray(vertexArray);
    glBindBuffer(GL_ARRAY_BUFFER, vertices);
    attribute(0, 2, GL_FLOAT, 0);
    attribute(1, 2, GL_FLOAT, 2);
    attribute(2, 2, GL_FLOAT, 4);
    attribute(3, 4, GL_UNSIGNED_BYTE, 6);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
    glBindVertexArray(0);
  }

  private static void attribute(int location, int size, int type, int offsetWords) {
    glEnableVertexAttribArray(location);
    glVertexAttribPointer(
        location,
        size,
        type,
        type == GL_UNSIGNED_BYTE,
        WORDS * Integer.BYTES,
        (long) offsetWords * Integer.BYTES);
  }

  /** Forgets what was added. */
  public void clear() {
    wordCount = 0;
  }

  /** How many quads were added. */
  public int quads() {
    return wordCount / QUAD_WORDS;
  }

  /** A straight stroke with flat ends. */
  public void line(float x0, float y0, float x1, float y1, float widthPixels, int argb) {
    float dx = x1 - x0;
    float dy = y1 - y0;
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    if (!(length > 0)) {
      return;
    }
    float reach = widthPixels / 2 + RIM_PIXELS;
    float acrossX = -dy / length * reach;
    float acrossY = dx / length * reach;
    int color = rgba(argb);
    reserve();
    vertex(x0 + acrossX, y0 + acrossY, reach, 0, reach, NO_HOLE, color);
    vertex(x0 - acrossX, y0 - acrossY, -reach, 0, reach, NO_HOLE, color);
    vertex(x1 - acrossX, y1 - acrossY, -reach, 0, reach, NO_HOLE, color);
    vertex(x1 + acrossX, y1 + acrossY, reach, 0, reach, NO_HOLE, color);
  }

  public void disc(float x, float y, float radiusPixels, int argb) {
    round(x, y, radiusPixels + RIM_PIXELS, NO_HOLE, argb);
  }

  /** The edge of a disc; half of its width lies outside of the radius. */
  public void ring(float x, float y, float radiusPixels, float widthPixels, int argb) {
    float reach = radiusPixels + widthPixels / 2 + RIM_PIXELS;
    round(x, y, reach, radiusPixels - widthPixels / 2 - RIM_PIXELS, argb);
  }

  private void round(float x, float y, float reach, float hole, int argb) {
    int color = rgba(argb);
    reserve();
    vertex(x - reach, y - reach, -reach, -reach, reach, hole, color);
    vertex(x + reach, y - reach, reach, -reach, reach, hole, color);
    vertex(x + reach, y + reach, reach, reach, reach, hole, color);
    vertex(x - reach, y + reach, -reach, reach, reach, hole, color);
  }

  /**
   * Fills a convex outline.
   *
   * @param points x, y of each, in order
   */
  public void fill(float[] points, int count, int argb) {
    int color = rgba(argb);
    for (int i = 1; i < count - 1; i += 2) {
      reserve();
      surface(points, 0, color);
      surface(points, i, color);
      surface(points, i + 1, color);
      surface(points, Math.min(i + 2, count - 1), color);
    }
  }

  /** Draws along a closed outline. */
  public void outline(float[] points, int count, float widthPixels, int argb) {
    for (int i = 0, last = count - 1; i < count; last = i++) {
      line(
          points[2 * last],
          points[2 * last + 1],
          points[2 * i],
          points[2 * i + 1],
          widthPixels,
          argb);
    }
  }

  private void surface(float[] points, int point, int color) {
    vertex(points[2 * point], points[2 * point + 1], 0, 0, 1, NO_HOLE, color);
  }

  private void reserve() {
    if (wordCount + QUAD_WORDS > words.length) {
      words = Arrays.copyOf(words, 2 * words.length);
    }
  }

  private void vertex(
      float x, float y, float offsetX, float offsetY, float reach, float hole, int color) {
    int at = wordCount;
    words[at] = Float.floatToRawIntBits(x);
    words[at + 1] = Float.floatToRawIntBits(y);
    words[at + 2] = Float.floatToRawIntBits(offsetX);
    words[at + 3] = Float.floatToRawIntBits(offsetY);
    words[at + 4] = Float.floatToRawIntBits(reach);
    words[at + 5] = Float.floatToRawIntBits(hole);
    words[at + 6] = color;
    wordCount = at + WORDS;
  }

  /** As four bytes in the order red, green, blue, opacity on a little-endian machine. */
  private static int rgba(int argb) {
    return argb & 0xFF00FF00 | argb >> 16 & 0xFF | (argb & 0xFF) << 16;
  }

  /**
   * Draws it over all of the current framebuffer.
   *
   * @param background the colour of what nothing covers, and fully opaque
   */
  public void draw(int widthPixels, int heightPixels, int background) {
    glViewport(0, 0, widthPixels, heightPixels);
    glClearColor(
        (background >> 16 & 0xFF) / 255f,
        (background >> 8 & 0xFF) / 255f,
        (background & 0xFF) / 255f,
        1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    if (wordCount > 0 && widthPixels > 0 && heightPixels > 0) {
      glDisable(GL_DEPTH_TEST);
      glDisable(GL_CULL_FACE);
      glDisable(GL_SCISSOR_TEST);
      glDisable(GL_STENCIL_TEST);
      glEnable(GL_BLEND);
      glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
      program.use();
      glUniform2f(sizePixels, widthPixels, heightPixels);
      glBindVertexArray(vertexArray);
      upload();
      glDrawElements(GL_TRIANGLES, quads() * QUAD_INDICES, GL_UNSIGNED_INT, 0);
      glBindVertexArray(0);
    }
  }

  private void upload() {
    if (staging.capacity() < wordCount) {
      staging = MemoryUtil.memRealloc(staging, words.length);
      stagingAddress = MemoryUtil.memAddress0(staging);
    }
    staging.clear().put(words, 0, wordCount);
    glBindBuffer(GL_ARRAY_BUFFER, vertices);
    nglBufferData(
        GL_ARRAY_BUFFER, (long) wordCount * Integer.BYTES, stagingAddress, GL_STREAM_DRAW);
    if (indexedQuads < quads()) {
      indexQuads(words.length / QUAD_WORDS);
    }
  }

  /** The same for every frame: two triangles for each quad. */
  private void indexQuads(int count) {
    IntBuffer pattern = MemoryUtil.memAllocInt(count * QUAD_INDICES);
    for (int quad = 0; quad < count; quad++) {
      int first = quad * CORNERS;
      pattern.put(first).put(first + 1).put(first + 2).put(first).put(first + 2).put(first + 3);
    }
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, pattern.flip(), GL_STATIC_DRAW);
    MemoryUtil.memFree(pattern);
    indexedQuads = count;
  }

  /** What is on the current framebuffer now, whoever drew it. */
  public Picture capture(int widthPixels, int heightPixels) {
    return Picture.ofFramebuffer(widthPixels, heightPixels);
  }

  @Override
  public void close() {
    MemoryUtil.memFree(staging);
    glDeleteBuffers(vertices);
    glDeleteBuffers(indices);
    glDeleteVertexArrays(vertexArray);
    program.close();
  }
}
