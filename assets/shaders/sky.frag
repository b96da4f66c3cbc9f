#include "frame.glsl"
#include "light.glsl"

in vec3 direction;
out vec4 screen;

const vec3 ZENITH = vec3(0.008, 0.016, 0.042);

void main() {
  vec3 d = normalize(direction);
  float height = 1.0 - pow(1.0 - clamp(d.z, 0.0, 1.0), 3.0);
  screen = vec4(toScreen(mix(haze(d), ZENITH, height)), 1.0);
}
