package ringmaster.client.widget;

/** The typefaces there are. */
public enum Face {
  REGULAR,
  SEMI_BOLD,
  BOLD,
  /** Figures as wide as one another, so that they stand still while they change. */
  MONO
}
