package ringmaster.server.recovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.RecordKind;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.JournalReader;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.DisconnectReason;

/** What a journal holds, without running it. */
public final class JournalContents implements JournalReader.Handler {
  /**
   * One match.
   *
   * @param ticks it ran, as far as the journal goes; a match that failed stands in its last ones
   * @param hashedTicks up to the last of which there is a hash
   * @param failed whether it was closed because its game met an error or did not come back
   * @param joins players who took a seat, each time one did
   * @param commands of all its players
   */
  public record MatchContents(
      int id,
      MatchSettings settings,
      int gameVersion,
      long ticks,
      long hashedTicks,
      boolean failed,
      int joins,
      long commands) {}

  /**
   * The whole journal.
   *
   * @param ticks server ticks
   */
  public record Contents(JournalReader.Summary summary, long ticks, List<MatchContents> matches) {}

  private static final class Entry {
    final Record.Creation creation;
    boolean running;
    boolean failed;
    long ticks;
    long hashedTicks;
    int joins;
    long commands;

    Entry(Record.Creation creation) {
      this.creation = creation;
    }
  }

  private final Map<Integer, Entry> matches = new LinkedHashMap<>();
  private long ticks;

  private JournalContents() {}

  /**
   * Reads a whole journal.
   *
   * @throws ringmaster.server.journal.JournalDamagedException if it is damaged
   */
  public static Contents read(Disk disk) throws IOException {
    JournalContents contents = new JournalContents();
    JournalReader.Summary summary = JournalReader.read(disk, contents);
    List<MatchContents> matches = new ArrayList<>();
    contents.matches.forEach((id, entry) ->
        matches.add(
            new MatchContents(
                id,
                entry.creation.settings(),
                entry.creation.gameVersion(),
                entry.ticks,
                entry.hashedTicks,
                entry.failed,
                entry.joins,
                entry.commands)));
    return new Contents(summary, contents.ticks, matches);
  }

  @Override
  public void onGap(long firstSequence, long lastSequence, long lostRecords) {}

  @Override
  public void onRecord(Record record, long sequence) {
    RecordKind kind = record.kind();
    if (kind == null) {
      throw new IllegalArgumentException("the journal holds a record of unknown kind");
    }
    if (kind == RecordKind.CREATE) {
      matches.put(record.matchId(), new Entry(record.creation()));
    } else if (kind == RecordKind.TICK) {
      ticks++;
      matches.values().stream().filter(match -> match.running).forEach(match -> match.ticks++);
    } else if (kind == RecordKind.HASHES) {
      noteHashes(record);
    }
    Entry match = matches.get(record.matchId());
    if (match != null) {
      count(match, kind, record);
    }
  }

  private void noteHashes(Record record) {
    for (int i = 0; i < record.hashCount(); i++) {
      Entry match = matches.get(record.hashMatchId(i));
      if (match != null) {
        match.hashedTicks = match.ticks;
      }
    }
  }

  private static void count(Entry match, RecordKind kind, Record record) {
    switch (kind) {
      case ACTIVATE -> match.running = true;
      case CLOSE -> {
        match.running = false;
        match.failed = record.reason() == DisconnectReason.MATCH_FAILED.ordinal();
      }
      case JOIN -> match.joins++;
      case COMMAND -> match.commands++;
      case CREATE, LEAVE, TICK, HASHES -> {}
    }
  }
}
