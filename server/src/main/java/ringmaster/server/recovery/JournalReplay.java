package ringmaster.server.recovery;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import ringmaster.server.guard.Guard;
import ringmaster.server.guard.GuardRound;
import ringmaster.server.guard.Guards;
import ringmaster.server.ingress.Record;
import ringmaster.server.ingress.RecordKind;
import ringmaster.server.journal.Disk;
import ringmaster.server.journal.JournalReader;
import ringmaster.server.journal.JournalState;
import ringmaster.server.match.Match;
import ringmaster.server.match.MatchFactory;
import ringmaster.server.match.MatchFault;
import ringmaster.server.match.MatchTable;
import ringmaster.server.pool.WorkerPool;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.Blame;
import ringmaster.shared.install.GameError;
import ringmaster.shared.physics.Workers;
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
   * @param matchTicks ticks of all matches together, as far as there are hashes
   * @param hashesCompared hashes found in the journal
   * @param firstDifference in one sentence; null if every hash was equal
   * @param digest of all hashes in order: equal for equal runs
   * @param cutBytes torn off the journal's end
   * @param cutShort matches that ran on without hashes, which a replay does not follow: a sentence
   *     for each
   */
  public record Result(
      long ticks,
      long matchTicks,
      int matches,
      long hashesCompared,
      @Nullable String firstDifference,
      long digest,
      long cutBytes,
      List<String> cutShort) {
    public Result {
      cutShort = List.copyOf(cutShort);
    }
  }

  private final Games games;
  private final GameMaps maps;
  private final WorkerPool pool;
  private final Guards guards;
  private final GuardRound builds;
  private final GuardRound turns;
  private final Map<Integer, JournalContents.MatchContents> contents = new HashMap<>();
  private final MatchTable<ReplayedMatch> matches = new MatchTable<>(MAX_MATCHES);

  /** Built when they are activated: the server may have failed to, or closed them before. */
  private final Map<Integer, Record.Creation> orders = new HashMap<>();

  private final WorkerPool.Task stepOne;
  private final StateHash digest = new StateHash();
  private long ticks;
  private long matchTicks;
  private int created;
  private long hashesCompared;
  private @Nullable String firstDifference;

  private JournalReplay(
      JournalContents.Contents contents,
      Games games,
      GameMaps maps,
      WorkerPool pool,
      Guards guards) {
    contents.matches().forEach(match -> this.contents.put(match.id(), match));
    this.games = games;
    this.maps = maps;
    this.pool = pool;
    this.guards = guards;
    builds = guards.buildRound();
    turns = guards.turnRound();
    stepOne = (index, worker) -> step(matches.at(index), pool.workersOf(worker));
  }

  /**
   * Replays a whole journal.
   *
   * @param guards for games from jars: one that loops now costs its own match only
   * @throws ringmaster.server.journal.JournalDamagedException if it is damaged
   * @throws UnknownModeException if there is no game for one of its matches
   * @throws IllegalArgumentException if this build cannot run one of its matches
   */
  public static Result run(Disk disk, Games games, GameMaps maps, WorkerPool pool, Guards guards)
      throws IOException {
    JournalContents.Contents contents = JournalContents.read(disk);
    JournalReplay replay = new JournalReplay(contents, games, maps, pool, guards);
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
        summary.cutBytes(),
        contents.matches().stream().flatMap(match -> cutShort(match).stream()).toList());
  }

  /** One tick without a hash may be the journal's last, unless the match failed in it. */
  private static Optional<String> cutShort(JournalContents.MatchContents match) {
    long last = match.hashedTicks() - 1;
    long without = match.ticks() - match.hashedTicks();
    if (without == 0 || (without == 1 && !match.failed())) {
      return Optional.empty();
    }
    return Optional.of(
        "match %d (%s) %s after its tick %d, the last with a hash, and is run up to there"
            .formatted(
                match.id(),
                match.settings().mode(),
                match.failed() ? "failed" : "left no hash",
                last));
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
    ticks++;
    for (int i = 0; i < matches.count(); i++) {
      matchTicks += matches.at(i).isDue() ? 1 : 0;
      beginGuarded(matches.at(i));
    }
    pool.run(stepOne, matches.count());
    turns.await();
    for (int i = matches.count() - 1; i >= 0; i--) {
      removeIfLost(matches.at(i));
    }
    for (int i = 0; i < matches.count(); i++) {
      digest.int64(matches.at(i).match().hash());
    }
  }

  private void beginGuarded(ReplayedMatch replayed) {
    Guard guard = replayed.guard();
    if (guard != null && replayed.isDue()) {
      turns.begin(guard, replayed::stepAlone);
    }
  }

  private static void step(ReplayedMatch replayed, Workers workers) {
    if (replayed.guard() == null && replayed.isDue()) {
      replayed.step(workers);
    }
  }

  private void removeIfLost(ReplayedMatch replayed) {
    Guard guard = replayed.guard();
    if (guard != null && guard.isLost()) {
      Match match = replayed.match();
      matches.remove(match.id());
      differ(lost(match.id(), match.settings().mode(), "its tick " + match.tick(), turns, guard));
    }
  }

  private String lost(int matchId, String mode, String what, GuardRound round, Guard guard) {
    return "match %d (%s) did not come back from %s within %d s%s"
        .formatted(
            matchId,
            mode,
            what,
            round.patienceMillis() / 1_000,
            Blame.place(guard.stackTrace(), games.jar(mode)));
  }

  private void create(Record.Creation creation) {
    created++;
    orders.put(creation.matchId(), creation);
  }

  private void activate(int matchId) {
    Record.Creation creation = orders.remove(matchId);
    if (creation == null) {
      return;
    }
    String mode = creation.settings().mode();
    if (games.find(mode) == null) {
      throw new UnknownModeException(matchId, mode);
    }
    if (games.jar(mode) == null) {
      add(build(creation), null);
    } else {
      buildGuarded(creation, mode);
    }
  }

  private void add(Match match, @Nullable Guard guard) {
    JournalContents.MatchContents recorded = contents.get(match.id());
    matches.add(new ReplayedMatch(match, recorded == null ? 0 : recorded.hashedTicks(), guard));
  }

  private void buildGuarded(Record.Creation creation, String mode) {
    int id = creation.matchId();
    Guard guard = guards.open(mode, "replay-" + id);
    FutureTask<Match> task = new FutureTask<>(() -> buildOrTell(creation));
    builds.begin(guard, task);
    builds.await();
    if (guard.isLost()) {
      differ(lost(id, mode, "being made", builds, guard));
      return;
    }
    if (task.state() == Future.State.SUCCESS) {
      add(task.resultNow(), guard);
      return;
    }
    Throwable thrown = task.exceptionNow();
    throw thrown instanceof IllegalArgumentException refusal
        ? refusal
        : new IllegalArgumentException(
            "match %d (%s) cannot be made: %s"
                .formatted(id, mode, Blame.of(thrown, games.jar(mode))),
            thrown);
  }

  /** Throws what a game threw in words, put together on the thread that may be given up. */
  private Match buildOrTell(Record.Creation creation) {
    try {
      return build(creation);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Throwable t) {
      throw GameError.of(t);
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
    ReplayedMatch closed = matches.remove(matchId);
    Guard guard = closed == null ? null : closed.guard();
    if (guard != null) {
      guard.close();
    }
  }

  private @Nullable Match find(int matchId) {
    ReplayedMatch replayed = matches.find(matchId);
    return replayed == null ? null : replayed.match();
  }

  private void command(Record record) {
    Match match = find(record.matchId());
    if (match != null) {
      match.accept(
          record.seat(), record.commandTick(), record.rewindSixteenths(), record.command());
    }
  }

  private void join(Record record) {
    Match match = find(record.matchId());
    if (match != null) {
      match.join(record.seat());
    }
  }

  private void leave(Record record) {
    Match match = find(record.matchId());
    if (match != null) {
      match.leave(record.seat());
    }
  }

  private void compare(Record record) {
    for (int i = 0; i < record.hashCount(); i++) {
      Match match = find(record.hashMatchId(i));
      if (match == null) {
        continue; // closed in the same drain
      }
      hashesCompared++;
      if (match.hash() != record.hash(i)) {
        differ(difference(match, record, record.hash(i)));
      }
    }
  }

  private String difference(Match match, Record record, long hash) {
    MatchFault fault = match.failure();
    String mode = match.settings().mode();
    return fault == null
        ? ("match %d differs after its tick %d (server tick %d): "
                + "the journal has %016x, the replay %016x")
            .formatted(match.id(), match.tick() - 1, record.serverTick(), hash, match.hash())
        : "match %d (%s) meets an error in its tick %d, which the server did not: %s"
            .formatted(match.id(), mode, match.tick(), Blame.of(fault.error(), games.jar(mode)));
  }

  private void differ(String sentence) {
    if (firstDifference == null) {
      firstDifference = sentence;
    }
  }
}
