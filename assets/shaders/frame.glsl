// What is the same for everything in a frame; laid out by FrameUniforms.
layout(std140) uniform Frame {
  mat4 viewProjection;
  mat4 worldToShadow; // to texture coordinates and depth, 0..1
  vec4 eye;           // m
  vec4 sun;           // unit vector towards it
};
