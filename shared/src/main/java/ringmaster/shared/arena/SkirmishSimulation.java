package ringmaster.shared.arena;

import java.util.Arrays;
import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.BodyWords;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.Queries;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.physics.World;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * One match of skirmish, everybody against everybody.
 *
 * <p>Shots are fired before the world steps: from where a player saw the own hull when aiming, at
 * the others as they were then. Deaths take effect at the end of a tick, so two who hit each other
 * in one tick both die, whatever their seats.
 */
final class SkirmishSimulation implements Simulation {
  private final int seats;
  private final int crates;
  private final SkirmishSlots slots;
  private final MatchTimer timer;
  private final World world;
  private final Bodies bodies;
  private final long[] crateBodies;
  private final PlayerBodies hulls;
  private final Teams teams;
  private final TankDrive drive;
  private final Cooldowns cooldowns;
  private final Tanks tanks;
  private final Scores scores;
  private final Spawns spawns;
  private final SkirmishEvents events = new SkirmishEvents();
  private final RewindRing rewind;
  private final Rails rails;
  private final Rockets rockets;

  SkirmishSimulation(MatchSettings settings, GameMap map) {
    TickRate rate = settings.rate();
    List<GameMap.Prop> crateProps = ArenaBodies.crates(map);
    seats = settings.maxPlayers();
    crates = crateProps.size();
    slots = new SkirmishSlots(seats, crates);
    timer = new MatchTimer(settings);
    world = MapWorld.of(map, rate, seats + crates);
    bodies = world.bodies();
    crateBodies = new long[crates];
    hulls = new PlayerBodies(world, ArenaBodies.TANK, seats);
    teams = new Teams(seats, Teams.NONE);
    drive = new TankDrive(seats, rate);
    cooldowns = new Cooldowns(seats, rate);
    tanks = new Tanks(hulls, drive, cooldowns, rate);
    scores = new Scores(seats);
    spawns = new Spawns(map.spawns(), settings.seed());
    rewind = new RewindRing(seats, rate);
    Queries queries = world.newQueries();
    rails = new Rails(queries, tanks, rewind, scores, events);
    rockets = new Rockets(bodies, queries, tanks, scores, events, seats + crates, rate);
    placeCrates(crateProps);
  }

  private void placeCrates(List<GameMap.Prop> props) {
    for (int i = 0; i < crates; i++) {
      GameMap.Prop prop = props.get(i);
      float cos = (float) StrictMath.cos(prop.angle());
      float sin = (float) StrictMath.sin(prop.angle());
      crateBodies[i] = bodies.create(ArenaBodies.CRATE, prop.x(), prop.y(), cos, sin);
      bodies.setTag(crateBodies[i], ArenaBodies.TAG_CRATE);
    }
  }

  @Override
  public void join(int seat) {
    teams.join(seat);
    scores.join(seat);
    tanks.await(seat);
  }

  @Override
  public void leave(int seat) {
    teams.leave(seat);
    scores.leave(seat);
    tanks.leave(seat);
    rockets.removeOf(seat);
  }

  @Override
  public void tick(TickCommands commands, Workers workers) {
    events.clear();
    spawn();
    fire(commands);
    drive(commands);
    world.step(workers);
    hulls.afterStep();
    rockets.advance();
    bury();
    rewind.record(timer.tick(), tanks);
    timer.advance(scores.players(), true);
    ceaseFire();
  }

  private void spawn() {
    for (int seat = 0; seat < seats; seat++) {
      if (tanks.readyToSpawn(seat)) {
        int place = spawns.choose(seat, teams, hulls);
        tanks.spawn(seat, spawns.x(place), spawns.y(place), spawns.cos(place), spawns.sin(place));
        events.spawn(seat, tanks.x(seat), tanks.y(seat));
      }
    }
  }

  private void fire(TickCommands commands) {
    for (int seat = 0; seat < seats; seat++) {
      if (tanks.alive(seat)) {
        tanks.cool(seat);
        tanks.aimAt(seat, Command.aim(commands.command(seat)));
        if (!timer.over()) {
          fire(seat, commands.command(seat), commands.rewindSixteenths(seat));
        }
      }
    }
  }

  private void fire(int seat, long command, int rewindSixteenths) {
    if (Command.pressed(command, Skirmish.BUTTON_RAIL)) {
      rails.fire(timer.tick(), seat, rewindSixteenths);
    }
    if (Command.pressed(command, Skirmish.BUTTON_ROCKET)) {
      rockets.fire(seat);
    }
  }

  private void drive(TickCommands commands) {
    for (int seat = 0; seat < seats; seat++) {
      if (tanks.alive(seat)) {
        drive.apply(bodies, tanks.hull(seat), seat, commands.command(seat));
      }
    }
  }

