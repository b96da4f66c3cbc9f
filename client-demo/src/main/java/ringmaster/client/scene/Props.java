package ringmaster.client.scene;

import ringmaster.shared.game.EntityView;

/** Adds all that is nobody's body to a frame. */
final class Props {
  private static final float ROCKET_HEIGHT_METERS = 0.9f;
  private static final float CRATE_SCALE = 0.88f; // the model's bands stand out from the body
  private static final float PICKUP_HEIGHT_METERS = 1.05f;
  private static final float PICKUP_SCALE = 0.55f;
  private static final float PICKUP_GLOW = 0.35f;
  private static final float PAD_SCALE = 1.15f;

  /** Of a colour, while what lay there is not back yet. */
  private static final float DIM = 0.25f;

  private static final double TURNS_PER_NANO = 0.25e-9;
  private static final double SWAYS_PER_NANO = 0.4e-9;
  private static final double TURN_RADIANS = 2 * Math.PI;

  private final Effects effects;
  private final BallRoll[] rolls;
  private long nanos;

  /**
   * @param capacity entity slots
   */
  Props(Effects effects, int capacity) {
    this.effects = effects;
    rolls = new BallRoll[capacity];
    for (int slot = 0; slot < capacity; slot++) {
      rolls[slot] = new BallRoll();
    }
  }

  /** Says when the frame is. */
  void at(long nowNanos) {
    nanos = nowNanos;
  }

  /** A crate without a facing of its own stands at an angle that is its slot's. */
  void crate(EntityView view, int slot, Look look, SceneFrame out) {
    stand(Model.CRATE, view, slot, look, look.sizeMeters * CRATE_SCALE, look.rgb, out);
  }

  void barrel(EntityView view, int slot, Look look, SceneFrame out) {
    stand(Model.BARREL, view, slot, look, look.sizeMeters, Palette.BARREL, out);
  }

  private static void stand(
      Model model, EntityView view, int slot, Look look, float scale, int rgb, SceneFrame out) {
    float angle = Look.get(view, slot, look.facing, slot * 2.4f);
    out.instances(model)
        .add(
            view.get(slot, look.x),
            view.get(slot, look.y),
            0,
            scale,
            (float) Math.cos(angle),
            (float) Math.sin(angle),
            0,
            rgb,
            0,
            slot);
  }

  void ball(EntityView view, int slot, Look look, SceneFrame out) {
    float x = view.get(slot, look.x);
    float y = view.get(slot, look.y);
    float radius = look.sizeMeters;
    BallRoll roll = rolls[slot];
    roll.to(x, y, radius);
    out.instances(Model.BALL)
        .add(
            x,
            y,
            radius,
            radius,
            roll.headingCos(),
            roll.headingSin(),
            roll.lean(),
            look.rgb,
            0,
            slot);
  }

  /** Over its pad while it can be taken; then the pad alone, and dark. */
  void pickup(EntityView view, int slot, Look look, SceneFrame out) {
    float x = view.get(slot, look.x);
    float y = view.get(slot, look.y);
    int kind = (int) view.get(slot, look.pickupKind);
    boolean ready = view.get(slot, look.ready) > 0;
    int rgb = Palette.ofPickup(kind);
    int light = ready ? rgb : Palette.dimmed(rgb, DIM);
    out.instances(Model.PAD).add(x, y, 0, PAD_SCALE, 1, 0, 0, light, 0, slot);
    if (ready) {
      double turn = nanos * TURNS_PER_NANO % 1 * TURN_RADIANS + slot;
      double sway = Math.sin(nanos * SWAYS_PER_NANO % 1 * TURN_RADIANS + slot);
      out.instances(pickupModel(kind))
          .add(
              x,
              y,
              PICKUP_HEIGHT_METERS + 0.1f * (float) sway,
              PICKUP_SCALE,
              (float) Math.cos(turn),
              (float) Math.sin(turn),
              0,
              rgb,
              PICKUP_GLOW,
              slot);
    }
  }

  private static Model pickupModel(int kind) {
    return switch (kind) {
      case 0 -> Model.CROSS;
      case 1 -> Model.CHEVRONS;
      default -> Model.COIL;
    };
  }

  /**
   * A rocket, and the smoke behind it.
   *
   * @param puffs how many clouds fall due
   * @param puffSeconds from one to the next
   */
  void rocket(
      EntityView view, int slot, Look look, int rgb, int puffs, float puffSeconds, SceneFrame out) {
    float x = view.get(slot, look.x);
    float y = view.get(slot, look.y);
    float speed = Math.max(look.speed(view, slot), 1e-3f);
    float cos = view.get(slot, look.velocityX) / speed;
    float sin = view.get(slot, look.velocityY) / speed;
    out.instances(Model.ROCKET)
        .add(x, y, ROCKET_HEIGHT_METERS, 0.55f, cos, sin, 0, rgb, 0.5f, slot);
    for (int n = 0; n < puffs; n++) {
      float back = 0.5f + n * speed * puffSeconds;
      effects.rocketTrail(x - cos * back, y - sin * back, ROCKET_HEIGHT_METERS);
    }
  }

  /** Whatever has no model: the shape of its schema, and a mark on it that says where it faces. */
  static void shape(
      Look look, float x, float y, float cos, float sin, int rgb, int slot, SceneFrame out) {
    float size = look.sizeMeters;
    out.instances(look.shape).add(x, y, 0, size, cos, sin, 0, rgb, 0, slot);
    if (look.faces()) {
      float lift = (look.shape == Model.BOX ? 0.5f : 0) * size; // a box is twice as high as a disc
      out.instances(Model.NOSE).add(x, y, lift, size, cos, sin, 0, rgb, 0, slot);
    }
  }
}
