package ringmaster.server.transport;

/** What a datagram transport counts. */
public enum DatagramEvent {
  /** A datagram was handed over. */
  RECEIVED,
  /** Sum of the lengths of those. */
  RECEIVED_BYTES,
  /** A datagram was dropped on arrival: longer than any of ours. */
  OVERSIZE,
  /** A datagram was dropped on arrival: nothing in it. */
  EMPTY,
  /** A datagram was dropped on arrival: no room to keep it until the next poll. */
  DROPPED,
  /** The system failed to receive. */
  RECEIVE_ERROR,
  /** A datagram was sent. */
  SENT,
  /** Sum of the lengths of those. */
  SENT_BYTES,
  /** A datagram was lost here: the system or the receiver's ring would not take it. */
  SEND_FAILURE
}