  private void bury() {
    for (int seat = 0; seat < seats; seat++) {
      if (tanks.dying(seat)) {
        bury(seat);
      }
    }
  }

  private void bury(int seat) {
    int killer = tanks.killer(seat);
    scores.countDeath(seat, killer);
    events.death(killer, seat, tanks.killerWeapon(seat), tanks.x(seat), tanks.y(seat));
    tanks.destroy(seat);
  }

  /** Nobody can be hurt once the result is on screen: what still flies is gone. */
  private void ceaseFire() {
    if (timer.over()) {
      for (int seat = 0; seat < seats; seat++) {
        rockets.removeOf(seat);
      }
    }
  }

  @Override
  public Phase phase() {
    return timer.phase();
  }

  @Override
  public void capture(EntityFrame frame) {
    frame.put(slots.match(), SkirmishSlots.MATCH, 0);
    frame.setQuantized(slots.match(), SkirmishSlots.MATCH_PHASE, phase().ordinal());
    frame.setQuantized(slots.match(), SkirmishSlots.MATCH_REMAINING, timer.remainingSeconds());
    for (int seat = 0; seat < seats; seat++) {
      capturePlayer(frame, seat);
      captureTank(frame, seat);
    }
    for (int crate = 0; crate < crates; crate++) {
      frame.put(slots.crate(crate), SkirmishSlots.CRATE, 0);
      BodyFields.capture(frame, slots.crate(crate), bodies, crateBodies[crate]);
    }
    for (int rocket = 0; rocket < rockets.capacity(); rocket++) {
      captureRocket(frame, rocket);
    }
    frame.events().copyFrom(events.list());
  }

  private void capturePlayer(EntityFrame frame, int seat) {
    if (scores.seated(seat)) {
      int slot = slots.player(seat);
      frame.put(slot, SkirmishSlots.PLAYER, scores.generation(seat));
      frame.set(slot, SkirmishSlots.PLAYER_SCORE, scores.score(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_SHOTS, scores.shots(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_HITS, scores.hits(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_KILLS, scores.kills(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_DEATHS, scores.deaths(seat));
    }
  }

  private void captureTank(EntityFrame frame, int seat) {
    if (tanks.alive(seat)) {
      int slot = slots.tank(seat);
      frame.put(slot, SkirmishSlots.TANK, tanks.life(seat));
      BodyFields.capture(frame, slot, bodies, tanks.hull(seat));
      frame.setQuantized(slot, SkirmishSlots.TANK_AIM, tanks.aim(seat));
      frame.setQuantized(slot, SkirmishSlots.TANK_HEALTH, tanks.health(seat));
      frame.setQuantized(slot, SkirmishSlots.TANK_FLAGS, flags(seat));
    }
  }

  private int flags(int seat) {
    return (tanks.shielded(seat) ? SkirmishSlots.FLAG_SHIELD : 0)
        | (drive.boosting(seat) ? SkirmishSlots.FLAG_BOOSTING : 0);
  }

  private void captureRocket(EntityFrame frame, int rocket) {
    if (rockets.present(rocket)) {
      int slot = slots.rocket(rocket);
      frame.put(slot, SkirmishSlots.ROCKET, rockets.generation(rocket));
      frame.set(slot, BodyFields.X, rockets.x(rocket));
      frame.set(slot, BodyFields.Y, rockets.y(rocket));
      frame.set(slot, BodyFields.VELOCITY_X, rockets.velocityX(rocket));
      frame.set(slot, BodyFields.VELOCITY_Y, rockets.velocityY(rocket));
      frame.setQuantized(slot, SkirmishSlots.ROCKET_OWNER, Rockets.owner(rocket));
    }
  }

  @Override
  public int ownerWords() {
    return SkirmishPrediction.WORDS;
  }

  @Override
  public void captureOwner(int seat, int[] words, int offset) {
    Arrays.fill(words, offset, offset + SkirmishPrediction.WORDS, 0);
    if (hulls.write(seat, words, offset)) {
      SkirmishPrediction.write(drive, cooldowns, seat, words, offset + BodyWords.COUNT);
    }
  }

  @Override
  public void visit(StateVisitor visitor) {
    timer.visit(visitor);
    world.visit(visitor);
    visitor.longs(crateBodies, crates);
    for (long crate : crateBodies) {
      PlayerBodies.check(bodies, crate, ArenaBodies.TAG_CRATE);
    }
    hulls.visit(visitor);
    drive.visit(visitor);
    tanks.visit(visitor);
    teams.visit(visitor);
    scores.visit(visitor);
    spawns.visit(visitor);
    rewind.visit(visitor);
    rockets.visit(visitor);
  }
}
