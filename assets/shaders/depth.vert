// What the sun sees.
#include "frame.glsl"
#include "instance.glsl"

void main() {
  vec3 shadow = (worldToShadow * vec4(worldPosition(attitude()), 1.0)).xyz;
  gl_Position = vec4(shadow * 2.0 - 1.0, 1.0);
}
