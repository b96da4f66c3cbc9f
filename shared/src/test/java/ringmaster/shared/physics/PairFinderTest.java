package ringmaster.shared.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every shape here overlaps every other. */
final class PairFinderTest {
  private static final Material STONE = new Material(1, 0, 0);
  private static final Shape BOX = Shape.box(0.5f, 0.5f);

  private final World world = new World(WorldSettings.fromAbove(1f / 60, 4));
  private boolean allKnown;
  private final PairFinder finder = new PairFinder(world, (a, b) -> allKnown);

  private void add(BodyType type, Filter filter, boolean... sensors) {
    BodyKind.Builder kind = BodyKind.of(type);
    for (boolean sensor : sensors) {
      kind.part(new BodyKind.Part(BOX, STONE, filter, sensor));
    }
    long body = world.bodies.create(kind.build(), 0, 0);
    int shape = world.bodies.firstShape[world.bodies.slot(body)];
    for (int i = 0; i < sensors.length; i++) {
      touch(shape + i);
    }
  }

  private void add(BodyType type) {
    add(type, Filter.ALL, false);
  }

  private void touch(int shape) {
    int at = shape * Shapes.BOX;
    Arrays.fill(world.bodies.shapes.box, at, at + 2, -0.6f);
    Arrays.fill(world.bodies.shapes.box, at + 2, at + 4, 0.6f);
    world.bodies.shapes.moved[shape] = true;
    world.broadPhase.move(shape);
  }

  private List<String> found() {
    finder.find(Workers.ALONE);
    Arrays.fill(world.bodies.shapes.moved, false);
    return Arrays.stream(finder.pairs.values, 0, finder.pairs.count)
        .mapToObj(pair -> (pair >>> 32) + "-" + (int) pair)
        .toList();
  }

  @Test
  void eachPairIsToldOnceTheLowerFirst() {
    add(BodyType.DYNAMIC);
    add(BodyType.DYNAMIC);
    add(BodyType.DYNAMIC);
    assertEquals(List.of("0-1", "0-2", "1-2"), found());
  }

  @Test
  void aPairOfWhichOneMovedIsFoundFromEitherSide() {
    add(BodyType.DYNAMIC);
    add(BodyType.DYNAMIC);
    found();
    touch(0);
    assertEquals(List.of("0-1"), found());
    touch(1);
    assertEquals(List.of("0-1"), found());
  }

  @Test
  void nothingIsSoughtAroundWhatDidNotMove() {
    add(BodyType.DYNAMIC);
    add(BodyType.DYNAMIC);
    found();
    assertEquals(List.of(), found());
  }

  @Test
  void partsOfOneBodyAreNoPair() {
    add(BodyType.DYNAMIC, Filter.ALL, false, false);
    assertEquals(List.of(), found());
  }

  @Test
  void oneOfTwoHasToBePushed() {
    add(BodyType.STATIC);
    add(BodyType.KINEMATIC);
    add(BodyType.STATIC);
    add(BodyType.KINEMATIC);
    assertEquals(List.of(), found());
  }

  @Test
  void aNewWallMeetsWhatStandsThere() {
    add(BodyType.DYNAMIC);
    add(BodyType.KINEMATIC);
    found();
    add(BodyType.STATIC);
    assertEquals(List.of("0-2"), found());
  }

  @Test
  void aSensorSensesWhateverMovesButNotItself() {
    add(BodyType.STATIC, Filter.ALL, true);
    add(BodyType.KINEMATIC);
    add(BodyType.STATIC);
    assertEquals(List.of("0-1"), found());
  }

  @Test
  void sensorsDoNotSenseEachOther() {
    add(BodyType.DYNAMIC, Filter.ALL, true);
    add(BodyType.KINEMATIC, Filter.ALL, true);
    add(BodyType.DYNAMIC, Filter.ALL, true, false);
    assertEquals(List.of("0-3", "1-3"), found());
  }

  @Test
  void filtersAndGroupsDecideForSensorsToo() {
    add(BodyType.DYNAMIC, new Filter(1, 2, 0), false);
    add(BodyType.DYNAMIC, new Filter(1, 3, 0), true);
    add(BodyType.DYNAMIC, new Filter(2, 1, 0), false);
    add(BodyType.DYNAMIC, new Filter(2, 1, -4), false);
    add(BodyType.DYNAMIC, new Filter(1, 2, -4), true);
    assertEquals(List.of("0-2", "0-3", "1-2", "1-3", "2-4"), found());
  }

  @Test
  void aKnownPairIsNotFoundAgain() {
    add(BodyType.DYNAMIC);
    add(BodyType.DYNAMIC);
    allKnown = true;
    assertEquals(List.of(), found());
  }
}
