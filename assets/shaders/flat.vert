// Strokes and surfaces of a flat drawing, in pixels from the lower left.
uniform vec2 sizePixels;

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 offset; // from the middle of a stroke or disc, pixels
layout(location = 2) in vec2 rim;    // how far it reaches and where it begins, pixels
layout(location = 3) in vec4 tint;

out vec2 fromMiddle;
flat out vec2 bounds;
flat out vec4 color;

void main() {
  fromMiddle = offset;
  bounds = rim;
  color = tint;
  gl_Position = vec4(2.0 * position / sizePixels - 1.0, 0.0, 1.0);
}
