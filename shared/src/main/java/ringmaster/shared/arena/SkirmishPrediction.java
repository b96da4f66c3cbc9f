package ringmaster.shared.arena;

import ringmaster.shared.game.Prediction;
import ringmaster.shared.physics.Walls;
import ringmaster.shared.physics.World;
import ringmaster.shared.time.TickRate;

/** The own tank in a world of its own: walls, but nobody else. */
final class SkirmishPrediction implements Prediction {
  private static final int TANK = 0;

  private final World world;
  private final TankDrive drive;
  private boolean inContact;

  SkirmishPrediction(Walls walls, TickRate rate) {
    world = new World(walls, 1, rate.stepSeconds());
    world.define(TANK, ArenaBodies.TANK);
    drive = new TankDrive(1, rate);
  }

  @Override
  public void load(int[] ownerWords, int offset) {
    if (OwnerWords.alive(ownerWords, offset)) {
      OwnerWords.read(ownerWords, offset, world, drive, TANK);
    } else {
      world.remove(TANK);
    }
    inContact =
        OwnerWords.alive(ownerWords, offset)
            && OwnerWords.contactAgeTicks(ownerWords, offset) < OwnerWords.MAX_CONTACT_AGE_TICKS;
  }

  @Override
  public void step(long command) {
    if (world.present(TANK)) {
      drive.apply(world, TANK, command);
      world.step();
    }
  }

  @Override
  public boolean alive() {
    return world.present(TANK);
  }

  @Override
  public boolean inContact() {
    return inContact;
  }

  @Override
  public float x() {
    return world.x(TANK);
  }

  @Override
  public float y() {
    return world.y(TANK);
  }

  @Override
  public float facingCos() {
    return world.facingCos(TANK);
  }

  @Override
  public float facingSin() {
    return world.facingSin(TANK);
  }
}
