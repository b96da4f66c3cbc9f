package ringmaster.shared.body;

import java.util.List;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.BodyKind;
import ringmaster.shared.physics.Material;
import ringmaster.shared.physics.Shape;
import ringmaster.shared.state.StateVisitor;

/** A game without rules: bodies that drive about. */
final class Drift extends BodyGame {
  static final float RADIUS_METERS = 0.8f;

  private static final BodyKind BODY =
      BodyKind.dynamic()
          .part(Shape.circle(RADIUS_METERS), new Material(1, 0, 0.5f))
          .massKilograms(80)
          .damping(2, 6)
          .sleepless()
          .build();

  Drift() {
    super(BODY, look("drifter", RADIUS_METERS, 0xFFFFFF));
  }

  @Override
  public String mode() {
    return "drift";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> maps() {
    return List.of("sea");
  }

  @Override
  protected void drive(Bodies bodies, long body, long command) {
    float newtons = Command.thrust(command) * 15;
    bodies.applyForce(body, bodies.cos(body) * newtons, bodies.sin(body) * newtons);
    bodies.applyTorque(body, Command.turn(command) * 2.5f);
  }

  @Override
  public Simulation newSimulation(MatchSettings settings, GameMap map) {
    return new BodyMatch(this, settings, map) {
      @Override
      protected void afterStep() {}

      @Override
      protected void visitRules(StateVisitor visitor) {}
    };
  }
}
