package ringmaster.server.recovery;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.RecordKind;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.JournalReader;
import ringmaster.server.journal.JournalState;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchFactory;
import ringmaster.server.match.MatchTable;
import ringmaster.server.pool.WorkerPool;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.state.StateHash;

/**
 * Replays a journal: the same records in the same order through the same matches, each tick's state
 * hash compared with the one the server wrote down when it ran.
 */
public final class JournalReplay implements JournalReader.Handler {
  private static final int MAX_MATCHES = 4096;

  /**
   * How a replay went.
   *
   * @param ticks server ticks replayed
   * @param matchTicks ticks of all matches together
   * @param hashesCompared hashes found in the journal
   * @param firstDifference in one sentence; null if every hash was equal
   * @param digest of all hashes in order: equal for equal runs
   * @param cutBytes torn off the journal's end
   */
  public record Result(
      long ticks,
      long matchTicks,
      int matches,
      long hashesCompared,
      @Nullable String firstDifference,
      long digest,
      long cutBytes) {}

  private final Games games;
  private final GameMaps maps;
  private final WorkerPool pool;
  private final MatchTable<Match> matches = new MatchTable<>(MAX_MATCHES);

  /** Built when they are activated: the server may have failed to, or closed them before. */
  private final Map<Integer, Record.Creation> orders = new HashMap<>();

  private final WorkerPool.Task stepOne;
  private final StateHash digest = new StateHash();
  private long ticks;
  private long matchTicks;
  private int created;
  private long hashesCompared;
  private @Nullable String firstDifference;

  private JournalReplay(Games games, GameMaps maps, WorkerPool pool) {
    this.games = games;
    this.maps = maps;
    this.pool = pool;
    stepOne = (index, worker) -> matches.at(index).step(pool.workersOf(worker));
  }

  /**
   * Replays a whole journal.
   *
   * @throws ringmaster.server.journal.JournalDamagedException if it is damaged
   * @throws IllegalArgumentException if this build cannot run one of its matches
   */
  public static Result run(Disk disk, Games games, GameMaps maps, WorkerPool pool)
      throws IOException {
    JournalReplay replay = new JournalReplay(games, maps, pool);
    JournalReader.Summary summary = JournalReader.read(disk, replay);
    if (summary.previousSequence() != JournalState.NONE) {
      replay.differ(
          "the journal's beginning, up to sequence " + summary.previousSequence() + ", is missing");
    }
    return new Result(
        replay.ticks,
        replay.matchTicks,
        replay.created,
        replay.hashesCompared,
        replay.firstDifference,
        replay.digest.value(),
        summary.cutBytes());
  }

  @Override
  public void onGap(long firstSequence, long lastSequence, long lostRecords) {
    differ(lostRecords + " records are missing from the journal after sequence " + firstSequence);
  }

  @Override
  public void onRecord(Record record, long sequence) {
    RecordKind kind = record.kind();
    if (kind == null) {
      throw new IllegalArgumentException("the journal holds a record of unknown kind");
    }
    switch (kind) {
      case TICK -> tick();
      case COMMAND -> command(record);
      case CREATE -> create(record.creation());
      case ACTIVATE -> activate(record.matchId());
      case JOIN -> join(record);
      case LEAVE -> leave(record);
      case CLOSE -> close(record.matchId());
      case HASHES -> compare(record);
    }
  }

  private void tick() {
    pool.run(stepOne, matches.count());
    ticks++;
    matchTicks += matches.count();
    for (int i = 0; i < matches.count(); i++) {
      digest.int64(matches.at(i).hash());
    }
  }

  private void create(Record.Creation creation) {
    created++;
    orders.put(creation.matchId(), creation);
  }

  private void activate(int matchId) {
    Record.Creation creation = orders.remove(matchId);
    if (creation != null) {
      matches.add(build(creation));
    }
  }

  private Match build(Record.Creation creation) {
    return MatchFactory.build(
        creation.matchId(),
        creation.settings(),
        creation.gameVersion(),
        creation.mapSha256(),
        games,
        maps);
  }

  private void close(int matchId) {
    orders.remove(matchId);
    matches.remove(matchId);
  }

  private void command(Record record) {
    Match match = matches.find(record.matchId());
    if (match != null) {
      match.accept(
          record.seat(), record.commandTick(), record.rewindSixteenths(), record.command());
    }
  }

  private void join(Record record) {
    Match match = matches.find(record.matchId());
    if (match != null) {
      match.join(record.seat());
    }
  }

  private void leave(Record record) {
    Match match = matches.find(record.matchId());
    if (match != null) {
      match.leave(record.seat());
    }
  }

  private void compare(Record record) {
    for (int i = 0; i < record.hashCount(); i++) {
      Match match = matches.find(record.hashMatchId(i));
      if (match == null) {
        continue; // closed in the same drain
      }
      hashesCompared++;
      if (match.hash() != record.hash(i)) {
        differ(
            ("match %d differs after its tick %d (server tick %d): "
                    + "the journal has %016x, the replay %016x")
                .formatted(
                    match.id(),
                    match.tick() - 1,
                    record.serverTick(),
                    record.hash(i),
                    match.hash()));
      }
    }
  }

  private void differ(String sentence) {
    if (firstDifference == null) {
      firstDifference = sentence;
    }
  }
}
