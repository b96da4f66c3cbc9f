package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodySlots;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.MatchTimer;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.ContactReader;
import ringmaster.shared.physics.Workers;
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

  private final int scoreLimit;
  private final int celebrationTicks;
  private final ScrumSlots slots;
  private final TankArena arena;
  private final MatchTimer timer;
  private final PlayerBodies hulls;
  private final Players players;
  private final ContactReader contacts;
  private final Ball ball;
  private final Crates crates;
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
    int things = settings.maxPlayers() + crateProps.size() + 1;
    scoreLimit = settings.get(Scrum.SCORE_LIMIT);
    celebrationTicks = CELEBRATION_SECONDS * rate.hz();
    slots = new ScrumSlots(settings, map);
    shoveDrive = new ShoveDrive(settings.maxPlayers(), rate);
    // The timer knows only its own setting, whose default is not scrum's.
    MatchSettings timed = settings.with(Scrum.OVERTIME, settings.get(Scrum.OVERTIME));
    arena =
        new TankArena(
            timed, map, things, Teams.MAX, ScrumSlots.TALLIES, shoveDrive, this::propSlot);
    timer = arena.timer;
    hulls = arena.hulls;
    players = arena.players;
    contacts = arena.world.contacts();
    ball = new Ball(arena.bodies, rate);
    crates = new Crates(arena.world, crateProps);
    shoves = new Shoves(arena.bodies, arena.world.newQueries(), hulls, things);
    touches = new BallTouches(arena.seats, rate);
    goals = new Goals(map.goals());
    lineup = new Lineup(arena);
    scores = new ScrumScores(players);
    aim = new int[arena.seats];
  }

  private int propSlot(long body) {
    if (arena.bodies.tag(body) == Ball.TAG) {
      return slots.ball();
    }
    int crate = crates.index(body);
    return crate == Crates.NO_CRATE ? BodySlots.NONE : slots.crate(crate);
  }

  @Override
  public void join(int seat) {
    arena.join(seat);
  }

  @Override
  public void leave(int seat) {
    arena.leave(seat);
    touches.leave(seat);
  }

  @Override
  public void tick(TickCommands commands, Workers workers) {
    events.clear();
    kickOffIfDue();
    spawn();
    obey(commands);
    float ballX = ball.x();
    float ballY = ball.y();
    arena.step(commands, workers);
    noteTouches();
    push();
    judge(ballX, ballY);
    boolean begins = timer.advance(players.size(), scores.leader() != Teams.NONE);
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
    for (int seat = 0; seat < arena.seats; seat++) {
      hulls.remove(seat);
    }
    for (int seat = 0; seat < arena.seats; seat++) {
      if (players.seated(seat)) {
        arena.spawn(seat, lineup.choose(seat));
      }
    }
    events.kickOff(ball.x(), ball.y());
  }

  /** Tanks for those who came since the last tick. */
  private void spawn() {
    for (int seat = 0; seat < arena.seats; seat++) {
      if (players.seated(seat) && !hulls.alive(seat)) {
        arena.spawn(seat, lineup.choose(seat));
        events.spawn(seat, hulls.x(seat), hulls.y(seat));
      }
    }
  }

  /** Turns the turrets, and begins shoves. */
  private void obey(TickCommands commands) {
    for (int seat = 0; seat < arena.seats; seat++) {
      if (hulls.alive(seat)) {
        long command = commands.command(seat);
        aim[seat] = Command.aim(command);
        shoveDrive.apply(arena.bodies, hulls.body(seat), seat, command);
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
      players.count(tag, ScrumSlots.PLAYER_TOUCHES);
    }
  }

  private void push() {
    for (int seat = 0; seat < arena.seats; seat++) {
      if (hulls.alive(seat) && shoveDrive.begun(seat)) {
        events.shove(seat, hulls.x(seat), hulls.y(seat));
        if (timer.playing()) {
          players.count(seat, ScrumSlots.PLAYER_SHOVES);
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
    int scorer = touches.scorer(arena.teams, team);
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
    int winner = timer.over() ? scores.leader() : Teams.NONE;
    arena.capture(frame, winner, scores.goals(1), scores.goals(2));
    for (int seat = 0; seat < arena.seats; seat++) {
      if (hulls.alive(seat)) {
        int slot = arena.captureTank(frame, seat, aim[seat]);
        frame.setQuantized(slot, ScrumSlots.TANK_FLAGS, flags(seat));
      }
    }
    ball.capture(frame, slots.ball());
    crates.capture(frame, slots.crate(0), ScrumSlots.CRATE);
    frame.events().copyFrom(events.list());
  }

  private int flags(int seat) {
    return (arena.drive.boosting(seat) ? ArenaSlots.FLAG_BOOSTING : 0)
        | (shoveDrive.shown(seat) ? ScrumSlots.FLAG_SHOVED : 0);
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
    kickOffDue = visitor.bool(kickOffDue);
    celebrationTicksLeft = visitor.count(celebrationTicksLeft, celebrationTicks);
    arena.world.visit(visitor);
    ball.visit(visitor);
    crates.visit(visitor);
    hulls.visit(visitor);
    arena.drive.visit(visitor);
    shoveDrive.visit(visitor);
    visitor.ints(aim, aim.length);
    arena.teams.visit(visitor);
    touches.visit(visitor);
    players.visit(visitor);
    scores.visit(visitor);
  }
}
