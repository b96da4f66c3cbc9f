package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.shared.game.EntitySchema;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.GameMap;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.install.GameJarException;
import ringmaster.shared.install.GameJars;
import ringmaster.shared.install.GuestGame;
import ringmaster.shared.install.GuestGames;
import ringmaster.shared.snapshot.CodecTrainer;
import ringmaster.shared.time.TickRate;

/** Jars as strangers make them: what can be used is, and what cannot is named in one sentence. */
final class GameJarsTest {
  /** Waits to be left behind, and ends when it is. */
  private static final String LOOP = "while (!Thread.currentThread().isInterrupted()) {}";

  private static final String GENERAL = "Its snapshots are coded by the general model.";

  private static final int VERSION_OFFSET = 7; // of a class file's major version, low byte

  @TempDir private Path folder;

  private GuestGames open() {
    return GameJars.open(folder, WholeServer.GAMES);
  }

  private String complaint() {
    String sentence = String.valueOf(assertThrows(GameJarException.class, this::open).getMessage());
    assertEquals(1, sentence.lines().count(), sentence);
    return sentence;
  }

  private void assertComplains(String... words) {
    String sentence = complaint();
    for (String word : words) {
      assertTrue(sentence.contains(word), sentence);
    }
  }

  @Test
  void withoutAFolderThereAreTheGamesOfTheClassPath() {
    GuestGames opened = GameJars.open(null, WholeServer.GAMES);
    assertEquals(List.of(), opened.guests());
    assertEquals(WholeServer.GAMES.modes(), opened.games().modes());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("nowhere");
    String sentence =
        String.valueOf(
            assertThrows(GameJarException.class, () -> GameJars.open(missing, WholeServer.GAMES))
                .getMessage());
    assertTrue(sentence.contains("nowhere"), sentence);
  }

  @Test
  void aFileInPlaceOfAFolderIsRefused() throws IOException {
    Path jar = new GameJar("tag").writeTo(folder, "tag.jar");
    String sentence =
        String.valueOf(
            assertThrows(GameJarException.class, () -> GameJars.open(jar, WholeServer.GAMES))
                .getMessage());
    assertEquals(jar + " is a file, and must be a folder of game jars", sentence);
  }

