package ringmaster.shared.arena;

import java.util.Arrays;
import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.BodySlots;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.physics.World;

/**
 * What every match of tanks has: its time, players and their teams, and a world in which each may
 * drive a hull. A game adds what it is about.
 *
 * <p>The parts are open to the game, which also visits them: in what order is part of its format.
 */
final class TankArena {
  final int seats;
  final MatchTimer timer;
  final World world;
  final Bodies bodies;
  final PlayerBodies hulls;
  final TankDrive drive;
  final Teams teams;
  final Players players;
  final Places places;
  private final Gear gear;
  private final BodySlots props;

  /**
   * @param moving how many bodies there may be at once beside the walls
   * @param teams 0 or 2
   * @param tallies what is counted of each player
   * @param gear of all seats
   * @param slots of all that moves in the world but hulls
   */
  TankArena(
      MatchSettings settings,
      GameMap map,
      int moving,
      int teams,
      List<EntityField> tallies,
      Gear gear,
      BodySlots slots) {
    seats = settings.maxPlayers();
    timer = new MatchTimer(settings);
    world = MapWorld.of(map, settings.rate(), moving);
    bodies = world.bodies();
    props = slots;
    hulls = new PlayerBodies(world, ArenaBodies.TANK, seats, this::slotOf);
    drive = new TankDrive(seats, settings.rate());
    this.teams = new Teams(seats, teams);
    players = new Players(seats, tallies);
    places = new Places(map.spawns());
    this.gear = gear;
  }

  private int slotOf(long body) {
    int tag = bodies.tag(body);
    return tag >= 0 ? ArenaSlots.tank(seats, tag) : props.of(body);
  }

  void join(int seat) {
    teams.join(seat);
    players.join(seat);
  }

  void leave(int seat) {
    teams.leave(seat);
    players.leave(seat);
    hulls.remove(seat);
  }

  /** Gives a seat a new tank in a place. */
  void spawn(int seat, int place) {
    places.spawn(place, seat, hulls);
    drive.reset(seat);
    gear.reset(seat);
  }

  /** Drives all hulls as they are told, and steps the world. */
  void step(TickCommands commands, Workers workers) {
    for (int seat = 0; seat < seats; seat++) {
      if (hulls.alive(seat)) {
        drive.apply(bodies, hulls.body(seat), seat, commands.command(seat));
      }
    }
    world.step(workers);
    hulls.afterStep();
  }

  /** Shows how the match stands, and all players but for what is the game's own. */
  void capture(EntityFrame frame, int winner, int score1, int score2) {
    frame.put(ArenaSlots.MATCH_SLOT, ArenaSlots.MATCH, 0);
    timer.capture(frame, ArenaSlots.MATCH_SLOT);
    frame.setQuantized(ArenaSlots.MATCH_SLOT, ArenaSlots.MATCH_WINNER, winner);
    frame.set(ArenaSlots.MATCH_SLOT, ArenaSlots.MATCH_SCORE_1, score1);
    frame.set(ArenaSlots.MATCH_SLOT, ArenaSlots.MATCH_SCORE_2, score2);
    teams.capture(frame);
    players.capture(frame, teams);
  }

  /**
   * Shows a living tank but for what is the game's own.
   *
   * @return its slot
   */
  int captureTank(EntityFrame frame, int seat, int aim) {
    int slot = ArenaSlots.tank(seats, seat);
    frame.put(slot, ArenaSlots.TANK, hulls.life(seat));
    frame.own(slot, seat);
    BodyFields.capture(frame, slot, bodies, hulls.body(seat));
    frame.setQuantized(slot, ArenaSlots.TANK_AIM, ArenaSlots.aimStep(aim));
    return slot;
  }

  /** Writes what a {@link TankPrediction} goes on from; zeros for who is not alive. */
  void captureOwner(int seat, int[] words, int offset) {
    Arrays.fill(words, offset, offset + TankPrediction.WORDS, 0);
    if (hulls.write(seat, words, offset)) {
      TankPrediction.write(drive, gear, seat, words, offset + BodyWords.COUNT);
      hulls.writeTouched(seat, words, offset + TankPrediction.TOUCHED);
    }
  }
}
