package ringmaster.server.ingress;

import ringmaster.server.telemetry.Counter;

/** What became of the datagrams of one network thread, and of the commands in them. */
public final class IngressCounters {
  /** All that arrived. */
  public final Counter datagrams = new Counter();

  /** Commands published into the ring. */
  public final Counter commands = new Counter();

  /** Too short to be anything. */
  public final Counter implausible = new Counter();

  /** Of no session: a stranger, or a player who has gone. */
  public final Counter unknownSession = new Counter();

  /** From a player who sends far more than the game allows. */
  public final Counter aboveRate = new Counter();

  /** Seen before, or older than the window. */
  public final Counter replayed = new Counter();

  /** Not a command datagram. */
  public final Counter malformed = new Counter();

  /** Of a match the player has left. */
  public final Counter staleEpoch = new Counter();

  /** Acknowledges what was never sent; its commands count all the same. */
  public final Counter falseAcks = new Counter();

  /** Commands for ticks too far ahead. */
  public final Counter commandsTooEarly = new Counter();

  /** Commands whose tick had begun. */
  public final Counter commandsTooLate = new Counter();

  /** Commands lost because the ring was full. */
  public final Counter ringFull = new Counter();
}
