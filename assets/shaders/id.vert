// Which entity a pixel shows.
#include "frame.glsl"
#include "instance.glsl"

flat out int entity;

void main() {
  entity = int(turn.w + 0.5);
  gl_Position = viewProjection * vec4(worldPosition(attitude()), 1.0);
}