  @Test
  void aFolderWithoutJarsIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "no jar");
    assertEquals("there is no game jar in " + folder, complaint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "guest Guest                  | \"guest Guest\" is no name of a class",
        "guest.Nobody                 | there is no class guest.Nobody",
        "guest.Guest$Match            | guest.Guest$Match is no class that implements Game",
        "java.lang.String             | java.lang.String is no class of this jar",
        "ringmaster.shared.arena.Scrum | ringmaster.shared.arena.Scrum is no class of this jar",
      })
  void aWrongLineOfTheServiceFileIsNamed(String line, String complaint) throws IOException {
    String file = "# the games\n\nguest.Guest # this one works\n" + line + "\n";
    new GameJar("tag").file(GameJar.SERVICE, file).writeTo(folder, "tag.jar");
    assertEquals("tag.jar: " + GameJar.SERVICE + ", line 4: " + complaint, complaint());
  }

  @Test
  void aServiceFileWithoutALineIsRefused() throws IOException {
    new GameJar("tag").file(GameJar.SERVICE, "# guest.Guest\n").writeTo(folder, "tag.jar");
    assertEquals("tag.jar: " + GameJar.SERVICE + " names no class", complaint());
  }

  @Test
  void aGameThatNobodyElseCanMakeIsRefused() throws IOException {
    new GameJar("tag").with("PUBLIC", "private").writeTo(folder, "tag.jar");
    assertComplains(
        "tag.jar", "line 1", "guest.Guest must be public, with a public constructor without");
  }

  @Test
  void gamesOfJarsStandBesideTheOthersInTheOrderOfTheirFiles() throws IOException {
    new GameJar("zebra").writeTo(folder, "a.jar");
    new GameJar("ant").writeTo(folder, "b.jar");
    Files.writeString(folder.resolve("notes.txt"), "no jar");
    GuestGames opened = open();
    assertEquals(
        List.of(
            "Game zebra, version 3, from a.jar (1.4.2). " + GENERAL,
            "Game ant, version 3, from b.jar (1.4.2). " + GENERAL),
        opened.guests().stream().map(GuestGame::describe).toList());
    assertEquals("b.jar", opened.games().jar("ant"));
    assertNull(opened.games().jar("skirmish"));
    assertNotNull(opened.games().find("skirmish"));
  }

  @Test
  void aJarMayBringTheModelOfItsSnapshots() throws IOException {
    new GameJar("ant").writeTo(folder, "ant.jar");
    Game game = open().guests().getFirst().game();
    MatchSettings settings = new MatchSettings("ant", "pit", 2, new TickRate(60), 60, 1);
    EntitySchema schema = game.schema(settings, new GameMaps().load(game, "pit"));
    byte[] model = CodecTrainer.specific(schema).model();
    Files.delete(folder.resolve("ant.jar"));
    new GameJar("bee").file(CodecTrainer.path("bee"), model).writeTo(folder, "bee.jar");
    new GameJar("cow")
        .with("FIELD", "EntityField.count(\"ticks\", 0, 4095)")
        .file(CodecTrainer.path("cow"), model)
        .writeTo(folder, "cow.jar");
    assertEquals(
        List.of(
            "Game bee, version 3, from bee.jar (1.4.2).",
            "Game cow, version 3, from cow.jar (1.4.2). " + GENERAL),
        open().guests().stream().map(GuestGame::describe).toList(),
        "a model of another schema is none");
  }

  @Test
  void twoJarsShareNoClasses() throws IOException {
    new GameJar("one").writeTo(folder, "one.jar");
    new GameJar("two").writeTo(folder, "two.jar");
    GuestGames opened = open();
    Game one = opened.guests().get(0).game();
    Game two = opened.guests().get(1).game();
    assertEquals(one.getClass().getName(), two.getClass().getName());
    assertNotSame(one.getClass(), two.getClass());
  }

  @Test
  void aJarsOwnMapIsItsOwnWhateverItIsCalled() throws IOException {
    GameJar jar = new GameJar("tiny").with("MAPS", "\"yard\"");
    jar.file(
            "maps/yard.json",
            """
            {"version": 1, "sizeMeters": 16,
             "walls": [[[-8, -8], [8, -8], [8, 8], [-8, 8], [-8, -8]]],
             "spawns": [{"x": 0, "y": 0, "angle": 0, "team": 0}], "goals": [], "props": []}
            """)
        .writeTo(folder, "tiny.jar");
    Game game = Objects.requireNonNull(open().games().find("tiny"));
    GameMap map = new GameMaps().load(game, "yard");
    assertEquals(16, map.sizeMeters());
  }

  @Test
  void twoGamesOfOneModeAreRefusedNamingBothJars() throws IOException {
    new GameJar("tag").writeTo(folder, "a.jar");
    new GameJar("tag").writeTo(folder, "b.jar");
    assertEquals("two games of mode tag: a.jar and b.jar", complaint());
  }

  @Test
  void aGameOfABuiltInModeIsRefused() throws IOException {
    new GameJar("skirmish").writeTo(folder, "mine.jar");
    assertComplains("mine.jar", "Skirmish", "mode skirmish");
  }

  @Test
  void aJarWithoutAGameIsRefused() throws IOException {
    new GameJar("tag").without(GameJar.SERVICE).writeTo(folder, "tag.jar");
    assertComplains("tag.jar", GameJar.SERVICE);
  }

  @Test
  void whatIsNoJarIsRefused() throws IOException {
    Files.write(folder.resolve("broken.jar"), new byte[] {'P', 'K', 3, 4, 0, 0, 9});
    assertComplains("broken.jar", "cannot be read");
  }

  @Test
  void aTornJarIsRefused() throws IOException {
    Path jar = new GameJar("tag").writeTo(folder, "torn.jar");
    byte[] bytes = Files.readAllBytes(jar);
    Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
    assertComplains("torn.jar", "cannot be read");
  }

  @Test
  void aMissingClassIsNamed() throws IOException {
    new GameJar("tag").file(GameJar.SERVICE, "guest.Nobody\n").writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "guest.Nobody");
  }

  @Test
  void aClassMissingInTheTickIsNamed() throws IOException {
    new GameJar("tag")
        .writeTo(
            folder,
            "tag.jar",
            (name, bytes) -> name.endsWith("Guest$Match.class") ? new byte[0] : bytes);
    assertComplains("tag.jar", "guest.Guest$Match", "Guest.java");
  }

  @Test
  void aClassOfALaterJavaIsNamed() throws IOException {
    new GameJar("tag")
        .writeTo(
            folder,
            "tag.jar",
            (name, bytes) -> {
              bytes[VERSION_OFFSET]++;
              return bytes;
            });
    assertComplains("tag.jar", "UnsupportedClassVersionError");
  }

  @Test
  void aConstructorThatThrowsIsShownWithItsPlace() throws IOException {
    new GameJar("tag")
        .with("MAKE", "if (keeper == null) throw new IllegalStateException(\"no keeper\");")
        .writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "no keeper", "tag.jar//guest.Guest.<init>(Guest.java:");
  }

  @Test
  void aModeThatIsNoNameIsRefused() throws IOException {
    new GameJar("Free For All").writeTo(folder, "ffa.jar");
    assertComplains("ffa.jar", "\"Free For All\"", "a-z");
  }

  @Test
  void aGameWithoutMapsIsRefused() throws IOException {
    new GameJar("tag").with("MAPS", "").writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "no maps");
  }

  @Test
  void aMissingMapIsNamed() throws IOException {
    new GameJar("tag").without("maps/pit.json").writeTo(folder, "tag.jar");
    assertEquals("tag.jar: there is no maps/pit.json in tag.jar", complaint());
  }

  @Test
  void aMapThatIsNoJsonIsNamedWithItsPlace() throws IOException {
    new GameJar("tag")
        .file("maps/pit.json", "{\"version\": 1,\n \"sizeMeters\": 32,,\n}")
        .writeTo(folder, "tag.jar");
    assertEquals(
        "tag.jar: maps/pit.json: the file is not strict JSON at line 2 column 20", complaint());
  }

  @Test
  void aBrokenMapIsNamedWithItsField() throws IOException {
    new GameJar("tag")
        .file("maps/pit.json", "{\"version\": 1, \"sizeMeters\": -3}")
        .writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "maps/pit.json", "sizeMeters");
  }

  @Test
  void aFieldThatCannotBeIsNamedWithItsPlace() throws IOException {
    new GameJar("tag")
        .with("FIELD", "new EntityField(\"ticks\", \"\", 0, 100, 0)")
        .writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "field ticks", "steps of 0", "Guest.java");
  }

  @Test
  void aCapacityThatCannotBeIsRefused() throws IOException {
    new GameJar("tag").with("CAPACITY", "2000").writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "schema of tag", "2000");
  }

  @Test
  void twoFieldsOfOneNameAreRefused() throws IOException {
    new GameJar("tag")
        .with("FIELD", "EntityField.count(\"x\", 0, 1023), EntityField.count(\"x\", 0, 1)")
        .writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "type counter", "called x");
  }

  @Test
  void aFirstFrameThatDoesNotFitIsRefused() throws IOException {
    new GameJar("tag").with("TYPE", "7").writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "entity type 7");
  }

  @Test
  void aFrameThatIsLeftIsRefused() throws IOException {
    new GameJar("tag").with("CAPTURE", "frame.put(1, 0, 0);").writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "ArrayIndexOutOfBounds", "Guest.java");
  }

  @ParameterizedTest
  @CsvSource({
    "MAKE, tag.jar//guest.Guest.<init>(Guest.java:",
    "BUILD, tag.jar//guest.Guest.newSimulation(Guest.java:",
    "TICK, tag.jar//guest.Guest$Match.tick(Guest.java:"
  })
  void aGameThatDoesNotComeBackIsRefusedNamingThePlace(String part, String place)
      throws IOException {
    String source = part.equals("MAKE") ? "if (keeper == null) " + LOOP : LOOP;
    new GameJar("tag").with(part, source).writeTo(folder, "tag.jar");
    String sentence =
        String.valueOf(
            assertThrows(GameJarException.class, () -> GameJars.open(folder, WholeServer.GAMES, 1))
                .getMessage());
    assertTrue(
        sentence.startsWith("tag.jar: its game did not come back from its trial within 1 s at "),
        sentence);
    assertTrue(sentence.contains(place), sentence);
  }

  @Test
  void anErrorThatCannotBeReadIsNamed() throws IOException {
    new GameJar("tag")
        .with("MESSAGE", "if (keeper == null) throw new IllegalStateException();")
        .with("TICK", "if (keeper == null) throw new Odd();")
        .writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "guest.Guest$Odd whose message could not be read");
  }

  @Test
  void aTickWithoutEndOfStackIsRefused() throws IOException {
    new GameJar("tag").with("TICK", "deeper(0);").writeTo(folder, "tag.jar");
    assertComplains("tag.jar", "StackOverflowError", "deeper");
  }
}
