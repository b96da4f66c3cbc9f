package ringmaster.shared.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.math.Rng;

class PlayerTextTest {
  @ParameterizedTest
  @CsvSource({
    "Ann, Ann",
    "'  Ann   Lee  ', Ann Lee",
    "A\u0000n\u0007n\u007F, Ann",
    "\u202Ennaenna, nnaenna",
    "\u2066A\u2069\u200E\u200F\u061Cn, An",
    "A\u200Bn\u200C\u200D\uFEFFn, Ann",
    "\uFF21\uFF4E\uFF4E, Ann",
    "A\u3000\u00A0n, A n",
    "Zoe\u0308, Zo\u00EB",
    "\u0301\u0301Ann, Ann",
    "Z\u0335\u0336\u0337\u0338a\u0315\u0316lgo, Z\u0335a\u0316lgo",
    "'Ann\n2', Ann 2",
    "\u0410\u043D\u043D\u0430, \u0410\u043D\u043D\u0430",
    "\u0639\u0644\u064A, \u0639\u0644\u064A",
    "12345678901234567890, 1234567890123456"
  })
  void aNameIsWhatCanBeSeenOfIt(String typed, String shown) {
    assertEquals(shown, PlayerText.cleanName(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3000\u00A0\u2003",
        "\u202E\u202D\u200B",
        "\u0301\u0302",
        "\u3164\u3164",
        "\u115F\u1160\uFFA0",
        "\u2800\u2800",
        "\u034F\u17B4\u180B\uFE0F",
        "\uE000",
        "\uD800"
      })
  void aNameOfNothingIsEmpty(String typed) {
    assertEquals("", PlayerText.cleanName(typed));
  }

  @Test
  void emojiStayWhole() {
    String tank = "\uD83D\uDE97";
    assertEquals(tank.repeat(16), PlayerText.cleanName(tank.repeat(20)));
    assertEquals(
        Limits.MAX_NAME_BYTES,
        PlayerText.cleanName(tank.repeat(20)).getBytes(StandardCharsets.UTF_8).length);
  }

  /** What looks the same is the same, however it was typed. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00E9", "e\u0301", "e\u200D\u0301", "e\u034F\u0301"})
  void oneLookHasOneSpelling(String typed) {
    assertEquals("Zo\u00E9", PlayerText.cleanName("Zo" + typed));
  }

  @Test
  void aMarkStandsOnALetterAndNotOnASpace() {
    assertEquals("a b", PlayerText.cleanName("a \u0301b"));
  }

  @Test
  void takenNamesAreNumbered() {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String name = PlayerText.unique("Longest of names", taken::contains);
      assertTrue(taken.add(name));
      assertTrue(name.codePointCount(0, name.length()) <= Limits.MAX_NAME_CODE_POINTS);
      assertEquals(name, PlayerText.cleanName(name), "a number makes no name unclean");
    }
    assertTrue(taken.contains("Longest of nam 2"), taken.toString());
    assertTrue(taken.contains("Longest of n 999"));
  }

  @Test
  void aNumberNeverFollowsTwoSpaces() {
    Set<String> taken = Set.of("Thirteen char s.");
    assertEquals("Thirteen char 2", PlayerText.unique("Thirteen char s.", taken::contains));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void cleanTextIsShortNormalVisibleAndStaysAsItIs(long seed) {
    Rng rng = new Rng(seed);
    int[] nasty = {
      0x202E, 0x200D, 0x301, 0x302, 0x323, 0x3164, 0xFDFA, 0x20, 0xA0, 'e', 'a', 0x1F600, 0x1100,
      0x1161, 0xFF21, 0xE0101, 0xAD, 0x9, 0x338, '<', 0x5D0, 0x110BD
    };
    for (int round = 0; round < 5_000; round++) {
      StringBuilder typed = new StringBuilder();
      for (int i = rng.nextInt(40); i > 0; i--) {
        boolean any = rng.nextBoolean(0.3f);
        typed.appendCodePoint(any ? rng.nextInt(0x110000) : nasty[rng.nextInt(nasty.length)]);
      }
      String name = PlayerText.cleanName(typed.toString());
      String message = "seed " + seed + ": " + escaped(typed.toString());
      assertTrue(name.codePointCount(0, name.length()) <= Limits.MAX_NAME_CODE_POINTS, message);
      assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= Limits.MAX_NAME_BYTES, message);
      assertTrue(Normalizer.isNormalized(name, Normalizer.Form.NFKC), message);
      assertEquals(name.strip(), name, message);
      assertFalse(
          name.codePoints()
              .anyMatch(point ->
                  Character.isISOControl(point)
                      || Character.getType(point) == Character.FORMAT
                      || Character.getType(point) == Character.SURROGATE),
          message);
      assertEquals(name, PlayerText.cleanName(name), message);
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04X".formatted(c)));
    return escaped.toString();
  }

  @Test
  void talkIsCutToItsBytesBetweenCodePoints() {
    String line = PlayerText.cleanTalk("x" + "\uD83D\uDE97".repeat(100));
    assertEquals(1 + 4 * 59, line.getBytes(StandardCharsets.UTF_8).length);
    assertEquals(
        Limits.MAX_CHAT_BYTES,
        PlayerText.cleanTalk("x".repeat(1_000)).getBytes(StandardCharsets.UTF_8).length);
  }

  /** One code point here becomes eighteen. */
  @Test
  void talkThatGrowsAsItIsNormalisedIsCutToo() {
    String line = PlayerText.cleanTalk("\uFDFA".repeat(80));
    assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= Limits.MAX_CHAT_BYTES);
    assertEquals(line.strip(), line);
  }
}
