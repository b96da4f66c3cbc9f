package ringmaster.shared.arena;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.body.BodyFields;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameSetting;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.interest.InterestGrid;
import ringmaster.shared.interest.InterestRules;
import ringmaster.shared.interest.ViewerInterest;
import ringmaster.shared.math.Rng;
import ringmaster.shared.snapshot.FrameRing;
import ringmaster.shared.snapshot.InterestSet;
import ringmaster.shared.snapshot.SnapshotCodec;
import ringmaster.shared.snapshot.SnapshotDecoder;
import ringmaster.shared.snapshot.SnapshotEncoder;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.wire.BitReader;

/** What skirmish with fog sends of an opponent behind a wall: seat 0 looks, seat 1 hides. */
final class FogSightTest {
  private static final int HZ = 60;
  private static final int SEATS = 3;

  /** A wall from (0, -10) to (0, 10). */
  private static final GameMap MAP = TestMaps.walled();

  private final SkirmishSlots slots = new SkirmishSlots(settings(Skirmish.FOG, 1), MAP);
  private final Wire wire = new Wire(settings(Skirmish.FOG, 1));
  private final EntityFrame now = new EntityFrame(slots.schema());

  private static MatchSettings settings(GameSetting setting, int value) {
    return SkirmishMatch.settings(MAP, SEATS, HZ, 600, 1).with(setting, value);
  }

  /** What a server keeps of seat 0, and what its client has. */
  private static final class Wire {
    private final FrameRing frames;
    private final SnapshotDecoder decoder;
    private final InterestGrid grid;
    private final ViewerInterest viewer;
    private final SnapshotEncoder encoder;
    private final InterestSet interest = new InterestSet();
    private final int[] told = new int[SkirmishEvents.TYPES.size()];
    private int tick = -1;

    Wire(MatchSettings settings) {
      Skirmish game = new Skirmish();
      SnapshotCodec codec = SnapshotCodec.of(game, settings, MAP);
      frames = new FrameRing(codec.schema());
      grid = new InterestGrid(InterestRules.of(game, settings, MAP));
      viewer = new ViewerInterest(grid, settings, 0);
      encoder = new SnapshotEncoder(codec, 0);
      decoder = new SnapshotDecoder(codec, 0);
    }

    /** The bytes of the next tick's snapshot, which arrives. */
    byte[] send(EntityFrame now) {
      tick++;
      EntityFrame frame = frames.begin(tick);
      frame.copyFrom(now);
      frame.stamp(tick);
      frames.commit(tick);
      grid.rebuild(frame);
      viewer.fill(encoder, interest);
      byte[] bytes = new byte[1200];
      SnapshotHeader header = new SnapshotHeader();
      int length = encoder.encode(frames, header, interest, bytes, 0, bytes.length);
      BitReader in = new BitReader().wrap(bytes, 0, length);
      header.read(in, decoder.newestTick());
      assertEquals(SnapshotDecoder.Outcome.TAKEN, decoder.decode(header, in, this::tell));
      encoder.acknowledge(tick);
      return Arrays.copyOf(bytes, length);
    }

    private void tell(int atTick, EventList events) {
      for (int event = 0; event < events.count(); event++) {
        told[events.type(event)]++;
      }
    }

    boolean holds(int slot) {
      return decoder.newest().present(slot);
    }
  }

  private void tank(int seat, float x, float y) {
    now.put(slots.tank(seat), ArenaSlots.TANK, 1);
    now.own(slots.tank(seat), seat);
    now.set(slots.tank(seat), BodyFields.X, x);
    now.set(slots.tank(seat), BodyFields.Y, y);
    now.set(slots.tank(seat), BodyFields.VELOCITY_X, 0);
    now.set(slots.tank(seat), BodyFields.VELOCITY_Y, 0);
  }

  private boolean sees(int seat) {
    wire.send(now);
    return wire.holds(slots.tank(seat));
  }

  /** Whatever a hidden opponent is, does and fires, not a bit of what is sent tells of it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aHiddenOpponentIsNotOnTheWire(long seed) {
    Rng rng = new Rng(seed);
    Wire other = new Wire(settings(Skirmish.FOG, 1));
    EntityFrame otherNow = new EntityFrame(now.schema());
    for (int tick = 0; tick < 200; tick++) {
      tank(0, -8, rng.nextFloat(-1, 1));
      tank(1, 8, 0);
      otherNow.copyFrom(now);
      hide(rng, otherNow);
      assertArrayEquals(wire.send(now), other.send(otherNow), "tick " + tick + ", seed " + seed);
      assertFalse(wire.holds(slots.tank(1)));
      assertTrue(wire.holds(slots.tank(0)));
    }
  }

  /** Another hidden tank: elsewhere behind the wall, of other looks, with a rocket, or none. */
  private void hide(Rng rng, EntityFrame frame) {
    int slot = slots.tank(1);
    frame.events().clear();
    if (rng.nextBoolean(0.2f)) {
      frame.remove(slot);
      return;
    }
    for (int field = BodyFields.COUNT; field <= SkirmishSlots.TANK_HEALTH; field++) {
      frame.setQuantized(slot, field, rng.nextInt(100));
    }
    frame.set(slot, BodyFields.X, rng.nextFloat(2, 8));
    frame.set(slot, BodyFields.Y, rng.nextFloat(-3, 3));
    frame.set(slot, BodyFields.VELOCITY_X, rng.nextFloat(-20, 20));
    int rocket = slots.rocket(Rockets.PER_TANK);
    frame.put(rocket, SkirmishSlots.ROCKET, 0);
    frame.own(rocket, 1);
    frame.set(rocket, BodyFields.X, 5);
    happen(rng, frame);
  }

