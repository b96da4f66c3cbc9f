package ringmaster.client.connection;

/** What a pilot looks at when it aims: the server judges its shots by that. */
public enum AimedView {
  /** The newest snapshot as it came: most brains. */
  NEWEST_SNAPSHOT("newest"),
  /**
   * The others as they were drawn last, between two snapshots: people, and brains that look through
   * their eyes. What {@link MatchPlay#viewAt} showed last counts.
   */
  INTERPOLATED("drawn");

  private final String word;

  AimedView(String word) {
    this.word = word;
  }

  /** As it is typed and read. */
  public String word() {
    return word;
  }
}
