package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.state.StateVisitor;

/** The crates of a pitch: back where the map has them for each kick-off. */
final class PitchCrates {
  private final Bodies bodies;
  private final int count;
  private final float[] x;
  private final float[] y;
  private final float[] cos;
  private final float[] sin;
  private final long[] body;

  PitchCrates(Bodies bodies, List<GameMap.Prop> props) {
    this.bodies = bodies;
    count = props.size();
    x = new float[count];
    y = new float[count];
    cos = new float[count];
    sin = new float[count];
    body = new long[count];
    for (int i = 0; i < count; i++) {
      GameMap.Prop prop = props.get(i);
      x[i] = prop.x();
      y[i] = prop.y();
      cos[i] = (float) StrictMath.cos(prop.angle());
      sin[i] = (float) StrictMath.sin(prop.angle());
      body[i] = bodies.create(ArenaBodies.CRATE, x[i], y[i], cos[i], sin[i]);
      bodies.setTag(body[i], ArenaBodies.TAG_CRATE);
    }
  }

  void kickOff() {
    for (int i = 0; i < count; i++) {
      bodies.setPose(body[i], x[i], y[i], cos[i], sin[i]);
      bodies.setVelocity(body[i], 0, 0, 0);
    }
  }

  void capture(EntityFrame frame, ScrumSlots slots, int generation) {
    for (int i = 0; i < count; i++) {
      frame.put(slots.crate(i), ScrumSlots.CRATE, generation);
      BodyFields.capture(frame, slots.crate(i), bodies, body[i]);
    }
  }

  /** The world must have been visited before. */
  void visit(StateVisitor visitor) {
    visitor.longs(body, count);
    for (long crate : body) {
      PlayerBodies.check(bodies, crate, ArenaBodies.TAG_CRATE);
    }
  }
}
