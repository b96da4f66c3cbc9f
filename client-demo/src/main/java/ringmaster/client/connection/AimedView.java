package ringmaster.client.connection;

/** What a pilot looks at when it aims: the server judges its shots by that. */
public enum AimedView {
  /** The newest snapshot as it came: brains. */
  NEWEST_SNAPSHOT,
  /** The others as they are drawn, between two snapshots: people. */
  INTERPOLATED
}
