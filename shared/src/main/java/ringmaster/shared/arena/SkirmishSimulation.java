package ringmaster.shared.arena;

import ringmaster.shared.body.BodySlots;
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
  private final int scoreLimit;
  private final SkirmishSlots slots;
  private final TankArena arena;
  private final MatchTimer timer;
  private final Crates crates;
  private final Barrels barrels;
  private final Cooldowns cooldowns;
  private final Tanks tanks;
  private final Scores scores;
  private final Spawns spawns;
  private final SkirmishEvents events = new SkirmishEvents();
  private final RewindRing rewind;
  private final PropTrail trail;
  private final Rails rails;
  private final Blasts blasts;
  private final Rockets rockets;
  private final Pickups pickups;

  /** Once the result is known, as {@link Scores#leader}: who leaves later changes nothing. */
  private int winner;

  SkirmishSimulation(MatchSettings settings, GameMap map) {
    TickRate rate = settings.rate();
    int seats = settings.maxPlayers();
    scoreLimit = settings.get(Skirmish.SCORE_LIMIT);
    slots = new SkirmishSlots(settings, map);
    cooldowns = new Cooldowns(seats, rate);
    int moving = seats + slots.crates() + slots.barrels();
    // A body's slot is free again after a step, and as play begins all tanks are made anew.
    arena =
        new TankArena(
            settings,
            map,
            moving + seats,
            settings.get(Skirmish.TEAMS),
            SkirmishSlots.TALLIES,
            cooldowns,
            this::propSlot);
    timer = arena.timer;
    Bodies bodies = arena.bodies;
    Queries queries = arena.world.newQueries();
    crates = new Crates(arena.world, ArenaBodies.crates(map));
    barrels = new Barrels(arena.world, queries, Barrels.of(map), seats, rate);
    tanks = new Tanks(arena, cooldowns, rate);
    scores = new Scores(arena.players, arena.teams, timer);
    spawns = new Spawns(arena, settings.seed());
    rewind = new RewindRing(seats, rate);
    trail = new PropTrail(bodies, crates, barrels, rate);
    rails = new Rails(bodies, queries, tanks, barrels, rewind, trail, scores, events, rate);
    blasts = new Blasts(bodies, queries, tanks, barrels, events, moving);
    rockets = new Rockets(queries, tanks, blasts, scores, events, rate);
    pickups = new Pickups(Pickups.of(map), tanks, arena.drive, events, rate);
  }

  private int propSlot(long body) {
    int tag = arena.bodies.tag(body);
    if (Barrels.isTag(tag)) {
      int barrel = Barrels.index(tag);
      return barrel < barrels.count() ? slots.barrel(barrel) : BodySlots.NONE;
    }
    int crate = crates.index(body);
    return crate == Crates.NO_CRATE ? BodySlots.NONE : slots.crate(crate);
  }

  @Override
  public void join(int seat) {
    arena.join(seat);
    tanks.await(seat);
  }

  @Override
  public void leave(int seat) {
    arena.leave(seat);
    tanks.leave(seat);
    rockets.removeOf(seat);
    barrels.putOutOf(seat);
  }

  @Override
  public void tick(TickCommands commands, Workers workers) {
    events.clear();
    spawn();
    fire(commands);
    arena.step(commands, workers);
    rockets.advance();
    barrels.advance(blasts);
    bury();
    pickups.advance();
    rewind.record(timer.tick(), tanks);
    trail.record(timer.tick());
    judge();
  }

  private void spawn() {
    for (int seat = 0; seat < arena.seats; seat++) {
      if (tanks.readyToSpawn(seat)) {
        tanks.spawn(seat, spawns.choose(seat));
        events.spawn(seat, tanks.x(seat), tanks.y(seat));
      }
    }
  }

  private void fire(TickCommands commands) {
    for (int seat = 0; seat < arena.seats; seat++) {
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

  private void bury() {
    for (int seat = 0; seat < arena.seats; seat++) {
      if (tanks.dying(seat)) {
        bury(seat);
      }
    }
  }

  private void bury(int seat) {
    int killer = tanks.killer(seat);
    scores.countDeath(seat, killer);
    events.wreck(seat, tanks.x(seat), tanks.y(seat));
    events.death(killer, seat, tanks.killerWeapon(seat));
    tanks.destroy(seat);
  }

  /** Ends the tick: time, the score limit or sudden death may end the phase. */
  private void judge() {
    Phase before = timer.phase();
    timer.advance(arena.players.size(), scores.leader() != Scores.NOBODY);
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
    for (int seat = 0; seat < arena.seats; seat++) {
      tanks.leave(seat);
      if (arena.players.seated(seat)) {
        tanks.await(seat);
      }
    }
    crates.putBack();
    barrels.putBack();
    trail.clear();
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
    arena.capture(frame, winner, scores.teamScore(1), scores.teamScore(2));
    for (int seat = 0; seat < arena.seats; seat++) {
      if (arena.players.seated(seat)) {
        int charged = tanks.charged(seat) ? 1 : 0;
        frame.setQuantized(slots.player(seat), SkirmishSlots.PLAYER_CHARGED, charged);
      }
      if (tanks.alive(seat)) {
        int slot = arena.captureTank(frame, seat, tanks.aim(seat));
        frame.setQuantized(slot, SkirmishSlots.TANK_HEALTH, tanks.health(seat));
        frame.setQuantized(slot, SkirmishSlots.TANK_FLAGS, flags(seat));
      }
    }
    crates.capture(frame, slots.crate(0), SkirmishSlots.CRATE);
    barrels.capture(frame, slots.barrel(0));
    pickups.capture(frame, slots.pickup(0));
    rockets.capture(frame, slots.rocket(0));
    frame.events().copyFrom(events.list());
  }

  private int flags(int seat) {
    return (tanks.shielded(seat) ? SkirmishSlots.FLAG_SHIELD : 0)
        | (arena.drive.boosting(seat) ? ArenaSlots.FLAG_BOOSTING : 0);
  }

  @Override
  public int ownerWords() {
    return TankPrediction.WORDS;
  }

  @Override
  public void captureOwner(int seat, int[] words, int offset) {
    arena.captureOwner(seat, words, offset);
  }

  @Override
  public boolean ownerForeseen(int seat) {
    return arena.hulls.foreseen(seat);
  }

  @Override
  public void visit(StateVisitor visitor) {
    timer.visit(visitor);
    winner = visitor.count(winner, MatchSettings.MAX_PLAYERS);
    arena.world.visit(visitor);
    crates.visit(visitor);
    barrels.visit(visitor);
    arena.hulls.visit(visitor);
    arena.drive.visit(visitor);
    tanks.visit(visitor);
    arena.teams.visit(visitor);
    arena.players.visit(visitor);
    scores.visit(visitor);
    spawns.visit(visitor);
    rewind.visit(visitor);
    trail.visit(visitor);
    rockets.visit(visitor);
    pickups.visit(visitor);
  }
}
