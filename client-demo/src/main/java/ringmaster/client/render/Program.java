package ringmaster.client.render;

import static org.lwjgl.opengl.GL33C.*;

import java.util.List;

/** A vertex and a fragment shader that work together. */
final class Program implements AutoCloseable {
  private final int program = glCreateProgram();

  /**
   * Compiles and links it.
   *
   * @throws IllegalStateException if a shader is wrong; says which, where and why
   */
  Program(String vertex, String fragment, List<String> defines) {
    int vertexShader = compile(GL_VERTEX_SHADER, new ShaderSource(vertex, defines));
    int fragmentShader = compile(GL_FRAGMENT_SHADER, new ShaderSource(fragment, defines));
    glAttachShader(program, vertexShader);
    glAttachShader(program, fragmentShader);
    glLinkProgram(program);
    glDeleteShader(vertexShader);
    glDeleteShader(fragmentShader);
    if (glGetProgrami(program, GL_LINK_STATUS) == GL_FALSE) {
      throw new IllegalStateException(
          "shaders/%s and shaders/%s do not fit together: %s"
              .formatted(vertex, fragment, glGetProgramInfoLog(program).strip()));
    }
    int frame = glGetUniformBlockIndex(program, "Frame");
    if (frame != GL_INVALID_INDEX) {
      glUniformBlockBinding(program, frame, FrameUniforms.BINDING);
    }
  }

  Program(String vertex, String fragment) {
    this(vertex, fragment, List.of());
  }

  private static int compile(int kind, ShaderSource source) {
    int shader = glCreateShader(kind);
    glShaderSource(shader, source.text());
    glCompileShader(shader);
    if (glGetShaderi(shader, GL_COMPILE_STATUS) == GL_FALSE) {
      throw new IllegalStateException(source.explain(glGetShaderInfoLog(shader)));
    }
    return shader;
  }

  void use() {
    glUseProgram(program);
  }

  /** Where a uniform is; -1, which is ignored, if the compiler had no use for it. */
  int uniform(String name) {
    return glGetUniformLocation(program, name);
  }

  @Override
  public void close() {
    glDeleteProgram(program);
  }
}
