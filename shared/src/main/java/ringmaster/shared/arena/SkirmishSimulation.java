package ringmaster.shared.arena;

import java.util.Arrays;
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
 * One match of skirmish.
 *
 * <p>Shots are fired before the world steps: from where a player saw the own hull when aiming, at
 * the others as they were then. Deaths take effect at the end of a tick, so two who hit each other
 * in one tick both die, whatever their seats.
 *
 * <p>In the warm-up all works and nothing counts; as play begins everything is as at first.
 */
final class SkirmishSimulation implements Simulation {
  private final int seats;
  private final int scoreLimit;
  private final SkirmishSlots slots;
  private final MatchTimer timer;
  private final World world;
  private final Bodies bodies;
  private final Crates crates;
  private final Barrels barrels;
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
  private final Blasts blasts;
  private final Rockets rockets;
  private final Pickups pickups;

  /** Once the result is known, as {@link Scores#leader}: who leaves later changes nothing. */
  private int winner;

  SkirmishSimulation(MatchSettings settings, GameMap map) {
    TickRate rate = settings.rate();
    seats = settings.maxPlayers();
    scoreLimit = settings.get(Skirmish.SCORE_LIMIT);
    slots = new SkirmishSlots(settings, map);
    timer = new MatchTimer(settings);
    int moving = seats + slots.crates() + slots.barrels();
    // A body's slot is free again after a step, and as play begins all tanks are made anew.
    world = MapWorld.of(map, rate, moving + seats);
    bodies = world.bodies();
    Queries queries = world.newQueries();
    crates = new Crates(world, ArenaBodies.crates(map));
    barrels = new Barrels(world, queries, Barrels.of(map), seats, rate);
    hulls = new PlayerBodies(world, ArenaBodies.TANK, seats);
    teams = new Teams(seats, settings.get(Skirmish.TEAMS));
    drive = new TankDrive(seats, rate);
    cooldowns = new Cooldowns(seats, rate);
    tanks = new Tanks(hulls, teams, timer, drive, cooldowns, rate);
    scores = new Scores(seats, teams, timer);
    spawns = new Spawns(map.spawns(), settings.seed());
    rewind = new RewindRing(seats, rate);
    rails = new Rails(bodies, queries, tanks, barrels, rewind, scores, events);
    blasts = new Blasts(bodies, queries, tanks, barrels, events, moving);
    rockets = new Rockets(queries, tanks, blasts, scores, events, rate);
    pickups = new Pickups(Pickups.of(map), tanks, drive, events, rate);
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
    barrels.putOutOf(seat);
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
    barrels.advance(blasts);
    bury();
    pickups.advance();
    rewind.record(timer.tick(), tanks);
    judge();
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
        if (timer.over()) {
          cooldowns.use(seat, commands.command(seat));
        } else {
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

  /** Ends the tick: time, the score limit or sudden death may end the phase. */
  private void judge() {
    Phase before = timer.phase();
    timer.advance(scores.players(), scores.leader() != Scores.NOBODY);
    if (scoreLimit > 0 && scores.leaderScore() >= scoreLimit) {
      timer.finish();
    }
    if (before == Phase.WARM_UP && timer.playing()) {
      beginAnew();
    }
    if (before != Phase.RESULTS && timer.phase() == Phase.RESULTS) {
      end();
    }
  }

  private void beginAnew() {
    scores.reset();
    rockets.clear();
    pickups.refill();
    for (int seat = 0; seat < seats; seat++) {
      tanks.leave(seat);
      if (scores.seated(seat)) {
        tanks.await(seat);
      }
    }
    crates.putBack();
    barrels.putBack();
    spawn();
  }

  /** Nobody can be hurt once the result is on screen: what still flies or burns is gone. */
  private void end() {
    winner = scores.leader();
    rockets.clear();
    barrels.putOut();
  }

  @Override
  public Phase phase() {
    return timer.phase();
  }

  @Override
  public void capture(EntityFrame frame) {
    captureMatch(frame);
    teams.capture(frame);
    for (int seat = 0; seat < seats; seat++) {
      capturePlayer(frame, seat);
      captureTank(frame, seat);
    }
    crates.capture(frame, slots.crate(0), SkirmishSlots.CRATE);
    barrels.capture(frame, slots.barrel(0));
    pickups.capture(frame, slots.pickup(0));
    rockets.capture(frame, slots.rocket(0));
    frame.events().copyFrom(events.list());
  }

  private void captureMatch(EntityFrame frame) {
    int slot = slots.match();
    frame.put(slot, ArenaSlots.MATCH, 0);
    timer.capture(frame, slot);
    frame.setQuantized(slot, ArenaSlots.MATCH_WINNER, winner);
    frame.set(slot, ArenaSlots.MATCH_SCORE_1, scores.teamScore(1));
    frame.set(slot, ArenaSlots.MATCH_SCORE_2, scores.teamScore(2));
  }

  private void capturePlayer(EntityFrame frame, int seat) {
    if (scores.seated(seat)) {
      int slot = slots.player(seat);
      frame.put(slot, ArenaSlots.PLAYER, scores.generation(seat));
      frame.own(slot, seat);
      frame.set(slot, SkirmishSlots.PLAYER_SCORE, scores.score(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_SHOTS, scores.shots(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_HITS, scores.hits(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_KILLS, scores.kills(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_DEATHS, scores.deaths(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_TEAM, teams.of(seat));
      frame.setQuantized(slot, SkirmishSlots.PLAYER_CHARGED, tanks.charged(seat) ? 1 : 0);
    }
  }

  private void captureTank(EntityFrame frame, int seat) {
    if (tanks.alive(seat)) {
      int slot = slots.tank(seat);
      frame.put(slot, ArenaSlots.TANK, tanks.life(seat));
      frame.own(slot, seat);
      BodyFields.capture(frame, slot, bodies, tanks.hull(seat));
      frame.setQuantized(slot, ArenaSlots.TANK_AIM, tanks.aim(seat));
      frame.setQuantized(slot, SkirmishSlots.TANK_HEALTH, tanks.health(seat));
      frame.setQuantized(slot, SkirmishSlots.TANK_FLAGS, flags(seat));
    }
  }

  private int flags(int seat) {
    return (tanks.shielded(seat) ? SkirmishSlots.FLAG_SHIELD : 0)
        | (drive.boosting(seat) ? ArenaSlots.FLAG_BOOSTING : 0);
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
    winner = visitor.count(winner, MatchSettings.MAX_PLAYERS);
    world.visit(visitor);
    crates.visit(visitor);
    barrels.visit(visitor);
    hulls.visit(visitor);
    drive.visit(visitor);
    tanks.visit(visitor);
    teams.visit(visitor);
    scores.visit(visitor);
    spawns.visit(visitor);
    rewind.visit(visitor);
    rockets.visit(visitor);
    pickups.visit(visitor);
  }
}
