// The dark spot under something that stands or hovers: a flat square on the floor.
#include "frame.glsl"
layout(location = 4) in vec4 place;
layout(location = 5) in vec4 turn;

uniform vec2 halfSize; // m at scale 1: forward, sideways

out vec2 local;
out float strength;

const float LIFT_METERS = 0.02;

void main() {
  local = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  vec2 from = local * halfSize * place.w;
  vec2 world = place.xy + turn.xy * from.x + vec2(-turn.y, turn.x) * from.y;
  strength = 1.0 / (1.0 + 2.0 * max(place.z, 0.0));
  gl_Position = viewProjection * vec4(world, LIFT_METERS, 1.0);
}
