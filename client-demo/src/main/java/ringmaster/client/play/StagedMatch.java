package ringmaster.client.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.math.Rng;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.time.TickRate;

/**
 * A match without a server, to look at: brains play it in this process from a fixed seed, so that
 * the same number of ticks always shows the same.
 */
final class StagedMatch implements TickCommands {
  /** Names of the scenes there are. */
  static final List<String> NAMES = List.of("fight", "crowd");

  private static final long SEED = 20;
  private static final int LONG_ENOUGH_SECONDS = 3600;
  private static final String CRATE = "crate";
  private static final int CROWD_CRATES = 200;
  private static final float CRATE_ROOM_METERS = 2.5f;

  private final Game game;
  private final MatchSettings settings;
  private final GameMap map;
  private final EntitySchema schema;
  private final Simulation simulation;
  private final EntityFrame frame;
  private final List<Brain> brains = new ArrayList<>();
  private final long[] commands;
  private int ticks;

  private StagedMatch(Game game, int players, GameMap map) {
    this.game = game;
    this.map = map;
    settings =
        new MatchSettings(
                game.mode(), map.name(), players, new TickRate(60), LONG_ENOUGH_SECONDS, SEED)
            .with(MatchTimer.WARM_UP, 0);
    schema = game.schema(settings, map);
    simulation = game.newSimulation(settings, map);
    frame = new EntityFrame(schema);
    commands = new long[players];
    for (int seat = 0; seat < players; seat++) {
      simulation.join(seat);
      brains.add(game.newBrain(game.brains().getFirst(), settings, map, Rng.mix(SEED + seat)));
    }
  }

  /**
   * One of {@link #NAMES}: {@code fight}, eight tanks in the yard; {@code crowd}, 64 tanks and 200
   * crates in the quarry.
   */
  static StagedMatch named(String name) {
    Game skirmish = Objects.requireNonNull(Games.installed().find("skirmish"));
    GameMaps maps = new GameMaps();
    return switch (name) {
      case "fight" -> new StagedMatch(skirmish, 8, maps.load(skirmish, "yard"));
      case "crowd" ->
          new StagedMatch(skirmish, 64, withCrates(maps.load(skirmish, "quarry"), CROWD_CRATES));
      default -> throw new IllegalArgumentException("there is no scene " + name);
    };
  }

  /** The same map with crates put where there is room, until there are so many. */
  private static GameMap withCrates(GameMap map, int crates) {
    List<GameMap.Prop> props = new ArrayList<>(map.props());
    Rng rng = new Rng(SEED);
    float reach = map.sizeMeters() / 2;
    long standing = props.stream().filter(prop -> prop.kind().equals(CRATE)).count();
    while (standing < crates) {
      float x = rng.nextFloat(-reach, reach);
      float y = rng.nextFloat(-reach, reach);
      if (clearOfWalls(map, x, y) && props.stream().noneMatch(prop -> near(prop, x, y))) {
        props.add(new GameMap.Prop(CRATE, x, y, 0));
        standing++;
      }
    }
    return new GameMap(
        map.name(), map.sizeMeters(), map.walls(), map.spawns(), map.goals(), props, map.sha256());
  }

  private static boolean near(GameMap.Prop prop, float x, float y) {
    return Math.hypot(prop.x() - x, prop.y() - y) < CRATE_ROOM_METERS;
  }

  private static boolean clearOfWalls(GameMap map, float x, float y) {
    for (GameMap.Polyline wall : map.walls()) {
      List<Float> points = wall.points();
      for (int i = 0; i + 3 < points.size(); i += 2) {
        if (distance(points.subList(i, i + 4), x, y) < CRATE_ROOM_METERS) {
          return false;
        }
      }
    }
    return true;
  }

  private static double distance(List<Float> ends, float x, float y) {
    float dx = ends.get(2) - ends.get(0);
    float dy = ends.get(3) - ends.get(1);
    float along = (x - ends.get(0)) * dx + (y - ends.get(1)) * dy;
    float share = Math.clamp(along / (dx * dx + dy * dy), 0, 1);
    return Math.hypot(x - ends.get(0) - share * dx, y - ends.get(1) - share * dy);
  }

  /** One tick of the match. */
  void advance() {
    for (int seat = 0; seat < commands.length; seat++) {
      commands[seat] = brains.get(seat).command(frame, seat, ticks);
    }
    simulation.tick(this, Workers.ALONE);
    frame.clear(ticks);
    simulation.capture(frame);
    ticks++;
  }

  @Override
  public long command(int seat) {
    return commands[seat];
  }

  @Override
  public int rewindSixteenths(int seat) {
    return 0;
  }

  Game game() {
    return game;
  }

  MatchSettings settings() {
    return settings;
  }

  GameMap map() {
    return map;
  }

  EntitySchema schema() {
    return schema;
  }

  /** As of the newest tick. */
  EntityFrame frame() {
    return frame;
  }

  int ticks() {
    return ticks;
  }
}
