package ringmaster.client.connection;

/**
 * Parts of the netcode that a person can leave out, to see what each is worth. All are on at first.
 * Any thread.
 */
public final class NetcodeSwitches {
  /** The own body is shown ahead of the server, and not as the others are. */
  public volatile boolean prediction = true;

  /** The others are shown between two snapshots, and not as the newest one has them. */
  public volatile boolean interpolation = true;

  /** What the server corrects moves to its place, and does not jump there. */
  public volatile boolean smoothing = true;

  /** The server is told what was seen when a shot was fired, and judges by that. */
  public volatile boolean lagCompensation = true;

  /**
   * What the server sees is shown: the own body as the newest snapshot has it, and after a rail
   * where hulls were as it was judged.
   */
  public volatile boolean ghost;
}
