package ringmaster.shared.arena;

import java.util.List;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.body.PlayerBodies;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.World;
import ringmaster.shared.state.StateVisitor;

/** A map's crates: bodies to push and to hide behind. */
final class Crates {
  static final int NO_CRATE = -1;

  private final World world;
  private final Bodies bodies;
  private final int count;
  private final float[] homeX;
  private final float[] homeY;
  private final float[] homeCos;
  private final float[] homeSin;
  private final long[] body;
  private int putBacks;

  Crates(World world, List<GameMap.Prop> props) {
    this.world = world;
    bodies = world.bodies();
    count = props.size();
    homeX = new float[count];
    homeY = new float[count];
    homeCos = new float[count];
    homeSin = new float[count];
    body = new long[count];
    for (int i = 0; i < count; i++) {
      GameMap.Prop prop = props.get(i);
      homeX[i] = prop.x();
      homeY[i] = prop.y();
      homeCos[i] = (float) StrictMath.cos(prop.angle());
      homeSin[i] = (float) StrictMath.sin(prop.angle());
      body[i] = bodies.create(ArenaBodies.CRATE, homeX[i], homeY[i], homeCos[i], homeSin[i]);
      bodies.setTag(body[i], ArenaBodies.TAG_CRATE);
    }
  }

  int count() {
    return count;
  }

  long body(int crate) {
    return body[crate];
  }

  /** Which crate has a body; {@link #NO_CRATE}: none, as only a spoiled state may have it. */
  int index(long crate) {
    for (int i = 0; i < count; i++) {
      if (body[i] == crate) {
        return i;
      }
    }
    return NO_CRATE;
  }

  /** Puts all where the map has them, at rest. */
  void putBack() {
    putBacks++;
    for (int i = 0; i < count; i++) {
      world.restart(body[i], homeX[i], homeY[i], homeCos[i], homeSin[i], 0, 0, 0);
    }
  }

  /**
   * Shows them in the slots from {@code firstSlot} on. Those that were put back are others: a
   * viewer must not draw crates that fly home.
   */
  void capture(EntityFrame frame, int firstSlot, int type) {
    for (int i = 0; i < count; i++) {
      frame.put(firstSlot + i, type, putBacks);
      BodyFields.capture(frame, firstSlot + i, bodies, body[i]);
    }
  }

  /** Visits all state; the world must have been visited before. */
  void visit(StateVisitor visitor) {
    visitor.longs(body, count);
    for (long crate : body) {
      PlayerBodies.require(bodies, crate, ArenaBodies.TAG_CRATE);
    }
    putBacks = visitor.int32(putBacks);
  }
}
