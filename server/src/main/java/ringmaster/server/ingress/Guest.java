package ringmaster.server.ingress;

import org.jspecify.annotations.Nullable;
import ringmaster.server.session.Session;
import ringmaster.server.session.TokenBucket;
import ringmaster.server.transport.ControlTransport;
import ringmaster.shared.protocol.ControlMessage;

/** One client on the control channel, from its connection to the end of its stay. */
final class Guest {
  /** How far a client has come. */
  enum Stage {
    /** Connected; has to say Hello. */
    SILENT,
    /** Holds a seat, or a spectator's place; has to say Join. */
    OFFERED,
    /** Said Join; the match is still being built. */
    JOINING,
    PLAYING,
    /** Told what it asked, why not, or goodbye; the connection is closed soon. */
    DISMISSED
  }

  /** A line a second, five at once: talk, not noise. */
  private static final double TALK_PER_SECOND = 1;

  private static final double TALK_BURST = 5;

  final ControlTransport.Connection connection;
  final TokenBucket talk;
  boolean toldNotToTalk;
  String lastTalk = "";
  Stage stage = Stage.SILENT;
  long stageNanos;
  boolean connected = true;
  String name = "";
  boolean bot;
  boolean spectator;
  @Nullable MatchSeries series;
  int seat = ControlMessage.NO_SEAT;
  @Nullable Session session;

  Guest(ControlTransport.Connection connection, long nowNanos) {
    this.connection = connection;
    stageNanos = nowNanos;
    talk = new TokenBucket(TALK_PER_SECOND, TALK_BURST, nowNanos);
  }

  void enter(Stage newStage, long nowNanos) {
    stage = newStage;
    stageNanos = nowNanos;
  }

  /** What others see as its ping; -1: not known. */
  int pingMillis() {
    return connection.sameProcess() ? 0 : session == null ? -1 : session.pingMillis();
  }

  /** Sends if the client is still there. */
  void tell(ControlMessage.FromServer message) {
    if (connected) {
      connected = connection.send(message);
    }
  }
}
