// The floor: plates of four metres with fine seams, a finer grid, and a sheen towards the sun.
#include "frame.glsl"
#include "light.glsl"
#include "shadow.glsl"

in vec3 world;
in vec3 worldNormal;
in vec3 color;
in float shining;
out vec4 screen;

const float PLATE_METERS = 4.0;

float plateShade(vec2 plate) {
  return 0.9 + 0.2 * fract(sin(dot(plate, vec2(12.9898, 78.233))) * 43758.5453);
}

// 1 on the lines of a grid; thinner than a pixel they fade instead of flickering.
float lines(vec2 meters, float spacing, float halfWidth) {
  vec2 pixel = fwidth(meters);
  vec2 off = abs(fract(meters / spacing - 0.5) - 0.5) * spacing;
  vec2 reach = max(vec2(halfWidth), pixel);
  vec2 on = (1.0 - smoothstep(reach * 0.5, reach, off)) * min(halfWidth / pixel, 1.0);
  return max(on.x, on.y);
}

void main() {
  vec2 p = world.xy;
  vec3 base = color * plateShade(floor(p / PLATE_METERS));
  base *= 1.0 - 0.45 * lines(p, PLATE_METERS, 0.05);
  base += color * 0.45 * lines(p + 0.5 * PLATE_METERS, 2.0 * PLATE_METERS, 0.03);
  base += color * 0.12 * lines(p, 1.0, 0.02);

  vec3 n = vec3(0.0, 0.0, 1.0);
  vec3 toEye = eye.xyz - world;
  vec3 v = normalize(toEye);
  float lit = sunlight(world, n);
  float gleam = pow(max(dot(n, normalize(sun.xyz + v)), 0.0), 60.0);
  float sheen = pow(1.0 - max(v.z, 0.0), 5.0);
  vec3 bright = base * (SUN * sun.z * lit + ambient(n))
      + SUN * gleam * lit * 0.06 + HAZE * sheen * 0.5;
  screen = vec4(toScreen(hazed(bright, -toEye)), 1.0);
}
