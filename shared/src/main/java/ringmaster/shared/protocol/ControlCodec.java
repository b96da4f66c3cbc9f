package ringmaster.shared.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.ControlMessage.Accepted;
import ringmaster.shared.protocol.ControlMessage.Ask;
import ringmaster.shared.protocol.ControlMessage.Goodbye;
import ringmaster.shared.protocol.ControlMessage.Hello;
import ringmaster.shared.protocol.ControlMessage.Info;
import ringmaster.shared.protocol.ControlMessage.Join;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.Malformed;
import ringmaster.shared.protocol.ControlMessage.MatchInfo;
import ringmaster.shared.protocol.ControlMessage.NextMatch;
import ringmaster.shared.protocol.ControlMessage.Notice;
import ringmaster.shared.protocol.ControlMessage.Offer;
import ringmaster.shared.protocol.ControlMessage.PingEntry;
import ringmaster.shared.protocol.ControlMessage.Pings;
import ringmaster.shared.protocol.ControlMessage.Refused;
import ringmaster.shared.protocol.ControlMessage.Roster;
import ringmaster.shared.protocol.ControlMessage.RosterEntry;
import ringmaster.shared.protocol.ControlMessage.Said;
import ringmaster.shared.protocol.ControlMessage.Say;
import ringmaster.shared.protocol.ControlMessage.Welcome;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.ByteReader;
import ringmaster.shared.wire.ByteWriter;

/**
 * Control messages as bytes, little-endian. On TCP each is preceded by its length as a big-endian
 * u32 (Kryonet's framing, {@link #LENGTH_BYTES}). Text is a u16 count and UTF-8.
 *
 * <pre>
 * type u8  message     fields
 *  1       Hello       magic u32, version u16, name text, mode text, match i32,
 *                      flags u8 (1 bot, 2 spectator)
 *  2       Join        game version i32, schema hash i32, map text
 *  3       Say         text
 *  4       Leave       -
 *  5       KeepAlive   -
 *  6       Ask         magic u32, version u16
 * 64       Accepted    connection i32
 * 65       Offer       match
 * 66       Welcome     session i64, port u16, snapshot Hz u8, seat u8, epoch u8, tick i32,
 *                      name text
 * 67       Refused     reason u8, text
 * 68       NextMatch   match, seat u8, epoch u8, tick i32
 * 69       Roster      count u8, then per entry: seat u8, flags u8 (1 present, 2 bot), name text
 * 70       Said        seat u8, text
 * 71       Notice      text
 * 72       Goodbye     reason u8
 * 73       Info        version text, protocol u16, server id i64, matches in all u16, count u8,
 *                      then per match: id i32, mode text, map text, players u8, bots u8,
 *                      max players u8, flags u8 (1 open)
 * 74       Pings       count u8, then per entry: seat u8, milliseconds u16
 *
 * match    id i32, mode text, map text, max players u8, tick rate u8, time limit s u16,
 *          options as of {@link SettingsCodec}, game version i32, schema hash i32, map SHA-256 text
 * </pre>
 *
 * Ask and Info are what programs of different versions say to each other, so their layouts stay.
 */
public final class ControlCodec {
  /** Bytes of the length that precedes a message on TCP. */
  public static final int LENGTH_BYTES = 4;

  private static final int MAGIC = 0x52474D31; // "RGM1"
  private static final int SHA256_HEX_BYTES = 64;
  private static final int PRESENT = 1;
  private static final int BOT = 2;
  private static final int HELLO_BOT = 1;
  private static final int HELLO_SPECTATOR = 2;
  private static final int OPEN = 1;

  private ControlCodec() {}

