package ringmaster.client.scene;

import java.util.Arrays;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.MatchSettings;

/**
 * One match as it looks and sounds: turns entities, the player's own prediction and events into
 * models, sprites and sound cues, frame by frame. Allocates nothing after construction.
 */
public final class ArenaScene {
  /** What a frame is made from. */
  public static final class Moment {
    public long nanos;

    /** Tick of the match that the entities are shown at. */
    public int viewTick;

    /** The player's own body; its tank among the entities is not drawn while it is alive. */
    public final OwnTank own = new OwnTank();
  }

  /** Nobody's seat. */
  public static final int NO_SEAT = -1;

  private static final int NO_SLOT = -1;
  private static final float HULL_SCALE = 1 / 1.15f; // the mesh reaches 1.2 m, the body 1 m
  private static final float HOVER_METERS = 0.22f;
  private static final float ROCKET_HEIGHT_METERS = 0.9f;
  private static final float ROCKET_TRAIL_SECONDS = 0.016f;
  private static final float EXHAUST_SECONDS = 0.02f;
  private static final float SMOKE_SECONDS = 0.12f;
  private static final float LOW_HEALTH = 0.35f;
  private static final float TOP_SPEED_METERS_PER_SECOND = 14;
  private static final float MAX_STEP_SECONDS = 0.1f;
  private static final int FLAG_SHIELD = 1;
  private static final int FLAG_BOOSTING = 2;
  private static final int SHIELD_RGB = 0x9AD8FF;

  /** The tank being added. */
  private static final class Tank {
    float x;
    float y;
    float cos;
    float sin;
    float aim;
    float health;
    float load;
    boolean boosting;
    boolean shielded;
    int rgb;
  }

  private final Tank tank = new Tank();
  private final Look[] looks;
  private final int[] seatOfSlot;
  private final int ownSeat;
  private final int ownSlot;
  private final Effects effects;
  private final Happenings happenings;
  private final HappeningListener listener;

  private final boolean[] seatShown;
  private final float[] seatX;
  private final float[] seatY;
  private final float[] seatHealth;
  private final float[] seatAim;
  private final boolean[] seatBoosting;
  private final boolean[] seatShielded;

  private long nanos = Long.MIN_VALUE;
  private float seconds;
  private float trailCredit;
  private float exhaustCredit;
  private float smokeCredit;
  private int trails;
  private int exhausts;
  private int smokes;

  /**
   * @param ownSeat the player's, or {@link #NO_SEAT}
   * @param maxParticles how many sparks and clouds there may be at once
   * @param happenings what happened; read and emptied by each {@link #build}
   */
  public ArenaScene(
      Game game,
      MatchSettings settings,
      EntitySchema schema,
      int ownSeat,
      int maxParticles,
      Happenings happenings,
      HappeningListener listener) {
    looks = schema.types().stream().map((EntityType type) -> new Look(type)).toArray(Look[]::new);
    seatOfSlot = new int[schema.capacity()];
    Arrays.fill(seatOfSlot, NO_SEAT);
    int seats = settings.maxPlayers();
    for (int seat = 0; seat < seats; seat++) {
      int slot = game.bodySlot(settings, seat);
      if (slot != NO_SLOT) {
        seatOfSlot[slot] = seat;
      }
    }
    this.ownSeat = ownSeat;
    ownSlot = ownSeat == NO_SEAT ? NO_SLOT : game.bodySlot(settings, ownSeat);
    effects = new Effects(maxParticles);
    this.happenings = happenings;
    this.listener = listener;
    seatShown = new boolean[seats];
    seatX = new float[seats];
    seatY = new float[seats];
    seatHealth = new float[seats];
    seatAim = new float[seats];
    seatBoosting = new boolean[seats];
    seatShielded = new boolean[seats];
  }

  /** Seats there are. */
  public int seats() {
    return seatShown.length;
  }

  /** Whether the seat's body is to be seen in the frame built last. */
  public boolean shown(int seat) {
    return seatShown[seat];
  }

  /** Metres; of the body seen last. */
  public float x(int seat) {
    return seatX[seat];
  }

  /** Metres; of the body seen last. */
  public float y(int seat) {
    return seatY[seat];
  }

  /**
   * 0..1. A body that is not to be seen counts as whole: the arena is shown a little late, so the
   * player has a new one for some frames before it is there.
   */
  public float health(int seat) {
    return seatHealth[seat];
  }

  /** Radians. */
  public float aim(int seat) {
    return seatAim[seat];
  }

  /** 0xRRGGBB of a seat's body. */
  public int rgb(int seat) {
    return Palette.ofSeat(seat);
  }

