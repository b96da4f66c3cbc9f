package ringmaster.client.connection;

/** What one client has counted since it was made. Written and read by the thread that drives it. */
public final class ClientCounters {
  /** Datagrams handed to the socket, or to the simulated network before it. */
  public long datagramsSent;

  /** UDP payload of {@link #datagramsSent}. */
  public long datagramBytesSent;

  /** Datagrams opened; each counts once, however often it arrived. */
  public long datagramsReceived;

  /** UDP payload of {@link #datagramsReceived}. */
  public long datagramBytesReceived;

  /** Newest counter of an opened datagram: how many the server has sent. */
  public long newestServerCounter;

  /** Commands made, one per tick. */
  public long commandsIssued;

  /** Snapshots of the present match and view, also those overtaken by a newer one. */
  public long snapshotsReceived;

  /** Snapshots decoded to something else than the server sees. */
  public long hashMismatches;

  /** Snapshots that could not be decoded. */
  public long stateMismatches;

  /** Control messages that could not be decoded or came out of order. */
  public long messagesMalformed;

  /** Frames for which the others were looked up. */
  public long framesShown;

  /** Of {@link #framesShown} those without a later snapshot, but shortly after the last. */
  public long framesCarried;

  /** Of {@link #framesShown} those so long after the last snapshot that all stood. */
  public long framesStanding;

  /** Frames shown without the snapshot they should have had. */
  public long underruns() {
    return framesCarried + framesStanding;
  }

  /** The counts as they stand. */
  public ClientCounters copy() {
    ClientCounters copy = new ClientCounters();
    copy.datagramsSent = datagramsSent;
    copy.datagramBytesSent = datagramBytesSent;
    copy.datagramsReceived = datagramsReceived;
    copy.datagramBytesReceived = datagramBytesReceived;
    copy.newestServerCounter = newestServerCounter;
    copy.commandsIssued = commandsIssued;
    copy.snapshotsReceived = snapshotsReceived;
    copy.hashMismatches = hashMismatches;
    copy.stateMismatches = stateMismatches;
    copy.messagesMalformed = messagesMalformed;
    copy.framesShown = framesShown;
    copy.framesCarried = framesCarried;
    copy.framesStanding = framesStanding;
    return copy;
  }
}