  /** Writes a message at the buffer's position and moves it; too small a buffer overflows. */
  public static void encode(ControlMessage message, ByteBuffer out) {
    ByteWriter writer = new ByteWriter(out);
    switch (message) {
      case Hello m ->
          writer
              .u8(1)
              .i32(MAGIC)
              .u16(m.protocolVersion())
              .text(m.name())
              .text(m.mode())
              .i32(m.matchId())
              .u8((m.bot() ? HELLO_BOT : 0) | (m.spectator() ? HELLO_SPECTATOR : 0));
      case Join m -> writer.u8(2).i32(m.gameVersion()).i32(m.schemaHash()).text(m.mapSha256());
      case Say m -> writer.u8(3).text(m.text());
      case Leave m -> writer.u8(4);
      case KeepAlive m -> writer.u8(5);
      case Ask m -> writer.u8(6).i32(MAGIC).u16(m.protocolVersion());
      case Accepted m -> writer.u8(64).i32(m.connectionId());
      case Offer m -> match(writer.u8(65), m.match());
      case Welcome m ->
          writer
              .u8(66)
              .i64(m.sessionId())
              .u16(m.datagramPort())
              .u8(m.snapshotHz())
              .u8(m.seat())
              .u8(m.epoch())
              .i32(m.tick())
              .text(m.name());
      case Refused m -> writer.u8(67).u8(m.reason().ordinal()).text(m.sentence());
      case NextMatch m -> match(writer.u8(68), m.match()).u8(m.seat()).u8(m.epoch()).i32(m.tick());
      case Roster m -> roster(writer.u8(69), m.entries());
      case Said m -> writer.u8(70).u8(m.seat()).text(m.text());
      case Notice m -> writer.u8(71).text(m.text());
      case Goodbye m -> writer.u8(72).u8(m.reason().ordinal());
      case Info m -> info(writer.u8(73), m);
      case Pings m -> pings(writer.u8(74), m.entries());
      case Malformed m -> throw new IllegalArgumentException("Malformed is never sent");
    }
    out.position(writer.position());
  }

  /**
   * Decodes what a client sent.
   *
   * @param in one whole message from position to limit; left as it is
   * @return the message, or {@link Malformed} for anything else
   */
  public static ControlMessage.FromClient decodeFromClient(ByteBuffer in) {
    ByteReader reader = new ByteReader(in);
    ControlMessage.FromClient message =
        switch (reader.u8()) {
          case 1 -> hello(reader);
          case 2 -> new Join(reader.i32(), reader.i32(), reader.text(SHA256_HEX_BYTES));
          case 3 -> new Say(reader.text(Limits.MAX_CHAT_BYTES));
          case 4 -> new Leave();
          case 5 -> new KeepAlive();
          case 6 -> reader.i32() == MAGIC ? new Ask(reader.u16()) : new Malformed();
          default -> new Malformed();
        };
    return reader.complete() ? message : new Malformed();
  }

  /** Decodes what a server sent; see {@link #decodeFromClient}. */
  public static ControlMessage.FromServer decodeFromServer(ByteBuffer in) {
    ByteReader reader = new ByteReader(in);
    ControlMessage.FromServer message =
        switch (reader.u8()) {
          case 5 -> new KeepAlive();
          case 64 -> new Accepted(reader.i32());
          case 65 -> offer(reader);
          case 66 ->
              new Welcome(
                  reader.i64(),
                  reader.u16(),
                  reader.u8(),
                  reader.u8(),
                  reader.u8(),
                  reader.i32(),
                  reader.text(Limits.MAX_NAME_BYTES));
          case 67 ->
              new Refused(
                  DisconnectReason.ofWire(reader.u8()), reader.text(Limits.MAX_SENTENCE_BYTES));
          case 68 -> nextMatch(reader);
          case 69 -> new Roster(entries(reader));
          case 70 -> new Said(reader.u8(), reader.text(Limits.MAX_CHAT_BYTES));
          case 71 -> new Notice(reader.text(Limits.MAX_SENTENCE_BYTES));
          case 72 -> new Goodbye(DisconnectReason.ofWire(reader.u8()));
          case 73 -> info(reader);
          case 74 -> new Pings(pings(reader));
          default -> new Malformed();
        };
    return reader.complete() ? message : new Malformed();
  }

  private static ControlMessage.FromClient hello(ByteReader reader) {
    if (reader.i32() != MAGIC) {
      return new Malformed();
    }
    int version = reader.u16();
    String name = reader.text(Limits.MAX_NAME_BYTES);
    String mode = reader.text(Limits.MAX_KEY_BYTES);
    int matchId = reader.i32();
    int flags = reader.u8();
    boolean bot = (flags & HELLO_BOT) != 0;
    return new Hello(version, name, mode, matchId, bot, (flags & HELLO_SPECTATOR) != 0);
  }