  /** A hidden tank appears; shoots into what is in view; and another is gone by its doing. */
  private static void happen(Rng rng, EntityFrame frame) {
    EventList events = frame.events();
    events.add(SkirmishEvents.SPAWN);
    set(events, 1, rng.nextFloat(2, 8), rng.nextFloat(-3, 3));
    events.add(SkirmishEvents.RAIL);
    set(events, 1, rng.nextFloat(2, 8), rng.nextFloat(-3, 3), -8, 3);
    events.add(SkirmishEvents.WRECK);
    set(events, 2, rng.nextFloat(2, 8), rng.nextFloat(-3, 3));
  }

  private static void set(EventList events, float... values) {
    for (int field = 0; field < values.length; field++) {
      events.set(field, values[field]);
    }
  }

  /** Whoever dies out of sight, and wherever: everybody is told who it was, and no more. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whereAHiddenTankDiedIsNotOnTheWire(long seed) {
    Rng rng = new Rng(seed);
    Wire other = new Wire(settings(Skirmish.FOG, 1));
    EntityFrame otherNow = new EntityFrame(now.schema());
    tank(0, -8, 0);
    otherNow.copyFrom(now);
    for (int tick = 0; tick < 50; tick++) {
      die(rng, now.events());
      die(rng, otherNow.events());
      assertArrayEquals(wire.send(now), other.send(otherNow), "tick " + tick + ", seed " + seed);
      assertEquals(tick + 1, wire.told[SkirmishEvents.DEATH]);
      assertEquals(0, wire.told[SkirmishEvents.WRECK]);
    }
  }

  /** As the simulation tells of it. */
  private static void die(Rng rng, EventList events) {
    SkirmishEvents happened = new SkirmishEvents();
    happened.wreck(1, rng.nextFloat(2, 8), rng.nextFloat(-3, 3));
    happened.death(2, 1, SkirmishEvents.BY_RAIL);
    events.copyFrom(happened.list());
  }

  @Test
  void aBeamIsShownToWhoSeesBothItsEndsAndToWhoFiredIt() {
    assertEquals(1, beams(1, -20, -8), "in view from end to end");
    assertEquals(0, beams(1, 8, -8), "from out of sight");
    assertEquals(0, beams(1, -8, 8), "out of sight");
    assertEquals(1, beams(0, -8, 8), "the viewer's own");
  }

  /** How many beams the viewer is told of, of one between (fromX, 5) and (toX, 5). */
  private int beams(int seat, float fromX, float toX) {
    tank(0, -8, 0);
    now.events().clear();
    now.events().add(SkirmishEvents.RAIL);
    set(now.events(), seat, fromX, 5, toX, 5);
    int before = wire.told[SkirmishEvents.RAIL];
    wire.send(now);
    return wire.told[SkirmishEvents.RAIL] - before;
  }

  @Test
  void withoutFogTheSameOpponentIsShown() {
    Wire clear = new Wire(settings(Skirmish.FOG, 0));
    tank(0, -8, 0);
    tank(1, 8, 0);
    clear.send(now);
    assertTrue(clear.holds(slots.tank(1)));
  }

  @Test
  void whoIsOnTheSameSideIsShown() {
    tank(0, -8, 0);
    tank(1, -20, 5);
    assertTrue(sees(1));
  }

  @Test
  void aHullThatLooksOutFromBehindAWallIsShown() {
    tank(0, -8, 0);
    tank(1, 8, 21);
    assertTrue(sees(1), "its side is in view");
  }

  @Test
  void whoWentBehindAWallIsShownForHalfASecond() {
    tank(0, -8, 0);
    tank(1, -20, 5);
    assertTrue(sees(1));
    tank(1, 8, 0);
    for (int tick = 0; tick < HZ / 2; tick++) {
      assertTrue(sees(1), "after " + tick + " ticks");
    }
    assertFalse(sees(1));
  }

  @Test
  void whoDrivesAroundACornerSeesWhatIsThereABitBefore() {
    tank(0, -1, 8);
    tank(1, 12, 3);
    assertFalse(sees(1));
    now.set(slots.tank(0), BodyFields.VELOCITY_Y, 20);
    assertTrue(sees(1), "in 0.2 s it will be past the wall's end");
  }

  @Test
  void whoDrivesAtAWallDoesNotSeeThroughIt() {
    tank(0, -1.1f, 0);
    tank(1, 8, 0);
    now.set(slots.tank(0), BodyFields.VELOCITY_X, 20);
    assertFalse(sees(1));
  }

  @Test
  void matesAreShownWhereverTheyAre() {
    tank(0, -8, 0);
    tank(1, 8, 0);
    tank(2, 8, 5);
    now.team(0, 1);
    now.team(1, 2);
    now.team(2, 1);
    assertFalse(sees(1));
    assertTrue(sees(2));
  }
}
