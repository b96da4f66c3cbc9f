// Everything solid where the processor draws: lit at the corners, so that a pixel costs nothing.
#include "frame.glsl"
#include "instance.glsl"
#include "light.glsl"

out vec3 onScreen;

void main() {
  mat3 axes = attitude();
  vec3 world = worldPosition(axes);
  vec3 n = axes * normal;
  float lit = max(dot(n, sun.xyz), 0.0);
  vec3 color = albedo();
  vec3 bright = color * (SUN * lit + ambient(n) + glow() * GLOW);
  onScreen = toScreen(hazed(bright, world - eye.xyz));
  gl_Position = viewProjection * vec4(world, 1.0);
}
