package ringmaster.shared.arena;

import ringmaster.shared.circles.Walls;
import ringmaster.shared.circles.World;
import ringmaster.shared.command.Command;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.time.TickRate;

/**
 * The own tank in a world of its own: walls, but nobody else, and no end of the match. So a shot
 * fired while results are shown is predicted too, until the server says otherwise.
 */
final class SkirmishPrediction implements Prediction {
  private static final int TANK = 0;

  private final World world;
  private final TankDrive drive;
  private final Cooldowns cooldowns;
  private boolean inContact;

  SkirmishPrediction(Walls walls, TickRate rate) {
    world = new World(walls, 1, rate.stepSeconds());
    world.define(TANK, ArenaBodies.TANK);
    drive = new TankDrive(1, rate);
    cooldowns = new Cooldowns(1, rate);
  }

  @Override
  public void load(int[] ownerWords, int offset) {
    boolean alive =
        OwnerWords.alive(ownerWords, offset) && OwnerWords.plausible(ownerWords, offset);
    if (alive) {
      OwnerWords.read(ownerWords, offset, world, drive, cooldowns, TANK);
    } else {
      world.remove(TANK);
    }
    inContact =
        alive && OwnerWords.contactAgeTicks(ownerWords, offset) < OwnerWords.MAX_CONTACT_AGE_TICKS;
  }

  @Override
  public void copyFrom(Prediction other) {
    SkirmishPrediction source = (SkirmishPrediction) other;
    if (source.alive()) {
      world.place(TANK, source.x(), source.y(), source.facingCos(), source.facingSin());
      float spin = source.world.angularVelocity(TANK);
      world.setVelocity(TANK, source.velocityX(), source.velocityY(), spin);
      drive.setChargeUnits(TANK, source.drive.chargeUnits(TANK));
      cooldowns.set(
          TANK, source.cooldowns.railTicksLeft(TANK), source.cooldowns.rocketTicksLeft(TANK));
    } else {
      world.remove(TANK);
    }
    inContact = source.inContact;
  }

  @Override
  public void step(long command) {
    if (world.present(TANK)) {
      cooldowns.advance(TANK);
      fire(command);
      drive.apply(world, TANK, command);
      world.step();
    }
  }

  private void fire(long command) {
    if (Command.pressed(command, Skirmish.BUTTON_RAIL) && cooldowns.railReady(TANK)) {
      cooldowns.useRail(TANK);
    }
    if (Command.pressed(command, Skirmish.BUTTON_ROCKET) && cooldowns.rocketReady(TANK)) {
      cooldowns.useRocket(TANK);
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

  @Override
  public float velocityX() {
    return world.velocityX(TANK);
  }

  @Override
  public float velocityY() {
    return world.velocityY(TANK);
  }

  @Override
  public float gauge(int index) {
    return switch (index) {
      case Skirmish.GAUGE_BOOST -> drive.chargeShare(TANK);
      case Skirmish.GAUGE_RAIL -> cooldowns.railShare(TANK);
      case Skirmish.GAUGE_ROCKET -> cooldowns.rocketShare(TANK);
      default -> throw new IndexOutOfBoundsException("skirmish has no gauge " + index);
    };
  }
}
