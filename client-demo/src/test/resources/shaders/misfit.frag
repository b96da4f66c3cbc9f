in float direction;
out vec4 screen;

void main() {
  screen = vec4(direction);
}
