in vec2 local;
in float strength;
out vec4 screen;

uniform float darkness;

void main() {
  vec2 beyond = max(abs(local) - 0.45, 0.0) / 0.55;
  float inside = 1.0 - min(length(beyond), 1.0);
  screen = vec4(0.0, 0.0, 0.0, inside * inside * (3.0 - 2.0 * inside) * darkness * strength);
}