  /** Fills a frame. The camera is not touched. */
  public void build(EntityView view, Moment moment, SceneFrame out, SoundCues cues) {
    out.clear();
    passTime(moment.nanos);
    Arrays.fill(seatShown, false);
    Arrays.fill(seatHealth, 1);
    for (int slot = 0; slot < view.capacity(); slot++) {
      if (view.present(slot)) {
        add(view, slot, moment, out, cues);
      }
    }
    show(moment, cues);
    effects.advance(seconds);
    effects.draw(out.sprites());
  }

  /** Trails and smoke are made by time, not by frame: as dense at 30 frames a second as at 144. */
  private void passTime(long now) {
    seconds = nanos == Long.MIN_VALUE ? 0 : Math.clamp((now - nanos) * 1e-9f, 0, MAX_STEP_SECONDS);
    nanos = now;
    trailCredit += seconds;
    trails = (int) (trailCredit / ROCKET_TRAIL_SECONDS);
    trailCredit -= trails * ROCKET_TRAIL_SECONDS;
    exhaustCredit += seconds;
    exhausts = (int) (exhaustCredit / EXHAUST_SECONDS);
    exhaustCredit -= exhausts * EXHAUST_SECONDS;
    smokeCredit += seconds;
    smokes = (int) (smokeCredit / SMOKE_SECONDS);
    smokeCredit -= smokes * SMOKE_SECONDS;
  }

  private void add(EntityView view, int slot, Moment moment, SceneFrame out, SoundCues cues) {
    Look look = looks[view.type(slot)];
    switch (look.kind) {
      case HIDDEN -> {}
      case TANK -> addTank(view, slot, look, moment, out, cues);
      case CRATE -> addCrate(view, slot, look, out);
      case ROCKET -> addRocket(view, slot, look, out);
      case SHAPE -> addShape(view, slot, look, out);
    }
  }

  private void addTank(
      EntityView view, int slot, Look look, Moment moment, SceneFrame out, SoundCues cues) {
    read(view, slot, look);
    if (slot == ownSlot && moment.own.alive) {
      replaceByPrediction(moment.own);
    }
    draw(out, slot);
    trail();
    cues.engine(slot, tank.x, tank.y, Math.min(1, tank.load) + (tank.boosting ? 1 : 0));
    if (seatOfSlot[slot] != NO_SEAT) {
      remember(seatOfSlot[slot], cues);
    }
  }

  private void read(EntityView view, int slot, Look look) {
    float facing = view.get(slot, look.facing);
    int flags = (int) Look.get(view, slot, look.flags, 0);
    tank.x = view.get(slot, look.x);
    tank.y = view.get(slot, look.y);
    tank.cos = (float) Math.cos(facing);
    tank.sin = (float) Math.sin(facing);
    tank.aim = view.get(slot, look.aim);
    tank.health = Look.get(view, slot, look.health, look.fullHealth) / look.fullHealth;
    tank.boosting = (flags & FLAG_BOOSTING) != 0;
    tank.shielded = (flags & FLAG_SHIELD) != 0;
    tank.load = speed(view, slot, look) / TOP_SPEED_METERS_PER_SECOND;
    tank.rgb = rgb(view, slot, look);
  }

  private void replaceByPrediction(OwnTank own) {
    tank.x = own.x;
    tank.y = own.y;
    tank.cos = own.facingCos;
    tank.sin = own.facingSin;
    tank.aim = own.aimRadians;
    tank.boosting = own.boosting;
    tank.load = own.throttle;
  }

  private void draw(SceneFrame out, int slot) {
    float z = HOVER_METERS + 0.04f * (float) Math.sin(nanos * 2.2e-9 + slot);
    out.instances(Model.TANK_HULL)
        .add(tank.x, tank.y, z, HULL_SCALE, tank.cos, tank.sin, 0, tank.rgb, 0, slot);
    float top = z + Model.DECK_METERS * HULL_SCALE;
    float aimCos = (float) Math.cos(tank.aim);
    float aimSin = (float) Math.sin(tank.aim);
    out.instances(Model.TANK_TURRET)
        .add(tank.x, tank.y, top, HULL_SCALE, aimCos, aimSin, 0, tank.rgb, 0, slot);
    if (tank.shielded) {
      out.instances(Model.SHIELD)
          .add(tank.x, tank.y, 0.6f, 1.5f, 1, 0, 0, SHIELD_RGB, 0.6f, Instances.NO_ID);
    }
  }

  private static float speed(EntityView view, int slot, Look look) {
    float vx = Look.get(view, slot, look.velocityX, 0);
    float vy = Look.get(view, slot, look.velocityY, 0);
    return (float) Math.sqrt(vx * vx + vy * vy);
  }

  private void trail() {
    for (int n = tank.boosting ? exhausts : 0; n > 0; n--) {
      effects.exhaust(tank.x, tank.y, tank.cos, tank.sin);
    }
    for (int n = tank.health < LOW_HEALTH ? smokes : 0; n > 0; n--) {
      effects.damageSmoke(tank.x, tank.y);
    }
  }

