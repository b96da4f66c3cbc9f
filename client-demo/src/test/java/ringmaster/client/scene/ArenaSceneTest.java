package ringmaster.client.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.physics.Workers;
import ringmaster.shared.time.TickRate;

/** What becomes of a match's entities and events in a frame. */
final class ArenaSceneTest {
  private static final int OWN_SEAT = 2;
  private static final int OTHER_SEAT = 5;

  private static final TickCommands NEUTRAL =
      new TickCommands() {
        @Override
        public long command(int seat) {
          return 0;
        }

        @Override
        public int rewindSixteenths(int seat) {
          return 0;
        }
      };

  private final Game game = Objects.requireNonNull(Games.installed().find("skirmish"));
  private final MatchSettings settings =
      new MatchSettings("skirmish", "yard", 8, new TickRate(60), 600, 3);
  private final Happenings happenings = new Happenings();
  private final List<String> told = new ArrayList<>();
  private final SceneFrame out = new SceneFrame();
  private final SoundCues cues = new SoundCues();
  private final ArenaScene.Moment moment = new ArenaScene.Moment();

  private EntityFrame frame;
  private ArenaScene scene;

  @BeforeEach
  void stage() {
    var map = new GameMaps().load(new Skirmish(), "yard");
    EntitySchema schema = game.schema(settings, map);
    Simulation simulation = game.newSimulation(settings, map);
    simulation.join(OWN_SEAT);
    simulation.join(OTHER_SEAT);
    simulation.tick(NEUTRAL, Workers.ALONE);
    frame = new EntityFrame(schema);
    frame.clear(0);
    simulation.capture(frame);
    scene = scene(schema);
  }

  private ArenaScene scene(EntitySchema schema) {
    HappeningListener listener =
        new HappeningListener() {
          @Override
          public void hit(int attacker, int victim, float x, float y) {
            told.add("hit " + attacker + " " + victim);
          }

          @Override
          public void died(int killer, int victim, int weapon) {
            told.add("died " + killer + " " + victim + " " + weapon);
          }
        };
    return new ArenaScene(game, settings, schema, OWN_SEAT, 512, happenings, listener);
  }

  private void build() {
    cues.clear();
    moment.nanos += 16_000_000;
    scene.build(new FrameView(frame), moment, out, cues);
  }

  @Test
  void everyTankHasHullAndTurretAndEveryCrateItsBox() {
    build();
    assertEquals(2, out.instances(Model.TANK_HULL).count());
    assertEquals(2, out.instances(Model.TANK_TURRET).count());
    assertEquals(24, out.instances(Model.CRATE).count());
    assertEquals(2, cues.engines());
  }

  @Test
  void aNewBodyDoesNotBeginWithTheWoundsOfTheOld() {
    int slot = game.bodySlot(settings, OWN_SEAT);
    EntityType tank = frame.schema().types().get(frame.type(slot));
    frame.set(slot, tank.field("health"), 1);
    build();
    assertTrue(scene.health(OWN_SEAT) < 0.1f);
    frame.remove(slot);
    build();
    assertEquals(1, scene.health(OWN_SEAT));
  }

  @Test
  void anInstanceCarriesItsEntity() {
    build();
    int slot = game.bodySlot(settings, OTHER_SEAT);
    Instances hulls = out.instances(Model.TANK_HULL);
    int at = (int) hulls.values()[7] == slot + 1 ? 0 : Instances.FLOATS;
    assertEquals(slot + 1, (int) hulls.values()[at + 7]);
    assertEquals(scene.x(OTHER_SEAT), hulls.values()[at]);
    assertEquals(frame.get(slot, 0), scene.x(OTHER_SEAT));
    assertTrue(scene.shown(OTHER_SEAT));
    assertFalse(scene.shown(0));
  }

  @Test
  void theOwnTankStandsWhereItWasPredicted() {
    moment.own.alive = true;
    moment.own.x = 4.25f;
    moment.own.y = -3;
    moment.own.aimRadians = 1;
    build();
    assertEquals(4.25f, scene.x(OWN_SEAT));
    assertEquals(-3, scene.y(OWN_SEAT));
    assertEquals(1, scene.aim(OWN_SEAT));
  }

