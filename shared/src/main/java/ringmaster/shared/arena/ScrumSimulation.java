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
import ringmaster.shared.physics.ContactReader;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.physics.World;
import ringmaster.shared.state.StateVisitor;
import ringmaster.shared.time.TickRate;

/**
 * One match of scrum. Nothing moves the ball but what the world's contacts and the shoves do to it.
 *
 * <p>Shoves push after the world has stepped, as a shot does that lands: what they do to others is
 * seen in the next tick, and each hull they push knows at the end of this one that it was pushed.
 * Kick-offs begin a tick, so that the hulls they make step once before anybody is told of them.
 */
final class ScrumSimulation implements Simulation {
  private static final int CELEBRATION_SECONDS = 2;

  private final int seats;
  private final int scoreLimit;
  private final int celebrationTicks;
  private final ScrumSlots slots;
  private final MatchTimer timer;
  private final World world;
  private final Bodies bodies;
  private final ContactReader contacts;
  private final Ball ball;
  private final Crates crates;
  private final PlayerBodies hulls;
  private final Teams teams;
  private final TankDrive drive;
  private final ShoveDrive shoveDrive;
  private final Shoves shoves;
  private final BallTouches touches;
  private final Goals goals;
  private final Lineup lineup;
  private final ScrumScores scores;
  private final ScrumEvents events = new ScrumEvents();
  private final int[] aim;

  private boolean kickOffDue = true;
  private int celebrationTicksLeft;

  ScrumSimulation(MatchSettings settings, GameMap map) {
    TickRate rate = settings.rate();
    List<GameMap.Prop> crateProps = ArenaBodies.crates(map);
    seats = settings.maxPlayers();
    int things = seats + crateProps.size() + 1;
    scoreLimit = settings.get(Scrum.SCORE_LIMIT);
    celebrationTicks = CELEBRATION_SECONDS * rate.hz();
    slots = new ScrumSlots(settings, map);
    timer = new MatchTimer(settings.with(Scrum.OVERTIME, settings.get(Scrum.OVERTIME)));
    world = MapWorld.of(map, rate, things);
    bodies = world.bodies();
    contacts = world.contacts();
    ball = new Ball(bodies, rate);
    crates = new Crates(world, crateProps);
    hulls = new PlayerBodies(world, ArenaBodies.TANK, seats);
    teams = new Teams(seats, 2);
    drive = new TankDrive(seats, rate);
    shoveDrive = new ShoveDrive(seats, rate);
    shoves = new Shoves(bodies, world.newQueries(), hulls, things);
    touches = new BallTouches(seats, rate);
    goals = new Goals(map.goals());
    lineup = new Lineup(map.spawns());
    scores = new ScrumScores(seats);
    aim = new int[seats];
  }

  @Override
  public void join(int seat) {
    teams.join(seat);
    scores.join(seat);
  }

  @Override
  public void leave(int seat) {
    teams.leave(seat);
    scores.leave(seat);
    touches.leave(seat);
    hulls.remove(seat);
  }

  @Override
  public void tick(TickCommands commands, Workers workers) {
    events.clear();
    kickOffIfDue();
    spawn();
    drive(commands);
    float ballX = ball.x();
    float ballY = ball.y();
    world.step(workers);
    hulls.afterStep();
    noteTouches();
    shove();
    judge(ballX, ballY);
    boolean begins = timer.advance(scores.players(), scores.leader() != Teams.NONE);
    kickOffDue |= begins && timer.playing();
  }

  /** All tanks go before the first is placed: each finds its team's places free. */
  private void kickOffIfDue() {
    if (!kickOffDue) {
      return;
    }
    kickOffDue = false;
    celebrationTicksLeft = 0;
    ball.kickOff();
    crates.putBack();
    touches.clear();
    for (int seat = 0; seat < seats; seat++) {
      hulls.remove(seat);
    }
    for (int seat = 0; seat < seats; seat++) {
      if (scores.seated(seat)) {
        place(seat);
      }
    }
    events.kickOff(ball.x(), ball.y());
  }

  private void place(int seat) {
    lineup.spawn(seat, teams, hulls);
    drive.reset(seat);
    shoveDrive.reset(seat);
  }

  /** Tanks for those who came since the last tick. */
  private void spawn() {
    for (int seat = 0; seat < seats; seat++) {
      if (scores.seated(seat) && !hulls.alive(seat)) {
        place(seat);
        events.spawn(seat, hulls.x(seat), hulls.y(seat));
      }
    }
  }

  private void drive(TickCommands commands) {
    for (int seat = 0; seat < seats; seat++) {
      if (hulls.alive(seat)) {
        long command = commands.command(seat);
        aim[seat] = Command.aim(command);
        shoveDrive.apply(bodies, hulls.body(seat), seat, command);
        drive.apply(bodies, hulls.body(seat), seat, command);
      }
    }
  }

