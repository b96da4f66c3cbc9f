// How much of the sun reaches a point: the share of neighbouring texels that it shines on.
#ifdef SHADOW_REACH
uniform sampler2DShadow shadowMap;

float sunlight(vec3 world, vec3 n) {
  vec3 at = (worldToShadow * vec4(world + n * 0.04, 1.0)).xyz;
  vec2 texel = 1.0 / vec2(textureSize(shadowMap, 0));
  float lit = 0.0;
  for (int y = -SHADOW_REACH; y <= SHADOW_REACH; y++) {
    for (int x = -SHADOW_REACH; x <= SHADOW_REACH; x++) {
      lit += texture(shadowMap, vec3(at.xy + vec2(x, y) * texel, at.z));
    }
  }
  const float SIDE = 2.0 * float(SHADOW_REACH) + 1.0;
  vec2 fromMiddle = abs(at.xy - 0.5);
  float beyond = smoothstep(0.42, 0.5, max(fromMiddle.x, fromMiddle.y));
  return mix(lit / (SIDE * SIDE), 1.0, beyond);
}
#else
float sunlight(vec3 world, vec3 n) {
  return 1.0;
}
#endif
