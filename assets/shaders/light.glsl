// Needs frame.glsl. A low warm sun under a cool sky, in linear colours; and the way from there to the screen.
const vec3 SUN = vec3(2.95, 2.45, 1.80);
const vec3 SKY = vec3(0.25, 0.36, 0.58);
const vec3 FLOOR = vec3(0.10, 0.10, 0.14);
const vec3 HAZE = vec3(0.058, 0.092, 0.150);
const float HAZE_PER_METER = 0.0065;
const float GLOW = 2.4;

vec3 ambient(vec3 n) {
  return mix(FLOOR, SKY, 0.5 + 0.5 * n.z);
}

// What is far away looks like the sky behind it: warm on the sun's side.
vec3 haze(vec3 direction) {
  float towardsSun = 0.5 + 0.5 * dot(normalize(direction.xy), normalize(sun.xy));
  return HAZE + SUN * vec3(0.045, 0.026, 0.012) * towardsSun * towardsSun;
}

vec3 hazed(vec3 color, vec3 fromEye) {
  float depth = length(fromEye) * HAZE_PER_METER;
  return mix(haze(fromEye), color, exp(-depth * depth));
}

// Bright colours are pressed together instead of cut off. The square root undoes the square by
// which Instances made the colours linear.
vec3 toScreen(vec3 color) {
  return sqrt(color * (1.0 + 0.12 * color) / (1.0 + color));
}
