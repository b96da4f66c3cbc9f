package ringmaster.client.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.client.window.Key;

final class BindingsTest {
  private final Bindings bindings = new Bindings(new Settings());

  @Test
  void theFirstKeysAreInNobodysWay() {
    for (Action action : Action.values()) {
      for (Key key : bindings.keys(action)) {
        assertNull(bindings.conflict(action, key), () -> action + " " + key);
      }
    }
  }

  @Test
  void aSharedKeyIsAConflictForBoth() {
    bindings.bind(Action.CHAT, Key.W);
    assertEquals(Action.FORWARD, bindings.conflict(Action.CHAT, Key.W));
    assertEquals(Action.CHAT, bindings.conflict(Action.FORWARD, Key.W));
    bindings.unbind(Action.FORWARD, Key.W);
    assertNull(bindings.conflict(Action.CHAT, Key.W));
    assertEquals(List.of(Key.UP), bindings.keys(Action.FORWARD));
  }

  @Test
  void aKeyIsBoundOnce() {
    bindings.bind(Action.CHAT, Key.Y);
    bindings.bind(Action.CHAT, Key.Y);
    assertEquals(List.of(Key.ENTER, Key.T, Key.Y), bindings.keys(Action.CHAT));
  }

  @Test
  void swappingExchangesKeysInTheirPlaces() {
    bindings.swap(Action.FORWARD, Key.W, Key.S);
    assertEquals(List.of(Key.S, Key.UP), bindings.keys(Action.FORWARD));
    assertEquals(List.of(Key.W, Key.DOWN), bindings.keys(Action.BACK));
  }

  @Test
  void swappingForAFreeKeyJustReplaces() {
    bindings.swap(Action.FORWARD, Key.W, Key.I);
    assertEquals(List.of(Key.I, Key.UP), bindings.keys(Action.FORWARD));
  }

  @Test
  void swappingTwoKeysOfOneActionLeavesOne() {
    bindings.swap(Action.FORWARD, Key.W, Key.UP);
    assertEquals(List.of(Key.UP), bindings.keys(Action.FORWARD));
  }

  @Test
  void swappingAKeyForItselfChangesNothing() {
    bindings.swap(Action.FORWARD, Key.W, Key.W);
    assertEquals(List.of(Key.W, Key.UP), bindings.keys(Action.FORWARD));
  }
}
