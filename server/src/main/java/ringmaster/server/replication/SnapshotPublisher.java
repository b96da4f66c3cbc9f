package ringmaster.server.replication;

import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import ringmaster.server.match.MatchTable;
import ringmaster.server.pool.WorkerPool;
import ringmaster.server.session.Session;
import ringmaster.server.transport.DatagramTransport;

/**
 * Sends each player and spectator the snapshot that is due, on all workers: encode, seal, hand to
 * the socket. The workers send themselves, since a channel's lock is held for less time than
 * passing a datagram on would take.
 */
public final class SnapshotPublisher {
  private final WorkerPool pool;
  private final DatagramTransport[] lanes;
  private final SnapshotScratch[] scratches;
  private final WorkerPool.Task sendOne = this::send;
  private @Nullable Viewer[] due = new Viewer[256];
  private long publishNanos;

  /**
   * @param lanes endpoints, in the order of the sessions' lanes
   */
  public SnapshotPublisher(WorkerPool pool, List<? extends DatagramTransport> lanes) {
    this.pool = pool;
    this.lanes = lanes.toArray(DatagramTransport[]::new);
    scratches = new SnapshotScratch[pool.workers() + 1];
    for (int i = 0; i < scratches.length; i++) {
      scratches[i] = new SnapshotScratch();
    }
  }

  /**
   * Tick thread: sends all snapshots due after the tick just captured.
   *
   * @param nowNanos when
   */
  public void publish(MatchTable<HostedMatch> matches, long nowNanos) {
    publishNanos = nowNanos;
    int count = 0;
    for (int i = 0; i < matches.count(); i++) {
      count = collectDue(matches.at(i), count);
    }
    pool.run(sendOne, count);
  }

  private int collectDue(HostedMatch hosted, int countSoFar) {
    int count = countSoFar;
    if (hosted.match().failure() != null) {
      return count;
    }
    int places = hosted.places();
    if (count + places > due.length) {
      due = Arrays.copyOf(due, 2 * due.length);
    }
    for (int place = 0; place < places; place++) {
      Viewer viewer = hosted.viewer(place);
      if (viewer != null && (hosted.guard() == null ? viewer.comesDue() : viewer.takeDraft())) {
        due[count++] = viewer;
      }
    }
    return count;
  }

  private void send(int index, int worker) {
    Viewer viewer = due[index];
    SnapshotScratch scratch = scratches[worker];
    if (viewer == null) {
      return;
    }
    SnapshotDraft draft = viewer.draft(scratch);
    int length = viewer.seal(draft);
    if (viewer.adaptRate()) {
      scratch.rateChanges.increment();
    }
    Session session = viewer.session();
    SocketAddress address = viewer.address();
    if (length == 0 || session == null || address == null) {
      scratch.unsent.increment();
      return;
    }
    session.pingSent(draft.header.epoch, draft.header.tick, publishNanos);
    scratch.datagram.clear().put(draft.bytes, 0, length).flip();
    if (lanes[session.lane()].send(scratch.datagram, address)) {
      scratch.snapshots.increment();
      scratch.snapshotBytes.add(length);
    } else {
      scratch.unsent.increment();
    }
    if (!draft.header.complete) {
      scratch.incomplete.increment();
    }
  }

  private long sum(ToLongFunction<SnapshotScratch> counter) {
    return Arrays.stream(scratches).mapToLong(counter).sum();
  }

  /** Snapshots handed to a socket. Any thread, as the counters below. */
  public long snapshots() {
    return sum(scratch -> scratch.snapshots.get());
  }

  /** UDP payload of those snapshots. */
  public long snapshotBytes() {
    return sum(scratch -> scratch.snapshotBytes.get());
  }

  /** Snapshots that could not hold all that had changed. */
  public long incomplete() {
    return sum(scratch -> scratch.incomplete.get());
  }

  /** Times that somebody's snapshots became more or fewer a second. */
  public long rateChanges() {
    return sum(scratch -> scratch.rateChanges.get());
  }

  /** Snapshots due and not sent: no budget left, or the system did not take them. */
  public long unsent() {
    return sum(scratch -> scratch.unsent.get());
  }
}
