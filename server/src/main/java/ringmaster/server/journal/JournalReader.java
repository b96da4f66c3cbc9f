package ringmaster.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.Ring;

/**
 * Reads a journal back, record by record, in the order of the ring.
 *
 * <p>A killed server or machine leaves a torn end: the reader delivers everything before it and
 * says how much it cut off. Damage anywhere else means that input confirmed as written is gone, and
 * is refused. The two are told apart by the SYNCED marks: what a later mark covers was whole once.
 * The sequences must also join up without a hole, so a frame or a file that is missing is noticed
 * although all that is left is whole.
 */
public final class JournalReader {
  /** Takes a journal's content. */
  public interface Handler {
    /**
     * @param record valid during the call
     * @param sequence of the record's last ring slot
     */
    void onRecord(Record record, long sequence);

    /** Records were lost here when the journal was written. */
    void onGap(long firstSequence, long lastSequence, long lostRecords);
  }

  /**
   * What a journal held.
   *
   * @param segments files read
   * @param buildVersion of the server that wrote it; empty if there is no whole segment
   * @param previousSequence before the first record; {@link JournalState#NONE} if the journal is
   *     there from its beginning
   * @param lastSequence of the last record or gap
   * @param cutBytes cut off as torn
   */
  public record Summary(
      int segments,
      String buildVersion,
      long previousSequence,
      long lastSequence,
      long records,
      long gaps,
      long lostRecords,
      long cutBytes) {}

  private final Disk disk;
  private final Handler handler;
  private final Record record = new Record();

  private String file = "";
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private Frame frames = new Frame(bytes);

  private int segments;
  private String buildVersion = "";
  private long startSequence = JournalState.NONE;
  private long sequence = JournalState.NONE;
  private long records;
  private long gaps;
  private long lostRecords;
  private long cutBytes;

  private JournalReader(Disk disk, Handler handler) {
    this.disk = disk;
    this.handler = handler;
  }

  /**
   * Hands a whole journal to the handler.
   *
   * @throws JournalDamagedException naming file and offset, if it is damaged before its torn end or
   *     of an unknown format; what came before was delivered
   */
  public static Summary read(Disk disk, Handler handler) throws IOException {
    return new JournalReader(disk, handler).readAll();
  }

  private Summary readAll() throws IOException {
    List<String> files =
        disk.files().stream().filter(name -> SegmentHeader.numberOf(name) >= 0).toList();
    @Nullable SegmentHeader header = files.isEmpty() ? null : readHeader(files, 0);
    for (int i = 0; header != null; i++) {
      @Nullable SegmentHeader next = i + 1 < files.size() ? readHeader(files, i + 1) : null;
      readSegment(files.get(i), header, next);
      header = next;
    }
    return new Summary(
        segments, buildVersion, startSequence, sequence, records, gaps, lostRecords, cutBytes);
  }

  /** Null if the file is the last one and torn in its header, and so holds nothing. */
  private @Nullable SegmentHeader readHeader(List<String> files, int index) throws IOException {
    file = files.get(index);
    load(SegmentHeader.BYTES);
    @Nullable SegmentHeader header = SegmentHeader.read(bytes, file);
    if (header == null) {
      boolean last = index == files.size() - 1;
      load(JournalSettings.MAX_SEGMENT_BYTES);
      if (!last || isConfirmed(0, JournalState.NONE)) {
        throw damaged(0, "the header is wrong");
      }
      cutBytes += bytes.limit();
      return null;
    }
    if (header.number() != SegmentHeader.numberOf(file)) {
      throw damaged(0, "it says it is segment " + header.number());
    }
    return header;
  }