  private void noteTouches() {
    for (int contact = 0; contact < contacts.count(); contact++) {
      if (contacts.touches(contact)) {
        int tagA = contacts.tagA(contact);
        int tagB = contacts.tagB(contact);
        if (tagA == Ball.TAG && contacts.bodyB(contact) != MapWorld.WALLS) {
          touch(tagB);
        } else if (tagB == Ball.TAG && contacts.bodyA(contact) != MapWorld.WALLS) {
          touch(tagA);
        }
      }
    }
  }

  /** A hull, or a crate, whose tag is no seat. */
  private void touch(int tag) {
    if (tag >= 0 && touches.touch(tag, timer.tick()) && timer.playing()) {
      scores.countTouch(tag);
    }
  }

  private void shove() {
    for (int seat = 0; seat < seats; seat++) {
      if (hulls.alive(seat) && shoveDrive.begun(seat)) {
        events.shove(seat, hulls.x(seat), hulls.y(seat));
        if (timer.playing()) {
          scores.countShove(seat);
        }
        if (shoves.push(seat, aim[seat])) {
          touch(seat);
        }
      }
    }
  }

  /** Whether it is a goal, or play begins anew. */
  private void judge(float ballFromX, float ballFromY) {
    if (timer.over()) {
      return;
    }
    if (celebrationTicksLeft > 0) {
      celebrationTicksLeft--;
      kickOffDue = celebrationTicksLeft == 0;
      return;
    }
    int conceding = goals.crossed(ballFromX, ballFromY, ball.x(), ball.y());
    if (conceding != Teams.NONE) {
      goal(Goals.opponent(conceding));
    } else if (touches.any() && ball.stalled()) {
      kickOffDue = true;
    }
  }

  private void goal(int team) {
    int scorer = touches.scorer(teams, team);
    events.goal(team, scorer, ball.x(), ball.y());
    celebrationTicksLeft = celebrationTicks;
    if (timer.playing()) {
      scores.countGoal(team, scorer);
      if (scores.goals(team) == scoreLimit) {
        timer.finish();
      }
    }
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
    ball.capture(frame, slots.ball());
    crates.capture(frame, slots.crate(0), ScrumSlots.CRATE);
    frame.events().copyFrom(events.list());
  }

  private void captureMatch(EntityFrame frame) {
    int slot = slots.match();
    frame.put(slot, ArenaSlots.MATCH, 0);
    timer.capture(frame, slot);
    frame.setQuantized(slot, ArenaSlots.MATCH_WINNER, timer.over() ? scores.leader() : Teams.NONE);
    frame.setQuantized(slot, ArenaSlots.MATCH_SCORE_1, scores.goals(1));
    frame.setQuantized(slot, ArenaSlots.MATCH_SCORE_2, scores.goals(2));
  }

  private void capturePlayer(EntityFrame frame, int seat) {
    if (scores.seated(seat)) {
      int slot = slots.player(seat);
      frame.put(slot, ArenaSlots.PLAYER, scores.generation(seat));
      frame.own(slot, seat);
      frame.setQuantized(slot, ScrumSlots.PLAYER_SCORE, scores.score(seat));
      frame.setQuantized(slot, ScrumSlots.PLAYER_SHOVES, scores.shoves(seat));
      frame.setQuantized(slot, ScrumSlots.PLAYER_TOUCHES, scores.touches(seat));
      frame.setQuantized(slot, ScrumSlots.PLAYER_TEAM, teams.of(seat));
    }
  }

  private void captureTank(EntityFrame frame, int seat) {
    if (hulls.alive(seat)) {
      int slot = slots.tank(seat);
      frame.put(slot, ArenaSlots.TANK, hulls.life(seat));
      frame.own(slot, seat);
      BodyFields.capture(frame, slot, bodies, hulls.body(seat));
      frame.setQuantized(slot, ArenaSlots.TANK_AIM, aim[seat]);
      frame.setQuantized(slot, ScrumSlots.TANK_FLAGS, flags(seat));
    }
  }

  private int flags(int seat) {
    return (drive.boosting(seat) ? ArenaSlots.FLAG_BOOSTING : 0)
        | (shoveDrive.shown(seat) ? ScrumSlots.FLAG_SHOVED : 0);
  }

  @Override
  public int ownerWords() {
    return ScrumPrediction.WORDS;
  }

  @Override
  public void captureOwner(int seat, int[] words, int offset) {
    Arrays.fill(words, offset, offset + ScrumPrediction.WORDS, 0);
    if (hulls.write(seat, words, offset)) {
      ScrumPrediction.write(drive, shoveDrive, seat, words, offset + BodyWords.COUNT);
    }
  }

  @Override
  public void visit(StateVisitor visitor) {
    timer.visit(visitor);
    kickOffDue = visitor.bool(kickOffDue);
    celebrationTicksLeft = visitor.count(celebrationTicksLeft, celebrationTicks);
    world.visit(visitor);
    ball.visit(visitor);
    crates.visit(visitor);
    hulls.visit(visitor);
    drive.visit(visitor);
    shoveDrive.visit(visitor);
    visitor.ints(aim, seats);
    teams.visit(visitor);
    touches.visit(visitor);
    scores.visit(visitor);
  }
}
