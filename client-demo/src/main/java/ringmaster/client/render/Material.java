package ringmaster.client.render;

/** What a face is made of. Linear colours; instances bring a colour of their own. */
enum Material {
  /** In the colour of its owner. */
  PAINT(0, 0, 0, 1, 0),
  /** A primer that the owner's colour shows through. */
  PRIMER(0.040f, 0.046f, 0.058f, 0.16f, 0),
  METAL(0.046f, 0.052f, 0.064f, 0, 0),
  STEEL(0.22f, 0.24f, 0.27f, 0, 0),
  BLACK(0.012f, 0.013f, 0.016f, 0, 0),
  /** Shines in the colour of its owner. */
  LAMP(0, 0, 0, 1, 1),
  /** What comes out of engines. */
  FIRE(1.0f, 0.36f, 0.07f, 0, 1),

  FLOOR(0.031f, 0.041f, 0.062f, 0, 0),
  FLOOR_LIGHT(0.037f, 0.048f, 0.071f, 0, 0),
  OUTSIDE(0.014f, 0.020f, 0.032f, 0, 0),
  MARKING(0.13f, 0.16f, 0.20f, 0, 0),
  PLINTH(0.026f, 0.032f, 0.044f, 0, 0),
  WALL(0.085f, 0.100f, 0.130f, 0, 0),
  COPING(0.20f, 0.215f, 0.24f, 0, 0),
  STRIP(0.22f, 0.42f, 0.60f, 0, 0.35f),
  OUTER_STRIP(0.75f, 0.36f, 0.10f, 0, 0.45f),
  /** Of a goal that nobody defends, and those of the teams: {@code scene.Palette} as light. */
  GOAL(0.615f, 0.646f, 0.691f, 0, 0.5f),
  GOAL_BLUE(0.057f, 0.297f, 0.828f, 0, 0.5f),
  GOAL_ORANGE(0.814f, 0.389f, 0, 0, 0.5f);

  final float red;
  final float green;
  final float blue;

  /** Share of the instance's colour, 0..1; the rest is its own. */
  final float weight;

  /** How much it shines by itself, 0..1. */
  final float shine;

  Material(float red, float green, float blue, float weight, float shine) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    this.weight = weight;
    this.shine = shine;
  }
}