  private static ByteWriter match(ByteWriter writer, MatchOffer match) {
    MatchSettings settings = match.settings();
    writer
        .i32(match.matchId())
        .text(settings.mode())
        .text(settings.map())
        .u8(settings.maxPlayers())
        .u8(settings.rate().hz())
        .u16(settings.timeLimitSeconds());
    SettingsCodec.writeOptions(writer, settings.options());
    return writer.i32(match.gameVersion()).i32(match.schemaHash()).text(match.mapSha256());
  }

  private static ControlMessage.FromServer offer(ByteReader reader) {
    try {
      return new Offer(match(reader));
    } catch (IllegalArgumentException e) {
      return new Malformed();
    }
  }

  private static ControlMessage.FromServer nextMatch(ByteReader reader) {
    try {
      return new NextMatch(match(reader), reader.u8(), reader.u8(), reader.i32());
    } catch (IllegalArgumentException e) {
      return new Malformed();
    }
  }

  /** Settings out of range throw, as they do everywhere. */
  private static MatchOffer match(ByteReader reader) {
    int id = reader.i32();
    MatchSettings settings =
        new MatchSettings(
            reader.text(Limits.MAX_KEY_BYTES),
            reader.text(Limits.MAX_KEY_BYTES),
            reader.u8(),
            new TickRate(reader.u8()),
            reader.u16(),
            0,
            SettingsCodec.readOptions(reader));
    return new MatchOffer(id, settings, reader.i32(), reader.i32(), reader.text(SHA256_HEX_BYTES));
  }

  private static void roster(ByteWriter writer, List<RosterEntry> entries) {
    writer.u8(entries.size());
    for (RosterEntry entry : entries) {
      int flags = (entry.present() ? PRESENT : 0) | (entry.bot() ? BOT : 0);
      writer.u8(entry.seat()).u8(flags).text(entry.name());
    }
  }

  private static List<RosterEntry> entries(ByteReader reader) {
    int count = reader.u8();
    List<RosterEntry> entries = new ArrayList<>();
    for (int i = 0; i < count && !reader.bad(); i++) {
      int seat = reader.u8();
      int flags = reader.u8();
      entries.add(
          new RosterEntry(
              seat,
              (flags & PRESENT) != 0,
              (flags & BOT) != 0,
              reader.text(Limits.MAX_NAME_BYTES)));
    }
    return entries;
  }

  private static void info(ByteWriter writer, Info info) {
    writer
        .text(info.version())
        .u16(info.protocolVersion())
        .i64(info.serverId())
        .u16(info.matchesTotal())
        .u8(info.matches().size());
    for (MatchInfo match : info.matches()) {
      writer
          .i32(match.id())
          .text(match.mode())
          .text(match.map())
          .u8(match.players())
          .u8(match.bots())
          .u8(match.maxPlayers())
          .u8(match.open() ? OPEN : 0);
    }
  }

  private static Info info(ByteReader reader) {
    String version = reader.text(Limits.MAX_VERSION_BYTES);
    int protocolVersion = reader.u16();
    long serverId = reader.i64();
    int matchesTotal = reader.u16();
    return new Info(version, protocolVersion, serverId, matchesTotal, matches(reader));
  }

  private static List<MatchInfo> matches(ByteReader reader) {
    int count = reader.u8();
    List<MatchInfo> matches = new ArrayList<>();
    for (int i = 0; i < count && !reader.bad(); i++) {
      matches.add(
          new MatchInfo(
              reader.i32(),
              reader.text(Limits.MAX_KEY_BYTES),
              reader.text(Limits.MAX_KEY_BYTES),
              reader.u8(),
              reader.u8(),
              reader.u8(),
              (reader.u8() & OPEN) != 0));
    }
    return matches;
  }

  private static void pings(ByteWriter writer, List<PingEntry> entries) {
    writer.u8(entries.size());
    for (PingEntry entry : entries) {
      writer.u8(entry.seat()).u16(entry.millis());
    }
  }

  private static List<PingEntry> pings(ByteReader reader) {
    int count = reader.u8();
    List<PingEntry> entries = new ArrayList<>();
    for (int i = 0; i < count && !reader.bad(); i++) {
      entries.add(new PingEntry(reader.u8(), reader.u16()));
    }
    return entries;
  }
}
