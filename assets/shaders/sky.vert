// One triangle over the whole screen, behind everything.
#include "frame.glsl"

out vec3 direction;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0;
  vec4 far = inverse(viewProjection) * vec4(corner, 1.0, 1.0);
  direction = far.xyz / far.w - eye.xyz;
  gl_Position = vec4(corner, 1.0, 1.0);
}
