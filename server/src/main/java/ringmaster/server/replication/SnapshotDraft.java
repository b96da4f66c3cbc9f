package ringmaster.server.replication;

import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.SnapshotHeader;

/** A snapshot between being written, where the game may have its say, and being sealed and sent. */
final class SnapshotDraft {
  final byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];
  final SnapshotHeader header = new SnapshotHeader();

  /** Where the body ends; 0 while nothing is written. */
  int end;
}
