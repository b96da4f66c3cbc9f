package ringmaster.server.bench.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.snapshot.CodecTrainer;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;

/**
 * Trains a codec's model on matches of all sizes that a game has, seen over good and bad links. The
 * same program makes the same bytes, whenever and wherever it runs: so a model that is not what is
 * made anew is out of date.
 */
final class Training {
  /** The model that serves games without one. */
  static final String GENERAL = "general";

  /** Far from the seeds that anything is measured with. */
  private static final long FIRST_SEED = 1_000_000;

  private static final int[] PLAYERS = {2, 4, 8, 16, 32, 64};

  /** By then the warm-up of the games that have one is nearly over, and all are on the move. */
  private static final int WARM_UP_TICKS = 240;

  private static final int TICKS = 600;

  /** How a viewer of each match is served. */
  private record Service(Conditions conditions, int roomBytes) {
    static final List<Service> ALL =
        List.of(
            ample(60, 33, 0),
            ample(60, 60, 1),
            ample(60, 100, 5),
            ample(60, 150, 5),
            ample(60, 200, 20),
            ample(60, 400, 5),
            ample(20, 100, 5),
            ample(20, 200, 2),
            new Service(new Conditions(60, 100, 5), 64));

    static Service ample(int hz, int rttMillis, int lossPercent) {
      return new Service(new Conditions(hz, rttMillis, lossPercent), Limits.MAX_DATAGRAM_BYTES);
    }
  }

  private final CodecTrainer trainer;

  /** A game as the codec is to know it. */
  private final UnaryOperator<Game> known;

  private final GameMaps maps = new GameMaps();
  private int snapshots;

  private Training(Game any, boolean general) {
    known = general ? Unforetold::new : UnaryOperator.identity();
    MatchSettings settings = settings(any, PLAYERS[0], 0);
    EntitySchema schema = any.schema(settings, maps.load(any, settings.map()));
    trainer = general ? CodecTrainer.general(schema) : CodecTrainer.specific(schema);
  }

  /**
   * Trains a mode's model, or the one that serves games without one.
   *
   * @param mode of one of the games, or {@link #GENERAL}
   */
  static Training of(String mode, Games games) {
    boolean general = mode.equals(GENERAL);
    List<Game> played =
        (general ? games.modes() : List.of(mode)).stream().map(each -> game(games, each)).toList();
    Training training = new Training(played.getFirst(), general);
    played.forEach(training::watch);
    return training;
  }

  private static Game game(Games games, String mode) {
    return Objects.requireNonNull(games.find(mode), mode);
  }

  private static MatchSettings settings(Game game, int players, long seed) {
    return new MatchSettings(
        game.mode(), game.mapFor(players), players, Trace.RATE, Trace.TIME_LIMIT_SECONDS, seed);
  }

  /** The model, as the bytes of its file. */
  byte[] model() {
    return trainer.model();
  }

  int snapshots() {
    return snapshots;
  }

  private void watch(Game game) {
    int[] sizes = Arrays.stream(PLAYERS).filter(size -> size <= game.maxPlayers()).toArray();
    for (int i = 0; i < sizes.length; i++) {
      watch(game, settings(game, sizes[i], FIRST_SEED + i));
    }
  }

  private void watch(Game game, MatchSettings settings) {
    GameMap map = maps.load(game, settings.map());
    Trace trace = Trace.play(known.apply(game), settings, map, WARM_UP_TICKS, TICKS);
    for (int i = 0; i < Service.ALL.size(); i++) {
      int[] seats = {i % settings.maxPlayers()};
      Audience audience = new Audience(trace, Service.ALL.get(i).conditions(), seats);
      audience.play(new Pupil(audience, Service.ALL.get(i).roomBytes()));
    }
  }

  /** Encodes what it is shown, for the trainer to count. */
  private final class Pupil implements Audience.Visitor {
    private final Audience audience;
    private final int roomBytes;
    private final SnapshotEncoder encoder;
    private final SnapshotHeader header = new SnapshotHeader();
    private final InterestSet byAge = new InterestSet();
    private final byte[] bytes = new byte[Limits.MAX_DATAGRAM_BYTES];

    Pupil(Audience audience, int roomBytes) {
      this.audience = audience;
      this.roomBytes = roomBytes;
      Trace trace = audience.trace();
      SnapshotCodec codec = trainer.codec(trace.game(), trace.settings(), trace.map());
      encoder = trainer.encoder(codec, audience.seat(0));
    }

    @Override
    public void acknowledged(int viewer, int tick) {
      encoder.acknowledge(tick);
    }

    @Override
    public void snapshot(int viewer, Sight now, Sight baseline, boolean arrives) {
      byAge.clear();
      for (int i = 0; i < now.count(); i++) {
        byAge.add(now.slot(i), now.tick() - encoder.sentTick(now.slot(i)));
      }
      encoder.encode(audience.frames(), header, byAge, bytes, 0, roomBytes);
      snapshots++;
    }
  }
}
