// A vertex as in Mesh, and an instance as in Instances.
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 paint; // own colour, share of the instance's colour
layout(location = 3) in float shine;
layout(location = 4) in vec4 place; // m, scale
layout(location = 5) in vec4 turn;  // cosine, sine, sine of the lean, id + 1
layout(location = 6) in vec4 tint;  // colour, glow

// Columns: forward, left, up.
mat3 attitude() {
  float rise = sqrt(1.0 - turn.z * turn.z);
  return mat3(
      vec3(turn.xy * rise, turn.z),
      vec3(-turn.y, turn.x, 0.0),
      vec3(-turn.xy * turn.z, rise));
}

vec3 worldPosition(mat3 axes) {
  return place.xyz + axes * (position * place.w);
}

vec3 albedo() {
  return mix(paint.rgb, tint.rgb, paint.a);
}

float glow() {
  return max(shine, tint.a);
}
