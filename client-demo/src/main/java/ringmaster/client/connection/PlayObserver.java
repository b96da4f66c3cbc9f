package ringmaster.client.connection;

/** Told what a client sees while it plays, for measurements. Called on the client's thread. */
public interface PlayObserver {
  /** Nobody looks. */
  PlayObserver NONE =
      new PlayObserver() {
        @Override
        public void commandIssued(long lateNanos) {}

        @Override
        public void commandCovered(long elapsedNanos) {}

        @Override
        public void snapshotReceived(long nowNanos) {}

        @Override
        public void predictionCompared(float errorMeters, boolean inContact) {}

        @Override
        public void snapshotTaken() {}
      };

  /**
   * A tick's command was made.
   *
   * @param lateNanos how long after its time
   */
  void commandIssued(long lateNanos);

  /**
   * A snapshot shows for the first time that the server has a command.
   *
   * @param elapsedNanos since that command was sent
   */
  void commandCovered(long elapsedNanos);

  /**
   * The server says how early a command came.
   *
   * @param marginNanos before its tick began; negative: after
   */
  default void commandReported(long marginNanos) {}

  /** A snapshot of the present match arrived, in order or not. */
  void snapshotReceived(long nowNanos);

  /**
   * The own body was predicted for a tick, and now the server's word on it is known.
   *
   * @param errorMeters distance between the two
   * @param inContact whether something that is not predicted touched the body lately
   */
  void predictionCompared(float errorMeters, boolean inContact);

  /** A snapshot was taken, and all that follows from it has been done. */
  void snapshotTaken();
}
