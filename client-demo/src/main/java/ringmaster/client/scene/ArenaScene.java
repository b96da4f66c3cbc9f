package ringmaster.client.scene;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EntityView;
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

    /** Tick up to which the server has reported what happened. */
    public int reportedTick;

    /** Where the server has the player's own body, drawn as a ghost; null: that is not wanted. */
    public @Nullable EntityView ghost;

    /**
     * The others as the server has them when it judges the shot of a tick's command; null: hit
     * boxes are not wanted.
     */
    public @Nullable IntFunction<? extends @Nullable EntityView> judged;

    /** The player's own body; its tank among the entities is not drawn while it is alive. */
    public final OwnTank own = new OwnTank();
  }

  /** Nobody's seat. */
  public static final int NO_SEAT = -1;

  private static final int NO_SLOT = -1;
  private static final float HULL_SCALE = 1 / 1.15f; // the mesh reaches 1.2 m, the body 1 m
  private static final float HOVER_METERS = 0.22f;
  private static final float ROCKET_TRAIL_SECONDS = 0.016f;
  private static final float EXHAUST_SECONDS = 0.02f;
  private static final float SMOKE_SECONDS = 0.12f;
  private static final float LOW_HEALTH = 0.35f;
  private static final float TOP_SPEED_METERS_PER_SECOND = 14;
  private static final float MAX_STEP_SECONDS = 0.1f;
  private static final int FLAG_SHIELD = 1;
  private static final int FLAG_BOOSTING = 2;
  private static final float SHOVE_RING_METERS = 3.2f;
  private static final float KICKOFF_RING_METERS = 6;
  private static final int SHIELD_RGB = 0x9AD8FF;
  private static final int GHOST_RGB = 0xFFFFFF;
  private static final int SEEN_RGB = 0x56B4E9;
  private static final int JUDGED_RGB = 0xF0B13C;
  private static final float GHOST_HEIGHT_METERS = 1.1f;
  private static final float GHOST_HALF_WIDTH = 0.05f;

  /** From the middle of its blast to that of a hull: no rocket shoves further. */
  private static final float ROCKET_SHOVES_METERS = 5;

  /** The player's body being added. */
  private static final class Body {
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

  private final Body body = new Body();
  private final Look[] looks;
  private final int[] seatOfSlot;
  private final int ownSeat;
  private final int ownSlot;
  private final Effects effects;
  private final Foretold foretold;
  private final HitBoxes hitBoxes = new HitBoxes();
  private final Props props;
  private final Happenings happenings;
  private final HappeningListener listener;

  private final int[] playerSlotOfSeat;
  private final int[] seatTeam;
  private final boolean aims;
  private final boolean hasHealth;
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
    playerSlotOfSeat = new int[seats];
    seatTeam = new int[seats];
    for (int seat = 0; seat < seats; seat++) {
      playerSlotOfSeat[seat] = game.playerSlot(seat);
      int slot = game.bodySlot(settings, seat);
      if (slot != NO_SLOT) {
        seatOfSlot[slot] = seat;
      }
    }
    this.ownSeat = ownSeat;
    ownSlot = ownSeat == NO_SEAT ? NO_SLOT : game.bodySlot(settings, ownSeat);
    effects = new Effects(maxParticles);
    foretold = new Foretold(effects);
    props = new Props(effects, schema.capacity());
    aims = Arrays.stream(looks).anyMatch(Look::aims);
    hasHealth = Arrays.stream(looks).anyMatch(Look::hasHealth);
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

  /** 0xRRGGBB by which a player is known: the team's, or the player's own. */
  public int rgb(int seat) {
    return seat < 0 || seat >= seatTeam.length ? Palette.NEUTRAL : Palette.of(seat, seatTeam[seat]);
  }

  /** Whether bodies of this game aim apart from how they face. */
  public boolean aims() {
    return aims;
  }

  /** Whether bodies of this game can be more or less whole. */
  public boolean hasHealth() {
    return hasHealth;
  }

  /** Fills a frame. The camera is not touched. */
  public void build(EntityView view, Moment moment, SceneFrame out, SoundCues cues) {
    out.clear();
    passTime(moment.nanos);
    Arrays.fill(seatShown, false);
    Arrays.fill(seatHealth, 1);
    readTeams(view);
    props.at(moment.nanos);
    for (int slot = 0; slot < view.capacity(); slot++) {
      if (view.present(slot)) {
        add(view, slot, moment, out, cues);
      }
    }
    show(view, moment, cues);
    addGhost(moment.ghost, out);
    hitBoxes.draw(seconds, out.sprites());
    effects.advance(seconds);
    effects.draw(out.sprites());
  }

  /** A circle as large as the body, with a line to where it faces. */
  private void addGhost(@Nullable EntityView ghost, SceneFrame out) {
    if (ghost == null || ownSlot == NO_SLOT || !ghost.present(ownSlot)) {
      return;
    }
    Look look = looks[ghost.type(ownSlot)];
    if (look.kind == Look.Kind.HIDDEN) {
      return;
    }
    read(ghost, ownSlot, look);
    float radius = look.sizeMeters;
    out.sprites()
        .circle(body.x, body.y, GHOST_HEIGHT_METERS, radius, GHOST_HALF_WIDTH, GHOST_RGB, 1);
    out.sprites()
        .line(
            body.x,
            body.y,
            body.x + radius * body.cos,
            body.y + radius * body.sin,
            GHOST_HEIGHT_METERS,
            GHOST_HALF_WIDTH,
            GHOST_RGB,
            1);
  }

  /** A seat that nobody has keeps the colour of who had it: what it did is still to be seen. */
  private void readTeams(EntityView view) {
    for (int seat = 0; seat < seatTeam.length; seat++) {
      int slot = playerSlotOfSeat[seat];
      if (slot >= 0 && slot < view.capacity() && view.present(slot)) {
        Look look = looks[view.type(slot)];
        seatTeam[seat] = (int) Look.get(view, slot, look.team, 0);
      }
    }
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
      case TANK, SHAPE -> addBody(view, slot, look, moment, out, cues);
      case CRATE -> props.crate(view, slot, look, out);
      case BARREL -> props.barrel(view, slot, look, out);
      case PICKUP -> props.pickup(view, slot, look, out);
      case BALL -> props.ball(view, slot, look, out);
      case ROCKET ->
          props.rocket(view, slot, look, rgb(view, slot, look), trails, ROCKET_TRAIL_SECONDS, out);
    }
  }

  /** What may be a player's: a tank, or whatever else the game has for a body. */
  private void addBody(
      EntityView view, int slot, Look look, Moment moment, SceneFrame out, SoundCues cues) {
    read(view, slot, look);
    if (slot == ownSlot && moment.own.alive) {
      replaceByPrediction(moment.own, look);
    }
    if (look.kind == Look.Kind.TANK) {
      draw(out, slot);
      trail();
      cues.engine(slot, body.x, body.y, Math.min(1, body.load) + (body.boosting ? 1 : 0));
    } else {
      Props.shape(look, body.x, body.y, body.cos, body.sin, body.rgb, slot, out);
    }
    if (seatOfSlot[slot] != NO_SEAT) {
      remember(seatOfSlot[slot], cues);
    }
  }

  private void read(EntityView view, int slot, Look look) {
    float facing = Look.get(view, slot, look.facing, 0);
    int flags = (int) Look.get(view, slot, look.flags, 0);
    body.x = view.get(slot, look.x);
    body.y = view.get(slot, look.y);
    body.cos = (float) Math.cos(facing);
    body.sin = (float) Math.sin(facing);
    body.aim = Look.get(view, slot, look.aim, facing);
    body.health = Look.get(view, slot, look.health, look.fullHealth) / look.fullHealth;
    body.boosting = (flags & FLAG_BOOSTING) != 0;
    body.shielded = (flags & FLAG_SHIELD) != 0;
    body.load = look.speed(view, slot) / TOP_SPEED_METERS_PER_SECOND;
    body.rgb = rgb(view, slot, look);
  }

  private void replaceByPrediction(OwnTank own, Look look) {
    body.x = own.x;
    body.y = own.y;
    body.cos = own.facingCos;
    body.sin = own.facingSin;
    body.aim = look.aims() ? own.aimRadians : (float) Math.atan2(own.facingSin, own.facingCos);
    body.boosting = own.boosting;
    body.load = own.throttle;
  }

  private void draw(SceneFrame out, int slot) {
    float z = HOVER_METERS + 0.04f * (float) Math.sin(nanos * 2.2e-9 + slot);
    out.instances(Model.TANK_HULL)
        .add(body.x, body.y, z, HULL_SCALE, body.cos, body.sin, 0, body.rgb, 0, slot);
    float top = z + Model.DECK_METERS * HULL_SCALE;
    float aimCos = (float) Math.cos(body.aim);
    float aimSin = (float) Math.sin(body.aim);
    out.instances(Model.TANK_TURRET)
        .add(body.x, body.y, top, HULL_SCALE, aimCos, aimSin, 0, body.rgb, 0, slot);
    if (body.shielded) {
      out.instances(Model.SHIELD)
          .add(body.x, body.y, 0.6f, 1.5f, 1, 0, 0, SHIELD_RGB, 0.6f, Instances.NO_ID);
    }
  }

  private void trail() {
    for (int n = body.boosting ? exhausts : 0; n > 0; n--) {
      effects.exhaust(body.x, body.y, body.cos, body.sin);
    }
    for (int n = body.health < LOW_HEALTH ? smokes : 0; n > 0; n--) {
      effects.damageSmoke(body.x, body.y);
    }
  }

  private void remember(int seat, SoundCues cues) {
    if (body.boosting && !seatBoosting[seat]) {
      cues.add(Sound.BOOST, body.x, body.y);
    }
    if (!body.shielded && seatShielded[seat]) {
      cues.add(Sound.SHIELD_GONE, body.x, body.y);
    }
    seatShown[seat] = true;
    seatX[seat] = body.x;
    seatY[seat] = body.y;
    seatAim[seat] = body.aim;
    seatHealth[seat] = body.health;
    seatBoosting[seat] = body.boosting;
    seatShielded[seat] = body.shielded;
  }

  /** Of what has a model, by whose it is; of a mere shape, as its schema says unless in a team. */
  private int rgb(EntityView view, int slot, Look look) {
    if (look.team != NO_SLOT) {
      return Palette.ofTeam((int) view.get(slot, look.team));
    }
    if (look.owner != NO_SLOT) {
      return rgb((int) view.get(slot, look.owner));
    }
    int seat = seatOfSlot[slot];
    boolean plain = look.kind == Look.Kind.SHAPE;
    return seat == NO_SEAT || (plain && seatTeam[seat] == 0) ? look.rgb : rgb(seat);
  }

  /** Shows what has happened by the time on screen; what the player did, as soon as known. */
  private void show(EntityView view, Moment moment, SoundCues cues) {
    for (int n = 0; n < happenings.count(); n++) {
      int i = happenings.index(n);
      boolean due = happenings.tick[i] <= moment.viewTick || isForPlayer(i);
      if (!happenings.taken(i) && due) {
        showOnce(i, view, moment, cues);
        happenings.tick[i] = Happenings.TAKEN;
      }
    }
    happenings.dropTaken();
    foretold.settle(moment.reportedTick);
  }

  /**
   * Whether the player did it or it befell the player. An explosion of its rocket did where it
   * shoves the own tank; elsewhere the rocket on screen has yet to get there.
   */
  private boolean isForPlayer(int i) {
    if (ownSeat == NO_SEAT || happenings.actor[i] != ownSeat && happenings.victim[i] != ownSeat) {
      return false;
    }
    float awayX = happenings.x[i] - seatX[ownSeat];
    float awayY = happenings.y[i] - seatY[ownSeat];
    return happenings.kind(i) != Happening.EXPLOSION
        || Math.hypot(awayX, awayY) < ROCKET_SHOVES_METERS;
  }

  /** Shows what has not been shown ahead. */
  private void showOnce(int i, EntityView view, Moment moment, SoundCues cues) {
    Happening kind = happenings.kind(i);
    int tick = happenings.tick[i];
    if (happenings.foretold[i]) {
      foretold.add(kind, tick, show(i, cues));
      if (kind == Happening.RAIL && moment.judged != null) {
        addHitBoxes(view, SEEN_RGB);
        addHitBoxes(moment.judged.apply(tick), JUDGED_RGB);
      }
    } else if (happenings.actor[i] != ownSeat
        || !foretold.confirm(kind, tick, happenings.toX[i], happenings.toY[i])) {
      show(i, cues);
    }
  }

  private void addHitBoxes(@Nullable EntityView view, int rgb) {
    for (int slot = 0; view != null && slot < view.capacity(); slot++) {
      if (seatOfSlot[slot] != NO_SEAT && slot != ownSlot && view.present(slot)) {
        Look look = looks[view.type(slot)];
        if (look.kind != Look.Kind.HIDDEN) {
          hitBoxes.add(view.get(slot, look.x), view.get(slot, look.y), look.sizeMeters, rgb);
        }
      }
    }
  }

  /** Returns the number of the effect that tells it, where it has one. */
  private int show(int i, SoundCues cues) {
    int effect = Effects.NO_NUMBER;
    float x = happenings.x[i];
    float y = happenings.y[i];
    int actor = happenings.actor[i];
    int victim = happenings.victim[i];
    switch (happenings.kind(i)) {
      case RAIL -> {
        effect = effects.beam(x, y, happenings.toX[i], happenings.toY[i], rgb(actor));
        cues.add(Sound.RAIL, x, y);
      }
      case ROCKET -> {
        effect = effects.muzzle(x, y);
        cues.add(Sound.ROCKET, x, y);
      }
      case EXPLOSION -> {
        effects.explosion(x, y);
        cues.add(Sound.EXPLOSION, x, y);
      }
      case HIT -> showHit(actor, victim, x, y, cues);
      case DEATH -> listener.died(actor, victim, happenings.detail[i]);
      case WRECK -> {
        effects.wreck(x, y, rgb(actor));
        cues.add(Sound.DEATH, x, y);
      }
      case SPAWN -> {
        effects.spawn(x, y, rgb(actor));
        cues.add(Sound.SPAWN, x, y);
      }
      case PICKUP -> {
        effects.pickup(x, y, Palette.ofPickup(happenings.detail[i]));
        cues.add(Sound.PICKUP, x, y);
      }
      case GOAL -> {
        effects.goal(x, y, Palette.ofTeam(happenings.detail[i]));
        cues.add(Sound.GOAL);
        listener.scored(actor, happenings.detail[i]);
      }
      case KICKOFF -> {
        effects.ring(x, y, KICKOFF_RING_METERS, Palette.NEUTRAL);
        cues.add(Sound.KICKOFF);
      }
      case SHOVE -> {
        effect = effects.ring(x, y, SHOVE_RING_METERS, rgb(actor));
        cues.add(Sound.SHOVE, x, y);
      }
    }
    return effect;
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
