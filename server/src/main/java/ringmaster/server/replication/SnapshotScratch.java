package ringmaster.server.replication;

import java.nio.ByteBuffer;
import ringmaster.server.telemetry.Counter;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.InterestSet;

/** What one worker needs to write and send snapshots, one after the other. */
final class SnapshotScratch {
  final ByteBuffer datagram = ByteBuffer.allocateDirect(Limits.MAX_DATAGRAM_BYTES);
  final SnapshotDraft draft = new SnapshotDraft();
  final InterestSet interest = new InterestSet();
  final Counter snapshots = new Counter();
  final Counter snapshotBytes = new Counter();
  final Counter incomplete = new Counter();
  final Counter unsent = new Counter();
  final Counter rateChanges = new Counter();
}
