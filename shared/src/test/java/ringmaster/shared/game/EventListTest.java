package ringmaster.shared.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventListTest {
  private static final int BANG = 0;
  private static final int GOAL = 1;
  private static final EventType BANG_TYPE =
      new EventType("bang", List.of(new EntityField("x", "m", -8, 8, 0.5f)));
  private static final EventType GOAL_TYPE =
      new EventType(
          "goal", List.of(EntityField.count("team", 0, 1), EntityField.count("scorer", 0, 63)));
  private static final List<EventType> TYPES = List.of(BANG_TYPE, GOAL_TYPE);
  private static final EntityType THING =
      new EntityType(
          "thing", List.of(EntityField.count("value", 0, 9)), EntityType.Shape.NONE, 0, 0);

  private final EventList events = new EventList(TYPES);

  private void goal(int scorer) {
    events.add(GOAL);
    events.setQuantized(1, scorer);
  }

  @Test
  void eventsStandInTheOrderInWhichTheyHappened() {
    events.add(BANG);
    events.set(0, 1.7f);
    goal(9);
    assertEquals(2, events.count());
    assertEquals(BANG, events.type(0));
    assertEquals(1.5f, events.get(0, 0));
    assertEquals(GOAL, events.type(1));
    assertEquals(9, events.get(1, 1));
  }

  @Test
  void anEventKnowsNothingOfTheOneThatStoodThereBefore() {
    events.add(GOAL);
    events.set(0, 1);
    goal(63);
    events.clear();
    assertEquals(0, events.count());
    events.add(GOAL);
    assertEquals(0, events.quantized(0, 0));
    assertEquals(0, events.quantized(0, 1));
  }

  @Test
  void ofTooManyTheNewestAreDropped() {
    for (int i = 0; i < EventList.CAPACITY + 5; i++) {
      goal(i % 64);
    }
    assertEquals(EventList.CAPACITY, events.count());
    for (int i = 0; i < EventList.CAPACITY; i++) {
      assertEquals(i % 64, events.quantized(i, 1));
    }
    events.clear();
    goal(7);
    assertEquals(7, events.quantized(0, 1));
  }

  @Test
  void aFrameIsCopiedWithItsEventsAndClearedOfThem() {
    EntitySchema schema = new EntitySchema(List.of(THING), 2, TYPES);
    EntityFrame frame = new EntityFrame(schema);
    frame.events().add(GOAL);
    frame.events().setQuantized(1, 5);
    EntityFrame copy = new EntityFrame(schema);
    copy.copyFrom(frame);
    frame.clear(3);
    assertEquals(0, frame.events().count());
    assertEquals(1, copy.events().count());
    assertEquals(5, copy.events().quantized(0, 1));
  }

  @Test
  void theSchemasHashTellsEventsApart() {
    int hash = schemaHash(TYPES);
    assertNotEquals(hash, schemaHash(List.of()));
    assertNotEquals(hash, schemaHash(List.of(BANG_TYPE)));
    assertNotEquals(hash, schemaHash(List.of(GOAL_TYPE, BANG_TYPE)));
    EventType wider = new EventType("bang", List.of(new EntityField("x", "m", -9, 8, 0.5f)));
    assertNotEquals(hash, schemaHash(List.of(wider, GOAL_TYPE)));
    assertEquals(hash, schemaHash(List.copyOf(TYPES)));
  }

  private static int schemaHash(List<EventType> eventTypes) {
    return new EntitySchema(List.of(THING), 2, eventTypes).hash();
  }

  @Test
  void aSchemaHasSixteenTypesOfEventsAtMost() {
    List<EventType> most = Collections.nCopies(EntitySchema.MAX_TYPES, BANG_TYPE);
    List<EventType> more = Collections.nCopies(EntitySchema.MAX_TYPES + 1, BANG_TYPE);
    assertEquals(0, new EntitySchema(List.of(THING), 2, most).withoutEvents().events().size());
    assertThrows(IllegalArgumentException.class, () -> new EntitySchema(List.of(THING), 2, more));
  }

  @Test
  void aFieldIsFoundByItsNameOrMissedByIt() {
    assertEquals(1, GOAL_TYPE.field("scorer"));
    assertThrows(IllegalArgumentException.class, () -> GOAL_TYPE.field("x"));
  }
}