  private void readSegment(String name, SegmentHeader header, @Nullable SegmentHeader next)
      throws IOException {
    file = name;
    load(JournalSettings.MAX_SEGMENT_BYTES);
    begin(header);
    if (next == null) {
      readFrames(bytes.limit(), true);
    } else if (next.number() != header.number() + 1) {
      throw damaged(bytes.limit(), "segment " + (header.number() + 1) + " is missing after it");
    } else if (next.previousSegmentBytes() < SegmentHeader.BYTES
        || next.previousSegmentBytes() > bytes.limit()) {
      throw damaged(
          bytes.limit(), "it ends there instead of at byte " + next.previousSegmentBytes());
    } else {
      readFrames((int) next.previousSegmentBytes(), false);
    }
  }

  private void begin(SegmentHeader header) throws JournalDamagedException {
    if (segments == 0) {
      buildVersion = header.buildVersion();
      startSequence = header.previousSequence();
      sequence = startSequence;
    }
    segments++;
    if (header.previousSequence() != sequence) {
      throw damaged(
          0, "it follows sequence " + header.previousSequence() + ", but the last is " + sequence);
    }
  }

  private void readFrames(int end, boolean last) throws JournalDamagedException {
    int at = SegmentHeader.BYTES;
    while (at < end) {
      @Nullable String fault = frames.faultAt(at, end);
      if (fault != null) {
        cutOrRefuse(at, end, last, fault);
        return;
      }
      deliver(at);
      at += frames.bytesOf(at);
    }
  }

  private void cutOrRefuse(int at, int end, boolean last, String fault)
      throws JournalDamagedException {
    if (!last || isConfirmed(at, sequence)) {
      throw damaged(at, fault);
    }
    cutBytes += end - at;
  }

  /** Whether a mark at or after an offset confirms more than the sequence. */
  private boolean isConfirmed(int from, long afterSequence) {
    for (int at = from; at <= bytes.limit() - Frame.HEADER_BYTES; at++) {
      if (frames.kind(at) == Frame.SYNCED
          && frames.faultAt(at, bytes.limit()) == null
          && frames.sequence(at) > afterSequence) {
        return true;
      }
    }
    return false;
  }

  private void deliver(int at) throws JournalDamagedException {
    switch (frames.kind(at)) {
      case Frame.RECORD -> deliverRecord(at);
      case Frame.GAP -> deliverGap(at);
      default -> requireOrder(at, frames.sequence(at) <= sequence);
    }
  }

  private void deliverRecord(int at) throws JournalDamagedException {
    int length = frames.payloadBytes(at);
    requireOrder(at, frames.sequence(at) == sequence + Ring.slotsOf(length));
    sequence = frames.sequence(at);
    records++;
    bytes.get(at + Frame.HEADER_BYTES, record.bytes(), 0, length);
    handler.onRecord(record, sequence);
  }

  private void deliverGap(int at) throws JournalDamagedException {
    long first = bytes.getLong(at + Frame.HEADER_BYTES);
    long lost = bytes.getLong(at + Frame.HEADER_BYTES + Long.BYTES);
    requireOrder(at, first > sequence && frames.sequence(at) >= first);
    sequence = frames.sequence(at);
    gaps++;
    lostRecords += lost;
    handler.onGap(first, sequence, lost);
  }

  private void requireOrder(int at, boolean inOrder) throws JournalDamagedException {
    if (!inOrder) {
      throw damaged(
          at, "a frame of sequence " + frames.sequence(at) + " follows sequence " + sequence);
    }
  }

  /** Loads the file at hand, or its first bytes. */
  private void load(int maxBytes) throws IOException {
    long size = disk.size(file);
    if (size > JournalSettings.MAX_SEGMENT_BYTES + JournalBatch.MAX_BYTES) {
      throw damaged(0, "it has " + size + " bytes, more than any segment");
    }
    int wantedBytes = (int) Math.min(size, maxBytes);
    if (bytes.capacity() < wantedBytes) {
      bytes = ByteBuffer.allocate(wantedBytes).order(ByteOrder.LITTLE_ENDIAN);
      frames = new Frame(bytes);
    }
    bytes.clear().limit(wantedBytes);
    disk.read(file, bytes);
  }

  private JournalDamagedException damaged(int at, String fault) {
    return new JournalDamagedException(file + " is damaged at byte " + at + ": " + fault);
  }
}
