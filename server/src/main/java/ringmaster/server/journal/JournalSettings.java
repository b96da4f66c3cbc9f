package ringmaster.server.journal;

import java.nio.charset.StandardCharsets;

/**
 * How a journal is written.
 *
 * @param memoryBytes what agent and writer share, a power of two of at least 64 KiB: it bridges a
 *     stall of the disk
 * @param segmentBytes when the next file begins; one write may pass it
 * @param syncIntervalNanos how much input a crash of the machine may cost; one of the process costs
 *     none
 * @param buildVersion of the server, written into each segment; at most 88 bytes of UTF-8
 */
public record JournalSettings(
    int memoryBytes, int segmentBytes, long syncIntervalNanos, String buildVersion) {
  /** The reader holds a segment in memory. */
  public static final int MAX_SEGMENT_BYTES = 256 * 1024 * 1024;

  /** Four seconds of 200 full matches. */
  private static final int DEFAULT_MEMORY_BYTES = 16 * 1024 * 1024;

  private static final int DEFAULT_SEGMENT_BYTES = 64 * 1024 * 1024;
  private static final long DEFAULT_SYNC_INTERVAL_NANOS = 100_000_000;

  public JournalSettings {
    if (segmentBytes < 1 || segmentBytes > MAX_SEGMENT_BYTES) {
      throw new IllegalArgumentException(
          "a journal segment has 1 to " + MAX_SEGMENT_BYTES + " bytes, not " + segmentBytes);
    }
    if (buildVersion.getBytes(StandardCharsets.UTF_8).length
        > SegmentHeader.MAX_BUILD_VERSION_BYTES) {
      throw new IllegalArgumentException(
          "a build version has at most "
              + SegmentHeader.MAX_BUILD_VERSION_BYTES
              + " bytes: "
              + buildVersion);
    }
  }

  public static JournalSettings defaults(String buildVersion) {
    return new JournalSettings(
        DEFAULT_MEMORY_BYTES, DEFAULT_SEGMENT_BYTES, DEFAULT_SYNC_INTERVAL_NANOS, buildVersion);
  }
}
