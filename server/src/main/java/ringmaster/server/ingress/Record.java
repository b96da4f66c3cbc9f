package ringmaster.server.ingress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.SettingsCodec;
import ringmaster.shared.time.TickRate;
import ringmaster.shared.wire.ByteReader;
import ringmaster.shared.wire.ByteWriter;

/**
 * A record of the ring and the journal: at most {@link #MAX_BYTES} bytes, little-endian.
 *
 * <pre>
 * offset bytes field
 *  0     2     length of the record
 *  2     1     kind, {@link RecordKind}
 *  3     1     seat, where one is meant
 *  4     4     match id, where one is meant
 *  8     n     by kind:
 *
 * TICK      8  server tick i64
 * COMMAND   8  match tick i32, 12 rewind i32 in 1/16 tick, 16 command i64
 * CREATE    8  game version i32, max players u8, tick rate u8, time limit s u16, seed i64,
 *              mode text, map text, map SHA-256 text
 * ACTIVATE  -
 * JOIN      8  session number i64, bot u8, name text
 * LEAVE     8  reason u8
 * CLOSE     8  reason u8
 * HASHES    8  server tick i64, then per match: id i32, hash i64
 * </pre>
 *
 * A flyweight over bytes of its own: a producer fills it and publishes it, a consumer is handed one
 * that holds the record at hand.
 */
public final class Record {
  /** Sixteen slots. */
  public static final int MAX_BYTES = 16 * Ring.SLOT_BYTES;

  static final int HEADER_BYTES = 8;

  private static final int HASH_ENTRY_BYTES = 12;
  private static final int HASHES_START = 16;

  /** Hashes one record can hold. */
  public static final int MAX_HASHES = (MAX_BYTES - HASHES_START) / HASH_ENTRY_BYTES;

  private static final int MAX_TEXT_BYTES = 64;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes = new byte[MAX_BYTES];

  /** The record's bytes; the first {@link #length()} count. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return (short) SHORT.get(bytes, 0) & 0xFFFF;
  }

  /** Null if the record is of no known kind. */
  public @Nullable RecordKind kind() {
    return RecordKind.of(bytes[2]);
  }

  public int seat() {
    return bytes[3] & 0xFF;
  }

  public int matchId() {
    return (int) INT.get(bytes, 4);
  }

  private Record begin(RecordKind kind, int seat, int matchId, int length) {
    SHORT.set(bytes, 0, (short) length);
    bytes[2] = (byte) kind.number();
    bytes[3] = (byte) seat;
    INT.set(bytes, 4, matchId);
    return this;
  }

  public Record tick(long serverTick) {
    LONG.set(bytes, 8, serverTick);
    return begin(RecordKind.TICK, 0, 0, 16);
  }

  /** Of TICK and HASHES. */
  public long serverTick() {
    return (long) LONG.get(bytes, 8);
  }

  public Record command(int matchId, int seat, int matchTick, int rewindSixteenths, long command) {
    INT.set(bytes, 8, matchTick);
    INT.set(bytes, 12, rewindSixteenths);
    LONG.set(bytes, 16, command);
    return begin(RecordKind.COMMAND, seat, matchId, 24);
  }

  public int commandTick() {
    return (int) INT.get(bytes, 8);
  }

  public int rewindSixteenths() {
    return (int) INT.get(bytes, 12);
  }

  public long command() {
    return (long) LONG.get(bytes, 16);
  }

  public Record create(int matchId, MatchSettings settings, int gameVersion, String mapSha256) {
    ByteWriter writer =
        payload()
            .i32(gameVersion)
            .u8(settings.maxPlayers())
            .u8(settings.rate().hz())
            .u16(settings.timeLimitSeconds())
            .i64(settings.seed())
            .text(settings.mode())
            .text(settings.map())
            .text(mapSha256);
    SettingsCodec.writeOptions(writer, settings.options());
    return begin(RecordKind.CREATE, 0, matchId, writer.position());
  }

  /** The order of a CREATE. */
  public Creation creation() {
    ByteReader reader =
        new ByteReader(ByteBuffer.wrap(bytes, HEADER_BYTES, length() - HEADER_BYTES));
    int gameVersion = reader.i32();
    int maxPlayers = reader.u8();
    TickRate rate = new TickRate(reader.u8());
    int timeLimitSeconds = reader.u16();
    long seed = reader.i64();
    String mode = reader.text(MAX_TEXT_BYTES);
    String map = reader.text(MAX_TEXT_BYTES);
    String sha256 = reader.text(MAX_TEXT_BYTES);
    SortedMap<String, Integer> options = SettingsCodec.readOptions(reader);
    if (!reader.complete()) {
      throw new IllegalArgumentException("CREATE record of match " + matchId() + " is malformed");
    }
    MatchSettings settings =
        new MatchSettings(mode, map, maxPlayers, rate, timeLimitSeconds, seed, options);
    return new Creation(matchId(), settings, gameVersion, sha256);
  }

  /** What a CREATE orders. */
  public record Creation(int matchId, MatchSettings settings, int gameVersion, String mapSha256) {}

  public Record activate(int matchId) {
    return begin(RecordKind.ACTIVATE, 0, matchId, HEADER_BYTES);
  }

  public Record join(int matchId, int seat, long sessionNumber, boolean bot, String name) {
    ByteWriter writer = payload().i64(sessionNumber).u8(bot ? 1 : 0).text(name);
    return begin(RecordKind.JOIN, seat, matchId, writer.position());
  }

  public long sessionNumber() {
    return (long) LONG.get(bytes, 8);
  }

  public Record leave(int matchId, int seat, int reason) {
    bytes[8] = (byte) reason;
    return begin(RecordKind.LEAVE, seat, matchId, 9);
  }

  public Record close(int matchId, int reason) {
    bytes[8] = (byte) reason;
    return begin(RecordKind.CLOSE, 0, matchId, 9);
  }

  /** Of LEAVE and CLOSE: a {@link ringmaster.shared.protocol.DisconnectReason} by number. */
  public int reason() {
    return bytes[8] & 0xFF;
  }

  /** Starts an empty list of hashes. */
  public Record hashes(long serverTick) {
    LONG.set(bytes, 8, serverTick);
    return begin(RecordKind.HASHES, 0, 0, HASHES_START);
  }

  /** Adds to a list of at most {@link #MAX_HASHES}. */
  public void addHash(int matchId, long hash) {
    int at = length();
    INT.set(bytes, at, matchId);
    LONG.set(bytes, at + 4, hash);
    SHORT.set(bytes, 0, (short) (at + HASH_ENTRY_BYTES));
  }

  public int hashCount() {
    return (length() - HASHES_START) / HASH_ENTRY_BYTES;
  }

  public int hashMatchId(int index) {
    return (int) INT.get(bytes, HASHES_START + index * HASH_ENTRY_BYTES);
  }

  public long hash(int index) {
    return (long) LONG.get(bytes, HASHES_START + index * HASH_ENTRY_BYTES + 4);
  }

  private ByteWriter payload() {
    return new ByteWriter(ByteBuffer.wrap(bytes, HEADER_BYTES, MAX_BYTES - HEADER_BYTES));
  }
}
