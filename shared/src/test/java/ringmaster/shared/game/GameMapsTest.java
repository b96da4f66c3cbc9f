package ringmaster.shared.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.shared.arena.Skirmish;

final class GameMapsTest {
  private static final Game GAME = new Skirmish();

  private static final String GOOD =
      """
      {"version": 1, "sizeMeters": 32,
       "walls": [[[-16, -16], [16, -1.6e1], [16, 16]]],
       "spawns": [{"x": 1, "y": -2, "angle": 0.5, "team": 1}],
       "goals": [{"x0": 1, "y0": 2, "x1": 3, "y1": 4, "team": 2}],
       "props": [{"kind": "crate", "x": 5, "y": 6, "angle": 0}]}
      """;

  private final GameMaps maps = new GameMaps();

  private static GameMap read(String json) {
    return new GameMapReader("maps/a.json").read("a", json.getBytes(StandardCharsets.UTF_8));
  }

  private static String complaint(String json) {
    return String.valueOf(assertThrows(MapFormatException.class, () -> read(json)).getMessage());
  }

  @Test
  void everyPartOfAMapIsRead() {
    GameMap map = read(GOOD);
    assertEquals("a", map.name());
    assertEquals(32, map.sizeMeters());
    assertEquals(
        List.of(new GameMap.Polyline(List.of(-16f, -16f, 16f, -16f, 16f, 16f))), map.walls());
    assertEquals(List.of(new GameMap.Spawn(1, -2, 0.5f, 1)), map.spawns());
    assertEquals(List.of(new GameMap.Goal(1, 2, 3, 4, 2)), map.goals());
    assertEquals(List.of(new GameMap.Prop("crate", 5, 6, 0)), map.props());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yard", "quarry", "citadel"})
  void theHashIsThatOfTheFilesBytes(String name) throws IOException, NoSuchAlgorithmException {
    try (InputStream in =
        GameMaps.class.getClassLoader().getResourceAsStream("maps/" + name + ".json")) {
      assertTrue(in != null);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      assertEquals(HexFormat.of().formatHex(digest), maps.load(GAME, name).sha256());
    }
  }

  @Test
  void aMapIsReadOnce() {
    assertSame(maps.load(GAME, "yard"), maps.load(GAME, "yard"));
  }

  @Test
  void aMissingMapIsNamed() {
    MapFormatException thrown =
        assertThrows(MapFormatException.class, () -> maps.load(GAME, "nowhere"));
    assertEquals("there is no maps/nowhere.json on the class path", thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Yard", "../yard", "a.b", "a/b", "abcdefghijklmnopqrstuvwxyz0123456"})
  void aNameThatIsNoneIsRefused(String name) {
    assertFalse(GameMaps.isName(name));
    assertThrows(MapFormatException.class, () -> maps.load(GAME, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1 | \"version\": 2 | version must be 1",
        "\"version\": 1, | '' | version is missing",
        "\"version\": 1 | \"version\": \"1\" | version must be a finite number",
        "32 | 8 | sizeMeters must be 16.0 to 512.0",
        "32 | 1e99 | sizeMeters must be a finite number",
        "[[-16, -16], [16, -1.6e1], [16, 16]] | [[1, 2]] | walls[0] needs at least 2 points",
        "[16, 16] | [16, 17] | walls[0][2][1] lies outside the map of 32.0 m",
        "[16, 16] | [16] | walls[0][2] must be two numbers",
        "[16, 16] | [16, true] | walls[0][2][1] must be a finite number",
        "[16, 16] | [16, -16] | walls[0][2] repeats the point before it",
        "[16, 16] | 16 | walls[0][2] must be an array",
        "\"y\": -2 | \"y\": -17 | spawns[0].y lies outside the map of 32.0 m",
        "\"y\": -2 | \"z\": -2 | spawns[0] has an unknown field \"z\"",
        "\"y\": -2, | '' | spawns[0].y is missing",
        "\"team\": 1 | \"team\": 3 | spawns[0].team must be a whole number from 0 to 2",
        "\"team\": 2 | \"team\": 0.5 | goals[0].team must be a whole number from 0 to 2",
        "\"x1\": 3 | \"x1\": 33 | goals[0].x1 lies outside the map of 32.0 m",
        "\"crate\" | \"Big House\" | props[0].kind must be 1 to 32 of the characters a-z, 0-9 and"
            + " -",
        "\"crate\" | 7 | props[0].kind must be 1 to 32 of the characters a-z, 0-9 and -",
        "\"goals\" | \"gaols\" | the file has an unknown field \"gaols\"",
      })
  void aWrongFieldIsNamed(String good, String bad, String message) {
    assertTrue(GOOD.contains(good));
    assertEquals("maps/a.json: " + message, complaint(GOOD.replace(good, bad)));
  }

  @Test
  void aMapNeedsASpawn() {
    String json = GOOD.replaceAll("\"spawns\": \\[.*\\]", "\"spawns\": []");
    assertEquals("maps/a.json: spawns must not be empty", complaint(json));
  }

  @Test
  void tooManyPropsAreRefused() {
    String prop = "{\"kind\": \"crate\", \"x\": 5, \"y\": 6, \"angle\": 0}";
    String json = GOOD.replace(prop, (prop + ",").repeat(512) + prop);
    assertEquals("maps/a.json: props are more than 512", complaint(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{'version': 1}", "{\"version\": NaN}", "{\"a\": 1 /* b */}"})
  void whatIsNoStrictJsonIsRefusedNamingThePlace(String json) {
    String sentence = complaint("\n\n" + json);
    assertTrue(
        sentence.startsWith("maps/a.json: the file is not strict JSON at line 3 "), sentence);
  }

  @Test
  void whatFollowsTheMapIsRefused() {
    assertTrue(complaint(GOOD + "{}").startsWith("maps/a.json: the file "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null"})
  void whatIsNoObjectIsRefused(String json) {
    assertEquals("maps/a.json: the file must be an object", complaint(json));
  }

  @Test
  void whatIsNoTextIsRefused() {
    MapFormatException thrown =
        assertThrows(
            MapFormatException.class,
            () -> new GameMapReader("maps/a.json").read("a", new byte[] {(byte) 0xFF}));
    assertEquals("maps/a.json: the file is not UTF-8", thrown.getMessage());
  }

  @Test
  void aFileTooLargeIsRefusedUnread() {
    String json = " ".repeat(GameMapReader.MAX_FILE_BYTES + 1);
    assertEquals("maps/a.json: the file is larger than 1048576 bytes", complaint(json));
  }
}
