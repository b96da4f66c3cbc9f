package ringmaster.server.transport;

/** What a control transport counts. */
public enum ControlEvent {
  /** A connection was let in. */
  ACCEPTED,
  /** A connection was refused: too many from its address are open, or have not said Hello yet. */
  REFUSED_PER_ADDRESS,
  /** A connection was refused: more, from all addresses together, would take too much memory. */
  REFUSED_TOTAL,
  /** A connection was closed: no Hello on arrival, or silence later. */
  CLOSED_SILENT,
  /** A connection was closed: more messages per second than anyone needs. */
  CLOSED_FLOOD,
  /** A connection was closed: an impossible length, or too many messages that were none. */
  CLOSED_MALFORMED,
  /** A connection was closed: it did not read what was sent to it. */
  CLOSED_SLOW_READER,
  /** A connection was closed: a message could not be written. A fault of this server. */
  CLOSED_SEND_ERROR,
  /** The library threw while it was driven. */
  UPDATE_ERROR,
  /** The handler threw. A fault of this server. */
  HANDLER_ERROR
}
