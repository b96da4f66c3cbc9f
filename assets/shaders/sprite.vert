// A streak as in Sprites: a quad along a segment that faces the eye.
#include "frame.glsl"
layout(location = 4) in vec4 begin; // m, half width m
layout(location = 5) in vec4 end;   // m, softness
layout(location = 6) in vec4 tint;  // colour, opacity

out vec2 local;           // in half widths from the middle: across, along
flat out float straight;  // half of the segment, in half widths
flat out float softness;
flat out vec4 color;

void main() {
  float halfWidth = begin.w;
  vec3 axis = end.xyz - begin.xyz;
  vec3 toEye = normalize(eye.xyz - 0.5 * (begin.xyz + end.xyz));
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;

  // A dot, or a streak seen from its end, is as wide as it is long: any way across will do.
  vec3 across = cross(axis, toEye);
  if (dot(across, across) < 1e-6) {
    across = vec3(-toEye.y, toEye.x, 1e-5);
  }
  across = normalize(across);
  vec3 along = cross(toEye, across);

  // Its ends are round as the eye sees it, so only the length that the eye sees counts.
  straight = 0.5 * length(axis - toEye * dot(axis, toEye)) / halfWidth;
  local = vec2(corner.x, corner.y * (straight + 1.0));
  softness = end.w;
  color = tint;
  vec3 here = corner.y < 0.0 ? begin.xyz : end.xyz;
  vec3 world = here + (across * corner.x + along * corner.y) * halfWidth;
  gl_Position = viewProjection * vec4(world, 1.0);
}
