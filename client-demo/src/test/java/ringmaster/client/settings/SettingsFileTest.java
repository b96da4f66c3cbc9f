package ringmaster.client.settings;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.settings.SettingsFile.Loaded;
import ringmaster.client.window.Key;

final class SettingsFileTest {
  @TempDir private Path directory;

  private Path path() {
    return directory.resolve("settings.json");
  }

  private SettingsFile file() {
    return new SettingsFile(path());
  }

  private Loaded load(String json) throws IOException {
    Files.writeString(path(), json);
    return file().load();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String json(Settings settings) {
    return new Gson().toJson(settings);
  }

  private static void assertDefaults(Settings settings) {
    assertEquals(json(new Settings()), json(settings));
  }

  @Test
  void withoutAFileAllIsAsOnTheFirstDay() throws IOException {
    Loaded loaded = file().load();
    assertDefaults(loaded.settings());
    assertEquals(List.of(), loaded.warnings());
    assertEquals(List.of(), names(), "reading makes nothing");
  }

  @Test
  void onTheFirstDayNoKeyHasTwoActions() {
    List<Key> keys = new Settings().bindings.values().stream().flatMap(List::stream).toList();
    assertEquals(keys.stream().distinct().toList(), keys);
  }

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    Settings settings = new Settings();
    settings.name = "Ada";
    settings.quality = Quality.LOW;
    settings.fullscreen = true;
    settings.mouseSensitivity = 1.25f;
    settings.engineVolumePercent = 0;
    settings.recent.add("192.0.2.7:7777");
    settings.muted.add("Über \"laut\" <b>");
    settings.bindings.put(Action.CHAT, List.of(Key.Y, Key.MOUSE_4));
    settings.bindings.put(Action.NET_GRAPH, List.of());
    SettingsFile file = new SettingsFile(directory.resolve("not/there/yet/settings.json"));
    file.save(settings);
    Loaded loaded = file.load();
    assertEquals(json(settings), json(loaded.settings()));
    assertEquals(List.of(), loaded.warnings());
  }

  @Test
  void savingReplacesTheFileAndLeavesNothingElse() throws IOException {
    Settings settings = new Settings();
    file().save(settings);
    settings.name = "Bob";
    file().save(settings);
    assertEquals(List.of("settings.json"), names());
    assertEquals("Bob", file().load().settings().name);
  }

  @Test
  void aSaveThatFailsLeavesNothingBehind() throws IOException {
    Files.createDirectories(path().resolve("in the way"));
    assertThrows(IOException.class, () -> file().save(new Settings()));
    assertEquals(List.of("settings.json"), names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "nonsense", "{\"a\":1}{", "\"text\"", "{\"a\"}"})
  void aCorruptFileIsSetAsideWithOneSentence(String text) throws IOException {
    Loaded loaded = load(text);
    assertDefaults(loaded.settings());
    assertEquals(1, loaded.warnings().size());
    String sentence = loaded.warnings().getFirst();
    assertTrue(sentence.contains("it is kept as settings.json.corrupt-1"), sentence);
    assertEquals(List.of("settings.json.corrupt-1"), names());
    assertEquals(text, Files.readString(directory.resolve("settings.json.corrupt-1")));
  }

