#include "frame.glsl"
#include "light.glsl"
#include "shadow.glsl"

in vec3 world;
in vec3 worldNormal;
in vec3 color;
in float shining;
out vec4 screen;

void main() {
  vec3 n = normalize(worldNormal);
  vec3 toEye = eye.xyz - world;
  vec3 v = normalize(toEye);
  float facing = max(dot(n, sun.xyz), 0.0);
  float lit = facing > 0.0 ? facing * sunlight(world, n) : 0.0;
  float gleam = pow(max(dot(n, normalize(sun.xyz + v)), 0.0), 40.0);
  float rim = pow(1.0 - max(dot(n, v), 0.0), 4.0);
  // What stands on the floor gets less of the sky near it.
  float open = 0.55 + 0.45 * smoothstep(0.0, 0.7, world.z);
  vec3 diffuse = color * (SUN * lit + ambient(n) * open);
  vec3 shine = SUN * lit * gleam * 0.35 + SKY * rim * open * 0.30;
  vec3 bright = diffuse + shine + color * shining * GLOW;
  screen = vec4(toScreen(hazed(bright, -toEye)), 1.0);
}
