// A bubble that is seen at its edge; goes with model.vert.
#include "frame.glsl"
#include "light.glsl"

in vec3 world;
in vec3 worldNormal;
in vec3 color;
in float shining;
out vec4 screen;

void main() {
  vec3 v = normalize(eye.xyz - world);
  float edge = 1.0 - max(dot(normalize(worldNormal), v), 0.0);
  float film = 0.06 + 0.74 * edge * edge * edge;
  screen = vec4(toScreen(color * (1.0 + shining)) * film, 0.25 * film);
}
