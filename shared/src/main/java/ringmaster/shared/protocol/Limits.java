package ringmaster.shared.protocol;

import ringmaster.shared.game.Rewind;
import ringmaster.shared.game.WaitingCommands;

/** Every bound of the protocol, with its reason. LimitsTest holds the relations between them. */
public final class Limits {
  /** Raised with every incompatible change of messages or layouts. */
  public static final int PROTOCOL_VERSION = 6;

  /** Below the smallest common path MTU (IPv6: 1,280), so that IP never fragments. */
  public static final int MAX_DATAGRAM_BYTES = 1200;

  /** A roster of 64 names of 64 bytes fits; nothing legal is longer. */
  public static final int MAX_CONTROL_MESSAGE_BYTES = 8 * 1024;

  /** Code points of a name: fits over a tank. */
  public static final int MAX_NAME_CODE_POINTS = 16;

  /** UTF-8 bytes of a name on the wire, before cleaning: 16 code points of at most 4 bytes. */
  public static final int MAX_NAME_BYTES = 4 * MAX_NAME_CODE_POINTS;

  /** UTF-8 bytes of a line of chat. */
  public static final int MAX_CHAT_BYTES = 240;

  /** UTF-8 bytes of a mode or map name. */
  public static final int MAX_KEY_BYTES = 32;

  /** UTF-8 bytes of a sentence shown to a person. */
  public static final int MAX_SENTENCE_BYTES = 512;

  /** Commands in one datagram: half a second at 60 Hz survives a burst of loss. */
  public static final int MAX_COMMANDS_PER_DATAGRAM = 32;

  /** Commands of one player waiting for their tick inside a match. */
  public static final int MAX_WAITING_COMMANDS = WaitingCommands.DEPTH;

  /** Ticks a command may be ahead of its match; further is a broken or lying clock. */
  public static final int MAX_COMMAND_LEAD_TICKS = 64;

  /**
   * A match's last tick: 103 days at 120 Hz, where none lasts longer than hours. A sum of a tick
   * and any lead fits an int, whatever a server says.
   */
  public static final int MAX_TICK = 1 << 30;

  /** Frames a snapshot may refer back to: 2.1 s at 60 Hz, and an age fits 7 bits. */
  public static final int FRAME_HISTORY = 128;

  /** Snapshots acknowledged by the mask beside the newest. */
  public static final int ACK_MASK_BITS = 32;

  /** How far back a shot may be judged. */
  public static final int MAX_REWIND_MILLIS = Rewind.MAX_MILLIS;

  /** How far a view may lie behind the newest acked snapshot. */
  public static final int MAX_INTERPOLATION_MILLIS = Rewind.MAX_INTERPOLATION_MILLIS;

  /** Hello, and each further step of joining, within this time. */
  public static final int HANDSHAKE_TIMEOUT_MILLIS = 5_000;

  /** Silence of a player's datagrams after which the session ends. */
  public static final int SESSION_TIMEOUT_MILLIS = 10_000;

  /** Interval of keep-alives on the control channel; its peer gives up after 12 s of silence. */
  public static final int KEEP_ALIVE_MILLIS = 4_000;

  /** Control messages of one connection per second; more is a flood. */
  public static final int MAX_CONTROL_MESSAGES_PER_SECOND = 200;

  /** Sessions of one address that is not loopback: schools, cafes. */
  public static final int MAX_SESSIONS_PER_ADDRESS = 64;

  /** Connections of one address that have not said Hello yet. */
  public static final int MAX_PENDING_PER_ADDRESS = 16;

  /** Open connections of one address, whatever they have said: all its seats, and who comes. */
  public static final int MAX_CONNECTIONS_PER_ADDRESS =
      MAX_PENDING_PER_ADDRESS + MAX_SESSIONS_PER_ADDRESS;

  /** Spectators of one match: each costs half as many bytes per second as a player. */
  public static final int MAX_SPECTATORS = 16;

  /** Matches named in an answer to who asks: more than a person reads, and they fit a message. */
  public static final int MAX_INFO_MATCHES = 64;

  /** UTF-8 bytes of a program's version. */
  public static final int MAX_VERSION_BYTES = 64;

  /** Where servers announce themselves: administratively scoped, so that no router passes it on. */
  public static final String ANNOUNCE_GROUP = "239.255.82.77";

  /** UDP port of announcements. */
  public static final int ANNOUNCE_PORT = 7771;

  /** Between announcements of a server. */
  public static final int ANNOUNCE_MILLIS = 2_000;

  /** Three announcements that did not come: the server has gone. */
  public static final int ANNOUNCE_LIFETIME_MILLIS = 3 * ANNOUNCE_MILLIS;

  private Limits() {}
}
