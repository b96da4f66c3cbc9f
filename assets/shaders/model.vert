// Models and the arena, lit for each pixel by model.frag or ground.frag.
#include "frame.glsl"
#include "instance.glsl"

out vec3 world;
out vec3 worldNormal;
out vec3 color;
out float shining;

void main() {
  mat3 axes = attitude();
  world = worldPosition(axes);
  worldNormal = axes * normal;
  color = albedo();
  shining = glow();
  gl_Position = viewProjection * vec4(world, 1.0);
}