  @Test
  void bytesThatAreNoTextAreCorrupt() throws IOException {
    Files.write(path(), new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
    assertTrue(file().load().warnings().getFirst().contains("is not JSON"));
  }

  @Test
  void whatWasSetAsideIsNeverOverwritten() throws IOException {
    for (int i = 1; i <= SettingsFile.MAX_ASIDE + 2; i++) {
      String sentence = load("corrupt " + i).warnings().getFirst();
      assertEquals(i <= SettingsFile.MAX_ASIDE, sentence.contains("is kept as"), sentence);
    }
    assertEquals(SettingsFile.MAX_ASIDE + 1, names().size());
    assertEquals("corrupt 1", Files.readString(directory.resolve("settings.json.corrupt-1")));
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Loaded loaded = load("{\"name\":\"Ada\"}" + " ".repeat(SettingsFile.MAX_BYTES));
    assertDefaults(loaded.settings());
    assertTrue(loaded.warnings().getFirst().contains("is larger than 1 MiB"));
  }

  @Test
  void aFolderOfThatNameIsLeftAlone() throws IOException {
    Path inside = Files.createDirectories(path()).resolve("mine");
    Files.writeString(inside, "thesis");
    SettingsFile file = file();
    Loaded loaded = file.load();
    assertDefaults(loaded.settings());
    assertTrue(loaded.warnings().getFirst().contains("is not a file"));
    IOException refused = assertThrows(IOException.class, () -> file.save(loaded.settings()));
    assertEquals(path() + " is not a file", refused.getMessage());
    assertEquals("thesis", Files.readString(inside));
  }

  @Test
  void aByteOrderMarkAndCommentsAreNoMatter() throws IOException {
    Loaded loaded = load("\uFEFF{ // mine\n \"name\": \"Ada\" }");
    assertEquals("Ada", loaded.settings().name);
    assertEquals(List.of(), loaded.warnings());
  }

  /** In a row ' stands for a double quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'quality':'BIG' | quality is one of [AUTO, LOWEST, LOW, MEDIUM, HIGH], not 'BIG'; AUTO",
        "'fpsCap':-5 | fpsCap is a whole number from 0 to 1000, not -5; 144",
        "'fpsCap':60.5 | fpsCap is a whole number from 0 to 1000, not 60.5; 144",
        "'fpsCap':1e9999999 | fpsCap is a whole number from 0 to 1000, not 1e9999999; 144",
        "'hudScalePercent':'x' | hudScalePercent is a whole number from 50 to 300, not 'x'; 100",
        "'mouseSensitivity':0 | mouseSensitivity is a number from 0.05 to 50.0, not 0; 2.5",
        "'vsync':'yes' | vsync is true or false, not 'yes'; true",
        "'name':'12345678901234567' | name is a line of at most 16 characters,"
            + " not '12345678901234567'; none",
        "'name':'a\\nb' | name is a line of at most 16 characters, not 'a\\nb'; none",
        "'recent':7 | recent is a list, not 7; an empty one",
        "'bindings':{'BACK':[null]} | null is no key (for BACK); S and Down",
        "'bindings':{'BACK':'W'} | BACK is a list, not 'W'; S and Down",
        "'bindings':{'BOOST':['Foo']} | 'Foo' is no key (for BOOST);"
            + " Left Shift, Space and Pad Left Trigger",
        "'bindings':{'NET_GRAPH':['F3','F99']} | 'F99' is no key (for NET_GRAPH); F3",
      })
  void whatIsWrongHasItsDefaultAndOneSentence(String json, String begins) throws IOException {
    Loaded loaded = load("{" + json.replace('\'', '"') + "}");
    assertDefaults(loaded.settings());
    assertEquals(1, loaded.warnings().size(), loaded.warnings()::toString);
    String sentence = loaded.warnings().getFirst();
    assertTrue(sentence.startsWith("settings: " + begins.replace('\'', '"') + " "), () -> sentence);
    assertTrue(sentence.endsWith(" is used") || sentence.endsWith(" are used"), () -> sentence);
  }

  @Test
  void bindingsOfTheWrongFormAreNamed() throws IOException {
    assertEquals(
        List.of("settings: bindings is an object, not []; the first keys are used"),
        load("{\"bindings\":[]}").warnings());
    assertEquals(
        List.of("settings: \"FLY\" is no action; it is left out"),
        load("{\"bindings\":{\"FLY\":[\"W\"]}}").warnings());
  }

  @Test
  void whatIsWrongSpoilsNothingElse() throws IOException {
    Loaded loaded =
        load(
            """
            {"name": "Ada", "fpsCap": 9999, "vsync": false, "unknown": {"a": [1]},
             "recent": ["a:1", 5, "a:1", "b:2"], "muted": null,
             "bindings": {"FORWARD": ["Foo"], "BACK": ["x"], "MENU": []}}
            """);
    Settings settings = loaded.settings();
    assertAll(
        () -> assertEquals("Ada", settings.name),
        () -> assertEquals(144, settings.fpsCap),
        () -> assertFalse(settings.vsync),
        () -> assertEquals(List.of("a:1", "b:2"), settings.recent),
        () -> assertEquals(List.of(), settings.muted),
        () -> assertEquals(Action.FORWARD.defaults(), settings.bindings.get(Action.FORWARD)),
        () -> assertEquals(List.of(Key.X), settings.bindings.get(Action.BACK)),
        () -> assertEquals(List.of(), settings.bindings.get(Action.MENU)),
        () -> assertEquals(Action.RAIL.defaults(), settings.bindings.get(Action.RAIL)),
        () -> assertEquals(3, loaded.warnings().size(), loaded.warnings()::toString));
    file().save(settings);
    assertFalse(Files.readString(path()).contains("unknown"));
  }

  @Test
  void manyMistakesAreCountedNotRecited() throws IOException {
    Loaded loaded = load("{\"muted\":[" + "7,".repeat(999) + "7]}");
    assertEquals(11, loaded.warnings().size());
    assertEquals("settings: 990 more of this kind", loaded.warnings().getLast());
  }

  @Test
  void aNewerFileIsUsedAndKeptBeforeItIsOverwritten() throws IOException {
    String newer = "{\"version\": 7, \"name\": \"Ada\", \"hologram\": true}";
    Files.writeString(path(), newer);
    SettingsFile file = file();
    Loaded loaded = file.load();
    assertEquals("Ada", loaded.settings().name);
    assertEquals(1, loaded.warnings().size());
    assertTrue(loaded.warnings().getFirst().contains("version 7"), loaded.warnings()::toString);
    file.save(loaded.settings());
    file.save(loaded.settings());
    assertEquals(List.of("settings.json", "settings.json.newer-1"), names());
    assertEquals(newer, Files.readString(directory.resolve("settings.json.newer-1")));
    assertEquals(List.of(), file.load().warnings(), "it is of this version now");
  }

  @Test
  void eachSystemHasItsFolder() {
    Path home = Path.of("/home/ada");
    Map<String, String> none = Map.of();
    assertAll(
        () -> assertFolder("/home/ada/.config/ringmaster", "Linux", none, home),
        () -> assertFolder("/conf/ringmaster", "Linux", Map.of("XDG_CONFIG_HOME", "/conf"), home),
        () ->
            assertFolder(
                "/home/ada/.config/ringmaster", "Linux", Map.of("XDG_CONFIG_HOME", "conf"), home),
        () ->
            assertFolder(
                "/home/ada/Library/Application Support/Ringmaster", "Mac OS X", none, home),
        () -> assertFolder("/roam/Ringmaster", "Windows 11", Map.of("APPDATA", "/roam"), home),
        () -> assertFolder("/home/ada/AppData/Roaming/Ringmaster", "Windows 11", none, home));
  }

  private static void assertFolder(
      String expected, String system, Map<String, String> environment, Path home) {
    assertEquals(Path.of(expected), SettingsFile.folder(system, environment, home));
  }
}
