#include "frame.glsl"
#include "light.glsl"

in vec2 local;
flat in float straight;
flat in float softness;
flat in vec4 color;
out vec4 screen;

void main() {
  float off = length(vec2(local.x, max(abs(local.y) - straight, 0.0)));
  float inside = clamp((1.0 - off) / max(softness, 0.1), 0.0, 1.0);
  inside *= inside * (3.0 - 2.0 * inside);
  screen = vec4(toScreen(color.rgb), color.a) * inside;
}
