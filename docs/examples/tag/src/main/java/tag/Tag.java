package tag;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.BodyGame;
import ringmaster.shared.body.BodyMatch;
import ringmaster.shared.body.MapWorld;
import ringmaster.shared.body.Routes;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Brain;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.ContactReader;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.state.StateVisitor;

/** One player is it; whom it touches is it next. A point for each second of not being it. */
public final class Tag extends BodyGame {
  private static final int RUNNER = 0;
  private static final int IT = 1;
  private static final float RADIUS_METERS = 0.8f;

  private static final BodyKind BODY =
      BodyKind.dynamic()
          .part(Shape.circle(RADIUS_METERS), new Material(1, 0, 0.6f))
          .massKilograms(80)
          .damping(2, 6)
          .sleepless()
          .build();

  public Tag() {
    super(BODY, look("runner", RADIUS_METERS, 0x40C070), look("it", RADIUS_METERS, 0xE04040));
  }

  @Override
  public String mode() {
    return "tag";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public int maxPlayers() {
    return 8;
  }

  @Override
  public List<String> maps() {
    return List.of("green");
  }

  @Override
  protected void drive(Bodies bodies, long body, long command) {
    float newtons = Command.thrust(command) * 15;
    bodies.applyForce(body, bodies.cos(body) * newtons, bodies.sin(body) * newtons);
    bodies.applyTorque(body, Command.turn(command) * 2.5f);
  }

  @Override
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    return new Match(this, settings, map);
  }

  @Override
  public List<String> brains() {
    return List.of("chaser");
  }

  /** Who is it runs at the nearest runner, a runner away from who is it. */
  @Override
  public Brain newBrain(String name, MatchSettings settings, GameMap map, long seed) {
    Routes routes = new Routes(map, RADIUS_METERS);
    return (frame, seat, tick) -> {
      boolean hunts = look(frame, settings, seat) == IT;
      int other = nearest(frame, settings, seat, hunts ? RUNNER : IT);
      if (other < 0) {
        return Command.NEUTRAL;
      }
      int own = bodySlot(settings, seat);
      float x = frame.get(bodySlot(settings, other), BodyFields.X);
      float y = frame.get(bodySlot(settings, other), BodyFields.Y);
      return hunts ? routes.towards(frame, own, x, y) : routes.awayFrom(frame, own, x, y);
    };
  }

  private static final class Match extends BodyMatch {
    private static final int NOBODY = -1;

    private int it = NOBODY;
    private int freezeTicks;

    Match(Tag game, MatchSettings settings, GameMap map) {
      super(game, settings, map);
    }

    @Override
    protected void joined(int seat) {
      it = it == NOBODY ? seat : it;
    }

    @Override
    protected void left(int seat) {
      for (int other = 0; it == seat && other < players().seats(); other++) {
        it = players().alive(other) ? other : it;
      }
      it = it == seat ? NOBODY : it;
    }

    @Override
    protected int look(int seat) {
      return seat == it ? IT : RUNNER;
    }

    @Override
    protected void afterStep() {
      freezeTicks = Math.max(freezeTicks - 1, 0);
      ContactReader contacts = world().contacts();
      for (int i = 0; i < contacts.count() && freezeTicks == 0; i++) {
        boolean ofPlayers = contacts.touches(i) && contacts.bodyA(i) != MapWorld.WALLS;
        if (ofPlayers && (contacts.tagA(i) == it || contacts.tagB(i) == it)) {
          it = contacts.tagA(i) == it ? contacts.tagB(i) : contacts.tagA(i);
          freezeTicks = hz();
        }
      }
      for (int seat = 0; seat < players().seats() && tick() % hz() == 0; seat++) {
        score(seat, players().alive(seat) && seat != it ? 1 : 0);
      }
    }

    @Override
    protected void visitRules(StateVisitor visitor) {
      it = visitor.int32(it);
      freezeTicks = visitor.int32(freezeTicks);
    }
  }
}
