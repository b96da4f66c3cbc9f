in vec3 onScreen;
out vec4 screen;

void main() {
  screen = vec4(onScreen, 1.0);
}
