package ringmaster.client.settings;

/** How much of the network and the frame rate is on the screen; the key goes through them. */
public enum NetGraphLevel {
  OFF("Nothing"),
  METERS("Frames and ping"),
  FIGURES("Figures"),
  LAGOMETER("Figures and lagometer");

  private static final NetGraphLevel[] ALL = values();

  private final String label;

  NetGraphLevel(String label) {
    this.label = label;
  }

  /** As shown to a person. */
  public String label() {
    return label;
  }

  /** The one after this; after the last the first. */
  public NetGraphLevel next() {
    return ALL[(ordinal() + 1) % ALL.length];
  }
}
