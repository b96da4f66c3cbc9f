package ringmaster.shared.arena;

import ringmaster.shared.command.Command;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.Prediction;
import ringmaster.shared.physics.Bodies;
import ringmaster.shared.physics.World;
import ringmaster.shared.time.TickRate;

/**
 * The own tank in a world of its own: walls, but nobody else, and no end of the match. So a shot
 * fired while results are shown is predicted too, until the server says otherwise.
 */
final class SkirmishPrediction implements Prediction {
  private static final int TANK = 0;

  private final World world;
  private final Bodies bodies;
  private final long hull;
  private final WallTouches wallTouches;
  private final TankDrive drive;
  private final Cooldowns cooldowns;
  private final int[] copied = new int[OwnerWords.COUNT];
  private boolean alive;
  private boolean inContact;

  SkirmishPrediction(GameMap map, TickRate rate) {
    world = ArenaBodies.world(map, rate, 1);
    bodies = world.bodies();
    hull = bodies.create(ArenaBodies.TANK, 0, 0);
    bodies.setTag(hull, TANK);
    wallTouches = new WallTouches(world.contacts(), 1);
    drive = new TankDrive(1, rate);
    cooldowns = new Cooldowns(1, rate);
  }

  @Override
  public void load(int[] ownerWords, int offset) {
    alive = OwnerWords.alive(ownerWords, offset) && OwnerWords.plausible(ownerWords, offset);
    if (alive) {
      OwnerWords.read(ownerWords, offset, world, hull, drive, cooldowns, TANK);
    }
    inContact =
        alive && OwnerWords.contactAgeTicks(ownerWords, offset) < OwnerWords.MAX_CONTACT_AGE_TICKS;
  }

  @Override
  public void copyFrom(Prediction other) {
    SkirmishPrediction source = (SkirmishPrediction) other;
    alive = source.alive;
    if (alive) {
      source.write(copied);
      OwnerWords.read(copied, 0, world, hull, drive, cooldowns, TANK);
    }
    inContact = source.inContact;
  }

  private void write(int[] words) {
    wallTouches.read();
    OwnerWords.write(bodies, hull, 0, wallTouches, drive, cooldowns, TANK, words, 0);
  }

  @Override
  public void step(long command) {
    if (alive) {
      cooldowns.advance(TANK);
      fire(command);
      drive.apply(bodies, hull, TANK, command);
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
    return alive;
  }

  @Override
  public boolean inContact() {
    return inContact;
  }

  @Override
  public float x() {
    return bodies.x(hull);
  }

  @Override
  public float y() {
    return bodies.y(hull);
  }

  @Override
  public float facingCos() {
    return bodies.cos(hull);
  }

  @Override
  public float facingSin() {
    return bodies.sin(hull);
  }

  @Override
  public float velocityX() {
    return bodies.velocityX(hull);
  }

  @Override
  public float velocityY() {
    return bodies.velocityY(hull);
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