  private void remember(int seat, SoundCues cues) {
    if (tank.boosting && !seatBoosting[seat]) {
      cues.add(Sound.BOOST, tank.x, tank.y);
    }
    if (!tank.shielded && seatShielded[seat]) {
      cues.add(Sound.SHIELD_GONE, tank.x, tank.y);
    }
    seatShown[seat] = true;
    seatX[seat] = tank.x;
    seatY[seat] = tank.y;
    seatAim[seat] = tank.aim;
    seatHealth[seat] = tank.health;
    seatBoosting[seat] = tank.boosting;
    seatShielded[seat] = tank.shielded;
  }

  /** A crate without a facing of its own stands at an angle that is its slot's. */
  private void addCrate(EntityView view, int slot, Look look, SceneFrame out) {
    float angle = Look.get(view, slot, look.facing, slot * 2.4f);
    out.instances(Model.CRATE)
        .add(
            view.get(slot, look.x),
            view.get(slot, look.y),
            0,
            look.sizeMeters * 0.88f,
            (float) Math.cos(angle),
            (float) Math.sin(angle),
            0,
            look.rgb,
            0,
            slot);
  }

  private void addRocket(EntityView view, int slot, Look look, SceneFrame out) {
    float x = view.get(slot, look.x);
    float y = view.get(slot, look.y);
    float speed = Math.max(speed(view, slot, look), 1e-3f);
    float cos = view.get(slot, look.velocityX) / speed;
    float sin = view.get(slot, look.velocityY) / speed;
    int rgb = rgb(view, slot, look);
    out.instances(Model.ROCKET)
        .add(x, y, ROCKET_HEIGHT_METERS, 0.55f, cos, sin, 0, rgb, 0.5f, slot);
    for (int n = 0; n < trails; n++) {
      float back = 0.5f + n * speed * ROCKET_TRAIL_SECONDS;
      effects.rocketTrail(x - cos * back, y - sin * back, ROCKET_HEIGHT_METERS);
    }
  }

  private void addShape(EntityView view, int slot, Look look, SceneFrame out) {
    float angle = Look.get(view, slot, look.facing, 0);
    out.instances(look.shape)
        .add(
            view.get(slot, look.x),
            view.get(slot, look.y),
            0,
            look.sizeMeters,
            (float) Math.cos(angle),
            (float) Math.sin(angle),
            0,
            rgb(view, slot, look),
            0,
            slot);
  }

  private int rgb(EntityView view, int slot, Look look) {
    if (look.team != NO_SLOT) {
      return Palette.ofTeam((int) view.get(slot, look.team));
    }
    if (look.owner != NO_SLOT) {
      return Palette.ofSeat((int) view.get(slot, look.owner));
    }
    return seatOfSlot[slot] == NO_SEAT ? look.rgb : rgb(seatOfSlot[slot]);
  }

  /** Shows what has happened by the time on screen; what the player did, as soon as known. */
  private void show(Moment moment, SoundCues cues) {
    for (int n = 0; n < happenings.count(); n++) {
      int i = happenings.index(n);
      boolean own = happenings.actor[i] == ownSeat || happenings.victim[i] == ownSeat;
      if (!happenings.taken(i) && (own || happenings.tick[i] <= moment.viewTick)) {
        show(i, cues);
        happenings.tick[i] = Happenings.TAKEN;
      }
    }
    happenings.dropTaken();
  }

  private void show(int i, SoundCues cues) {
    float x = happenings.x[i];
    float y = happenings.y[i];
    int actor = happenings.actor[i];
    int victim = happenings.victim[i];
    switch (happenings.kind(i)) {
      case RAIL -> {
        effects.beam(x, y, happenings.toX[i], happenings.toY[i], Palette.ofSeat(actor));
        cues.add(Sound.RAIL, x, y);
      }
      case ROCKET -> {
        effects.muzzle(x, y);
        cues.add(Sound.ROCKET, x, y);
      }
      case EXPLOSION -> {
        effects.explosion(x, y);
        cues.add(Sound.EXPLOSION, x, y);
      }
      case HIT -> showHit(actor, victim, x, y, cues);
      case DEATH -> {
        effects.death(x, y, Palette.ofSeat(victim));
        cues.add(Sound.DEATH, x, y);
        listener.died(actor, victim, happenings.weapon[i]);
      }
      case SPAWN -> {
        effects.spawn(x, y, Palette.ofSeat(actor));
        cues.add(Sound.SPAWN, x, y);
      }
    }
  }

  private void showHit(int attacker, int victim, float x, float y, SoundCues cues) {
    effects.hit(x, y);
    cues.add(Sound.HIT, x, y);
    if (attacker == ownSeat && victim != ownSeat) {
      cues.add(Sound.HIT_CONFIRMED);
    } else if (victim == ownSeat) {
      cues.add(Sound.HURT);
    }
    listener.hit(attacker, victim, x, y);
  }
}
