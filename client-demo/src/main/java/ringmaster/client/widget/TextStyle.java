package ringmaster.client.widget;

/**
 * How words look.
 *
 * @param size height of the letters' box, in units
 */
public record TextStyle(Face face, float size) {
  public static final TextStyle TITLE = new TextStyle(Face.BOLD, 40);
  public static final TextStyle HEADING = new TextStyle(Face.SEMI_BOLD, 22);
  public static final TextStyle STRONG = new TextStyle(Face.SEMI_BOLD, 15);
  public static final TextStyle BODY = new TextStyle(Face.REGULAR, 15);
  public static final TextStyle SMALL = new TextStyle(Face.REGULAR, 13.5f);
  public static final TextStyle SMALL_STRONG = new TextStyle(Face.SEMI_BOLD, 13.5f);
  public static final TextStyle FIGURES = new TextStyle(Face.MONO, 14);
  public static final TextStyle ANNOUNCEMENT = new TextStyle(Face.BOLD, 64);

  /** From one line of text to the next, in units. */
  public float lineHeight() {
    return Math.round(size * 1.4f);
  }
}
