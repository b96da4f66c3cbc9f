package ringmaster.client.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.EntityField;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.EntityType;
import ringmaster.shared.game.EventList;
import ringmaster.shared.game.EventType;
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

          @Override
          public void scored(int scorer, int team) {
            told.add("scored " + scorer + " " + team);
          }
        };
    return new ArenaScene(game, settings, schema, OWN_SEAT, 512, happenings, listener);
  }

  private void build() {
    cues.clear();
    moment.nanos += 16_000_000;
    scene.build(frame, moment, out, cues);
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
  void anOwnExplosionThatShovesTheOwnTankIsShownAtOnce() {
    happenings.add(10, Happening.EXPLOSION, OWN_SEAT, OWN_SEAT, 0, 1, 2, 0, 0);
    moment.own.alive = true;
    moment.viewTick = 9;
    build();
    assertTrue(isHeard(Sound.EXPLOSION));
  }

  /** The rocket on screen has yet to get there. */
  @Test
  void anOwnExplosionElsewhereWaitsForTheMomentOnScreen() {
    happenings.add(10, Happening.EXPLOSION, OWN_SEAT, OWN_SEAT, 0, 1, 12, 0, 0);
    moment.own.alive = true;
    moment.viewTick = 9;
    build();
    assertFalse(isHeard(Sound.EXPLOSION));
    moment.viewTick = 10;
    build();
    assertTrue(isHeard(Sound.EXPLOSION));
  }

  private boolean isHeard(Sound sound) {
    return IntStream.range(0, cues.count()).anyMatch(i -> cues.sound(i) == sound);
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

  private void foretellRail(int tick) {
    happenings.add(tick, Happening.RAIL, OWN_SEAT, OWN_SEAT, 0, 0, 0, 30, 0);
    happenings.foretellLast();
  }

  @Test
  void whatThePlayerDoesIsShownAtOnceAndNotAgainWhenReported() {
    foretellRail(50);
    build();
    assertTrue(heard(Sound.RAIL));
    happenings.add(51, Happening.RAIL, OWN_SEAT, OWN_SEAT, 0, 0, 0, 20, 5);
    moment.reportedTick = 51;
    build();
    assertFalse(heard(Sound.RAIL));
    happenings.add(110, Happening.RAIL, OWN_SEAT, OWN_SEAT, 0, 0, 0, 20, 5);
    build();
    assertTrue(heard(Sound.RAIL), "a shot that nobody foretold");
  }

  @Test
  void theShotOfAnotherIsNoConfirmation() {
    foretellRail(50);
    happenings.add(50, Happening.RAIL, OTHER_SEAT, OTHER_SEAT, 0, 0, 0, 20, 5);
    moment.viewTick = 50;
    build();
    int rails = 0;
    for (int i = 0; i < cues.count(); i++) {
      rails += cues.sound(i) == Sound.RAIL ? 1 : 0;
    }
    assertEquals(2, rails);
  }

  /** A beam that the server does not report is gone sooner than one that it does. */
  @Test
  void whatDidNotComeToPassIsTakenBack() {
    foretellRail(50);
    build();
    int shining = out.sprites().count();
    moment.reportedTick = 56;
    build();
    assertEquals(shining, out.sprites().count(), "its command may come to effect yet");
    moment.reportedTick = 57;
    for (int i = 0; i < 6; i++) {
      build();
    }
    int withoutBeam = out.sprites().count();
    assertTrue(withoutBeam <= shining - 2, withoutBeam + " of " + shining);
  }

  @Test
  void afterARailItIsShownWhereHullsWereSeenAndJudged() {
    foretellRail(50);
    build();
    int without = out.sprites().count();
    EntityFrame then = frame.another();
    then.copyFrom(frame);
    int[] asked = {-1};
    moment.judged =
        tick -> {
          asked[0] = tick;
          return then;
        };
    foretellRail(120);
    build();
    assertEquals(120, asked[0]);
    assertTrue(out.sprites().count() > without + 2 * 20, "two circles for the other");
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

  private static EntityField place(String name) {
    return new EntityField(name, "m", -32, 32, 1f / 16);
  }

  private static EntityType thing(String name, EntityType.Shape shape, EntityField... more) {
    List<EntityField> fields = new ArrayList<>(List.of(place("x"), place("y")));
    fields.addAll(List.of(more));
    return new EntityType(name, fields, shape, 2, 0xF2F2F2);
  }

  private void stage(EntityType... types) {
    EntitySchema schema = new EntitySchema(List.of(types), 80, List.of());
    frame = new EntityFrame(schema);
    scene = scene(schema);
  }

  @Test
  void aPickupHoversOverItsPadWhileItIsReady() {
    stage(
        thing(
            "pickup",
            EntityType.Shape.CIRCLE,
            EntityField.count("kind", 0, 2),
            EntityField.count("ready", 0, 1)));
    List<Model> models = List.of(Model.CROSS, Model.CHEVRONS, Model.COIL);
    for (int kind = 0; kind < models.size(); kind++) {
      frame.put(60 + kind, 0, 0);
      frame.set(60 + kind, 2, kind);
      frame.set(60 + kind, 3, 1);
    }
    build();
    float bright = out.instances(Model.PAD).values()[9];
    assertEquals(3, out.instances(Model.PAD).count());
    for (Model model : models) {
      assertEquals(1, out.instances(model).count(), model.name());
    }
    frame.set(60, 3, 0);
    build();
    assertEquals(3, out.instances(Model.PAD).count());
    assertEquals(0, out.instances(Model.CROSS).count());
    assertTrue(out.instances(Model.PAD).values()[9] < bright / 4, "the pad alone, and dim");
  }

  @Test
  void aBallIsLargeAndRolls() {
    stage(thing("ball", EntityType.Shape.CIRCLE));
    frame.put(60, 0, 0);
    frame.set(60, 0, 0);
    build();
    float[] ball = out.instances(Model.BALL).values();
    assertEquals(2, ball[2], "it stands on the ground");
    assertEquals(2, ball[3]);
    float lean = ball[6];
    frame.set(60, 0, 1);
    build();
    assertNotEquals(lean, out.instances(Model.BALL).values()[6]);
  }

  @Test
  void aBarrelIsADrum() {
    stage(thing("barrel", EntityType.Shape.CIRCLE));
    frame.put(60, 0, 0);
    build();
    assertEquals(1, out.instances(Model.BARREL).count());
  }

  @Test
  void whatFacesSomewhereHasANose() {
    stage(
        thing("runner", EntityType.Shape.CIRCLE, new EntityField("facing", "rad", 0, 7, 0.01f)),
        thing("lamp", EntityType.Shape.CIRCLE));
    frame.put(60, 0, 0);
    frame.set(60, 2, (float) (Math.PI / 2));
    frame.put(61, 1, 0);
    build();
    assertEquals(2, out.instances(Model.ROUND).count());
    assertEquals(1, out.instances(Model.NOSE).count());
    assertEquals(1, out.instances(Model.NOSE).values()[5], 1e-3, "it points left");
  }

  @Test
  void aBodyOfAnyTypeIsItsPlayers() {
    stage(thing("runner", EntityType.Shape.CIRCLE, new EntityField("facing", "rad", 0, 7, 0.01f)));
    int slot = game.bodySlot(settings, OTHER_SEAT);
    frame.put(slot, 0, 0);
    frame.set(slot, 0, 7);
    frame.set(slot, 2, 1);
    build();
    assertTrue(scene.shown(OTHER_SEAT));
    assertEquals(7, scene.x(OTHER_SEAT));
    assertEquals(1, scene.aim(OTHER_SEAT), 0.01, "it looks where it faces");
    assertFalse(scene.aims());
    assertFalse(scene.hasHealth());
    Instances discs = out.instances(Model.ROUND);
    assertEquals(Instances.linear(0xF2), discs.values()[8], "in the schema's colour");
  }

  @Test
  void whoIsInATeamHasItsColour() {
    stage(
        thing("tank", EntityType.Shape.CIRCLE, place("facing"), place("aim")),
        new EntityType(
            "player", List.of(EntityField.count("team", 0, 2)), EntityType.Shape.NONE, 0, 0));
    frame.put(game.bodySlot(settings, OTHER_SEAT), 0, 0);
    frame.put(game.playerSlot(OTHER_SEAT), 1, 0);
    build();
    assertEquals(Palette.ofSeat(OTHER_SEAT), scene.rgb(OTHER_SEAT));
    frame.set(game.playerSlot(OTHER_SEAT), 0, 2);
    build();
    assertEquals(Palette.ofTeam(2), scene.rgb(OTHER_SEAT));
    float[] hull = out.instances(Model.TANK_HULL).values();
    assertEquals(Instances.linear(Palette.ofTeam(2) >> 16 & 0xFF), hull[8]);
    assertTrue(scene.aims());
  }

  private boolean heard(Sound sound) {
    boolean heard = false;
    for (int i = 0; i < cues.count(); i++) {
      heard |= cues.sound(i) == sound;
    }
    return heard;
  }

  @ParameterizedTest
  @CsvSource({"PICKUP, PICKUP", "GOAL, GOAL", "KICKOFF, KICKOFF", "SHOVE, SHOVE"})
  void whatHappensIsSeenAndHeard(Happening happening, Sound sound) {
    happenings.add(0, happening, OTHER_SEAT, OTHER_SEAT, 1, 3, 4, 0, 0);
    build();
    assertTrue(heard(sound));
    assertTrue(out.sprites().count() > 5, out.sprites().count() + " sprites");
    for (int i = 0; i < 120; i++) {
      build();
    }
    assertEquals(0, out.sprites().count(), "it fades");
  }

  @Test
  void aGoalOfNobodysIsReadAsSuch() {
    List<EventType> types =
        List.of(
            new EventType(
                "goal",
                List.of(
                    EntityField.count("team", 0, 2),
                    EntityField.count("seat", 0, MatchSettings.MAX_PLAYERS),
                    place("x"),
                    place("y"))));
    EventList events = new EventList(types);
    events.add(0);
    events.set(0, 2);
    events.set(1, MatchSettings.MAX_PLAYERS);
    events.add(0);
    events.set(0, 1);
    events.set(1, OTHER_SEAT);
    new EventReader(types).read(0, events, happenings);
    build();
    assertEquals(List.of("scored -1 2", "scored 5 1"), told);
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
    burn(2_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    burn(1_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 1_000, allocated + " bytes in 1,000 frames");
  }

  private void burn(int frames) {
    for (int i = 0; i < frames; i++) {
      happenings.add(0, Happening.EXPLOSION, OWN_SEAT, OWN_SEAT, 0, 0, 0, 30, 0);
      cues.clear();
      moment.nanos += 16_000_000;
      scene.build(frame, moment, out, cues);
    }
  }
}
