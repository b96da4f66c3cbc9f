package ringmaster.client.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextEditTest {
  private final TextEdit edit = new TextEdit(16, 64);

  @Test
  void typingGoesWhereTheCursorIs() {
    edit.set("ac");
    edit.left(false, false);
    edit.insert("b");
    assertEquals("abc", edit.value());
    assertEquals(2, edit.cursor());
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "😀", "👩‍🚀", "🇩🇪", "e\u0301", "👍🏽"})
  void whatLooksLikeOneCharacterIsDeletedAsOne(String character) {
    edit.set("x" + character);
    edit.deleteBackward(false);
    assertEquals("x", edit.value());
    edit.set(character + "x");
    edit.home(false);
    edit.right(false, false);
    assertEquals(character.length(), edit.cursor());
    edit.left(false, false);
    edit.deleteForward(false);
    assertEquals("x", edit.value());
  }

  @Test
  void typingReplacesTheSelection() {
    edit.set("abcd");
    edit.left(false, true);
    edit.left(false, true);
    assertEquals("cd", edit.selection());
    edit.insert("X");
    assertEquals("abX", edit.value());
    assertEquals("", edit.selection());
  }

  @Test
  void leavingASelectionGoesToItsEnd() {
    edit.set("abcd");
    edit.selectAll();
    edit.left(false, false);
    assertEquals(0, edit.cursor());
    edit.selectAll();
    edit.right(false, false);
    assertEquals(4, edit.cursor());
  }

  @Test
  void wordsAreSteppedOverAndDeletedWhole() {
    edit.set("one two  three");
    edit.left(true, false);
    assertEquals(9, edit.cursor());
    edit.deleteBackward(true);
    assertEquals("one three", edit.value());
    edit.home(false);
    edit.deleteForward(true);
    assertEquals("three", edit.value());
  }

  @Test
  void noMoreCodePointsThanTheLimitFit() {
    edit.set("😀".repeat(20));
    assertEquals("😀".repeat(16), edit.value());
    assertFalse(edit.insert("x"));
  }

  @Test
  void noMoreBytesThanTheLimitFit() {
    TextEdit chat = new TextEdit(100, 10);
    chat.set("12345678é");
    assertEquals(10, chat.bytes());
    assertFalse(chat.insert("x"));
    chat.deleteBackward(false);
    assertFalse(chat.insert("€"), "3 bytes do not fit into 2");
    assertTrue(chat.insert("é"));
  }

  @Test
  void whatCannotBeShownIsLeftOut() {
    edit.set("a\nb\tc\u0007\uD83D");
    assertEquals("a b c", edit.value());
  }
}
