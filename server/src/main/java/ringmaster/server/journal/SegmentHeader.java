package ringmaster.server.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands first in each file of a journal. Little-endian.
 *
 * <pre>
 * offset bytes field
 *   0     8    magic "RMJOURNL"
 *   8     4    format version u32, {@value #FORMAT_VERSION}
 *  12     4    CRC32C of all that follows
 *  16     4    segment number u32, from 1
 *  20     4    bytes of the build version, u32
 *  24     8    sequence before the first record of this segment i64; -1: none
 *  32     8    bytes of the previous segment that count i64
 *  40    88    build version, UTF-8, padded with 0
 * 128          frames, see {@link Frame}
 * </pre>
 *
 * <p>A segment abandoned after a disk error may have the start of a frame behind its last whole
 * one; its successor says how many of its bytes count.
 *
 * @param number from 1; also in the file's name
 * @param previousSequence of the last record before this segment, -1 for none
 * @param previousSegmentBytes of the previous segment that count; 0 for the first
 * @param buildVersion of the server that wrote it
 */
record SegmentHeader(
    int number, long previousSequence, long previousSegmentBytes, String buildVersion) {
  static final int BYTES = 128;
  static final int FORMAT_VERSION = 2;
  static final int MAX_BUILD_VERSION_BYTES = 88;

  private static final long MAGIC = 0x4C4E_5255_4F4A_4D52L; // "RMJOURNL" read little-endian
  private static final int COVERED_FROM = 16;
  private static final int BUILD_VERSION_AT = 40;
  private static final Pattern FILE_NAME = Pattern.compile("journal-(\\d{10})\\.rj");

  static String fileName(int number) {
    return String.format(Locale.ROOT, "journal-%010d.rj", number);
  }

  /** The number of a segment's file, or -1 if the name is not one of a segment. */
  static long numberOf(String fileName) {
    Matcher matcher = FILE_NAME.matcher(fileName);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
  }

  /** Writes the header at the beginning of the buffer. */
  void write(ByteBuffer to) {
    byte[] version = buildVersion.getBytes(StandardCharsets.UTF_8);
    for (int i = BUILD_VERSION_AT; i < BYTES; i++) {
      to.put(i, (byte) 0);
    }
    to.putLong(0, MAGIC);
    to.putInt(8, FORMAT_VERSION);
    to.putInt(16, number);
    to.putInt(20, version.length);
    to.putLong(24, previousSequence);
    to.putLong(32, previousSegmentBytes);
    to.put(BUILD_VERSION_AT, version);
    to.putInt(12, checksum(to));
  }

  /**
   * The header at the beginning of the buffer, or null if it is torn or damaged.
   *
   * @throws JournalDamagedException if a version of this format wrote it that is not known
   */
  static @Nullable SegmentHeader read(ByteBuffer from, String file) throws JournalDamagedException {
    if (from.limit() < BYTES || from.getLong(0) != MAGIC) {
      return null;
    }
    int formatVersion = from.getInt(8);
    if (formatVersion != FORMAT_VERSION) {
      throw new JournalDamagedException(
          file
              + " has journal format "
              + Integer.toUnsignedString(formatVersion)
              + "; this server reads format "
              + FORMAT_VERSION);
    }
    int versionBytes = from.getInt(20);
    if (from.getInt(12) != checksum(from)
        || versionBytes < 0
        || versionBytes > MAX_BUILD_VERSION_BYTES) {
      return null;
    }
    byte[] version = new byte[versionBytes];
    from.get(BUILD_VERSION_AT, version);
    return new SegmentHeader(
        from.getInt(16),
        from.getLong(24),
        from.getLong(32),
        new String(version, StandardCharsets.UTF_8));
  }

  private static int checksum(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.duplicate().clear().limit(BYTES).position(COVERED_FROM));
    return (int) crc.getValue();
  }
}