  @Test
  void whatOthersDoWaitsForTheMomentOnScreen() {
    happenings.add(10, Happening.DEATH, OTHER_SEAT, 4, 1, 0, 0, 0, 0);
    moment.viewTick = 9;
    build();
    assertEquals(List.of(), told);
    moment.viewTick = 10;
    build();
    build();
    assertEquals(List.of("died 5 4 1"), told);
  }

  @Test
  void whatConcernsThePlayerIsShownAtOnceAndOnce() {
    happenings.add(9, Happening.DEATH, OTHER_SEAT, 4, 0, 0, 0, 0, 0);
    happenings.add(10, Happening.HIT, OWN_SEAT, OTHER_SEAT, 0, 1, 2, 0, 0);
    moment.viewTick = 3;
    build();
    build();
    assertEquals(List.of("hit 2 5"), told);
    moment.viewTick = 9;
    build();
    assertEquals(List.of("hit 2 5", "died 5 4 0"), told);
  }

  @Test
  void aConfirmedHitIsHeardInTheHead() {
    happenings.add(1, Happening.HIT, OWN_SEAT, OTHER_SEAT, 0, 1, 2, 0, 0);
    build();
    boolean confirmed = false;
    for (int i = 0; i < cues.count(); i++) {
      confirmed |= cues.sound(i) == Sound.HIT_CONFIRMED && !cues.positioned(i);
    }
    assertTrue(confirmed);
  }

  @Test
  void aBeamFades() {
    happenings.add(0, Happening.RAIL, OWN_SEAT, OWN_SEAT, 0, 0, 0, 30, 0);
    build();
    int shining = out.sprites().count();
    for (int i = 0; i < 120; i++) {
      build();
    }
    assertTrue(shining > 2, "a beam and sparks, not " + shining);
    assertEquals(0, out.sprites().count());
  }

  @Test
  void anUnknownTypeIsDrawnByTheSchemasShapeAndColor() {
    EntityField x = new EntityField("x", "m", -8, 8, 1f / 16);
    EntityField y = new EntityField("y", "m", -8, 8, 1f / 16);
    EntitySchema schema =
        new EntitySchema(
            List.of(
                new EntityType("beacon", List.of(x, y), EntityType.Shape.BOX, 0.5f, 0xFF0000),
                new EntityType("lamp", List.of(x, y), EntityType.Shape.CIRCLE, 2, 0x00FF00),
                new EntityType("score", List.of(x), EntityType.Shape.NONE, 0, 0)),
            80,
            List.of());
    frame = new EntityFrame(schema);
    frame.put(3, 0, 0);
    frame.set(3, 0, 2);
    frame.put(4, 1, 0);
    frame.put(5, 2, 0);
    scene = scene(schema);
    build();
    Instances boxes = out.instances(Model.BOX);
    assertEquals(1, boxes.count());
    assertEquals(2, boxes.values()[0]);
    assertEquals(0.5f, boxes.values()[3]);
    assertEquals(1, boxes.values()[8]);
    assertEquals(0, boxes.values()[9]);
    assertEquals(1, out.instances(Model.ROUND).count());
  }

  @Test
  void gameEventsAreReadByName() {
    EventList events = new EventList(frame.schema().events());
    int death = -1;
    for (int i = 0; i < frame.schema().events().size(); i++) {
      if (frame.schema().events().get(i).name().equals("death")) {
        death = i;
      }
    }
    events.add(death);
    events.set(frame.schema().events().get(death).field("killer"), OWN_SEAT);
    events.set(frame.schema().events().get(death).field("victim"), OTHER_SEAT);
    events.set(frame.schema().events().get(death).field("weapon"), 1);
    new EventReader(frame.schema().events()).read(7, events, happenings);
    build();
    assertEquals(List.of("died 2 5 1"), told);
  }

  @Test
  void aFrameAllocatesNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    FrameView view = new FrameView(frame);
    burn(view, 2_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    burn(view, 1_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 1_000, allocated + " bytes in 1,000 frames");
  }

  private void burn(FrameView view, int frames) {
    for (int i = 0; i < frames; i++) {
      happenings.add(0, Happening.EXPLOSION, OWN_SEAT, OWN_SEAT, 0, 0, 0, 30, 0);
      cues.clear();
      moment.nanos += 16_000_000;
      scene.build(view, moment, out, cues);
    }
  }
}
