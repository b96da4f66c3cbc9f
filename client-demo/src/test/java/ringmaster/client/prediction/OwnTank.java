package ringmaster.client.prediction;

import java.util.List;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.time.TickRate;

/** A tank alone in a match of skirmish, on the server and as its player predicts it. */
final class OwnTank implements TickCommands {
  static final TickRate RATE = new TickRate(60);
  private static final int SEAT = 0;

  final Skirmish game = new Skirmish();
  final CommandHistory commands = new CommandHistory();
  final SnapshotHeader header = new SnapshotHeader();
  final PredictedBody body;
  private final MatchSettings settings;
  private final GameMap map = bare(new GameMaps().load(new Skirmish(), "yard"));
  private final Simulation simulation;
  private long serverCommand;
  private int serverTick;

  OwnTank(int seconds) {
    settings =
        new MatchSettings("skirmish", "yard", 2, RATE, seconds, 1).with(MatchTimer.WARM_UP, 0);
    simulation = game.newSimulation(settings, map);
    simulation.join(SEAT);
    body = new PredictedBody(newPrediction(), newPrediction(), commands);
    serve(0);
    commands.add(0, 0, 0);
    hear();
  }

  /** Its walls alone: what else moves, no prediction knows of. */
  private static GameMap bare(GameMap map) {
    return new GameMap(
        map.name(),
        map.sizeMeters(),
        map.walls(),
        map.spawns(),
        map.goals(),
        List.of(),
        map.sha256());
  }

  Prediction newPrediction() {
    return game.newPrediction(settings, map);
  }

  /** The player's client makes the next command. */
  void issue(long command) {
    commands.add(commands.newestTick() + 1, command, 0);
    body.advance();
  }

  /** The server runs its next tick, under a command that need not be the one issued. */
  void serve(long command) {
    serverCommand = command;
    simulation.tick(this, Workers.ALONE);
    header.tick = serverTick++;
    header.withWords = true;
    header.ownerWordCount = simulation.ownerWords();
    simulation.captureOwner(SEAT, header.ownerWords, 0);
  }

  /** The server puts another tank somewhere, without a tick between the two. */
  void replace() {
    simulation.leave(SEAT);
    simulation.join(SEAT);
  }

  /** The client hears of the server's newest tick. Returns the error in metres. */
  float hear() {
    return body.reconcile(header);
  }

  /** Both sides run a tick, and the client hears of it. */
  void share(long command) {
    issue(command);
    serve(command);
    hear();
  }

  @Override
  public long command(int seat) {
    return serverCommand;
  }

  @Override
  public int rewindSixteenths(int seat) {
    return 0;
  }
}
