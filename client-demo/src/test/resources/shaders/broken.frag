#include "frame.glsl"

out vec4 screen;

void main() {
  screen = vec4(brightness, 0.0, 0.0, 1.0);
}
