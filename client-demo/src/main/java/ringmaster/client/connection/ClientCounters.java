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

  /** Of what this client has sent, what the server had received when it last said so. */
  public long datagramsArrived;

  /** {@link #datagramsSent} when it said so, the few included that were under way. */
  public long datagramsSentByThen;

  /** Ticks that the server ran without a command of this client's. */
  public long commandsMissed;

  /** Commands of which the server said that they came after their tick had begun. */
  public long commandsLate;

  /** Predictions of the own body that were off by more than a millimetre. */
  public long corrections;

  /** Corrections of the own body that waited, since too many steps had been replayed. */
  public long correctionsPutOff;

  /** Snapshots after which the own body was predicted alone, since the way was too long. */
  public long surroundingsLeftOut;

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
    copy.add(this, 1);
    return copy;
  }

  /** What was counted since then. */
  public ClientCounters since(ClientCounters before) {
    ClientCounters difference = copy();
    difference.add(before, -1);
    return difference;
  }

  /** Becomes what another one is. */
  void set(ClientCounters other) {
    add(this, -1);
    add(other, 1);
  }

  /** Adds another one's counts so many times. */
  public void add(ClientCounters other, int times) {
    datagramsSent += times * other.datagramsSent;
    datagramBytesSent += times * other.datagramBytesSent;
    datagramsReceived += times * other.datagramsReceived;
    datagramBytesReceived += times * other.datagramBytesReceived;
    newestServerCounter += times * other.newestServerCounter;
    commandsIssued += times * other.commandsIssued;
    snapshotsReceived += times * other.snapshotsReceived;
    hashMismatches += times * other.hashMismatches;
    stateMismatches += times * other.stateMismatches;
    datagramsArrived += times * other.datagramsArrived;
    datagramsSentByThen += times * other.datagramsSentByThen;
    commandsMissed += times * other.commandsMissed;
    commandsLate += times * other.commandsLate;
    corrections += times * other.corrections;
    correctionsPutOff += times * other.correctionsPutOff;
    surroundingsLeftOut += times * other.surroundingsLeftOut;
    messagesMalformed += times * other.messagesMalformed;
    framesShown += times * other.framesShown;
    framesCarried += times * other.framesCarried;
    framesStanding += times * other.framesStanding;
  }
}
