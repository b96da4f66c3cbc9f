// A pixel at the rim is covered by the share of it that lies inside.
in vec2 fromMiddle;
flat in vec2 bounds;
flat in vec4 color;

out vec4 screen;

void main() {
  float distance = length(fromMiddle);
  float covered = clamp(bounds.x - distance, 0.0, 1.0) * clamp(distance - bounds.y, 0.0, 1.0);
  screen = vec4(color.rgb, color.a * covered);
}
