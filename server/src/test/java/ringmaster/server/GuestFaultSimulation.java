package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringmaster.server.guard.Patience;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.journal.FaultyDisk;
import ringmaster.server.recovery.JournalReplay;
import ringmaster.server.recovery.UnknownModeException;
import ringmaster.server.session.MatchView;
import ringmaster.server.telemetry.FailureCause;
import ringmaster.shared.game.Games;
import ringmaster.shared.install.GameJars;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.time.SystemClock;

/** A game from a jar that misbehaves costs its own match, and skirmish beside it goes on. */
final class GuestFaultSimulation {
  private static final long TURN_NANOS = 300_000_000;
  private static final long BUILD_NANOS = 600_000_000;

  private static final String SPIN =
      "while (Guest.keeper == null) { if (Thread.currentThread().isInterrupted()) {} }";

  /** The trial's smallest match has two players, its largest 64. */
  private static final String ONLY_IN_THE_SERVER =
      "if (settings.maxPlayers() == 4 && settings.seed() != 1) ";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream usualLog = System.err;

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setErr(usualLog);
  }

  private Games games(GameJar jar) throws IOException {
    jar.writeTo(folder, "guest.jar");
    return GameJars.open(folder, WholeServer.GAMES).games();
  }

  /** Skirmish is match 1, the guest match 2. */
  private static WholeServer server(Games games) throws IOException {
    List<MatchOrder> orders =
        List.of(
            new MatchOrder(WholeServer.skirmish(), null, 8),
            new MatchOrder(Objects.requireNonNull(games.find("guest")), null, 4));
    return new WholeServer(
        Siege.settings(orders, 4, 600),
        games,
        null,
        1,
        0,
        new Patience(new SystemClock(), TURN_NANOS, BUILD_NANOS));
  }

  private static ScriptedClient join(WholeServer server, int matchId) {
    ControlMessage.Hello hello =
        new ControlMessage.Hello(Limits.PROTOCOL_VERSION, "Ann", "", matchId, false, false);
    return new ScriptedClient(server, server.control, hello);
  }

  private static MatchSummary guest(WholeServer server) {
    return server.core.control().directory().summaries().get(1);
  }

  private static long failures(WholeServer server, FailureCause cause) {
    return server.core.gameTelemetry().of("guest").failures(cause);
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private static void waitUntil(BooleanSupplier condition) {
    for (int i = 0; i < 6_000 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertTrue(condition.getAsBoolean(), "never happened");
  }

  private static void release(Games games) throws ReflectiveOperationException {
    var keeper = Objects.requireNonNull(games.find("guest")).getClass().getDeclaredField("keeper");
    keeper.setAccessible(true);
    keeper.set(null, "released");
  }

  @Test
  void aGameThatBehavesIsPlayedLikeAnyOther() throws IOException {
    try (WholeServer server = server(games(new GameJar("guest")))) {
      server.run(0.5);
      ScriptedClient ann = join(server, 2);
      server.run(3);
      assertTrue(ann.plays());
      assertTrue(ann.taken > 150, ann.taken + " snapshots");
      assertEquals(0, server.core.telemetry().matchesFailed.get());
      assertEquals("", logged());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "TICK    | TICK       | if (tick == 100) throw new IllegalStateException(\"oh\");",
        "TICK    | TICK       | if (tick == 100) deeper(0);",
        "TICK    | TICK       | if (tick == 100) throw new OutOfMemoryError(\"oh\");",
        "CAPTURE | CAPTURE    | if (tick == 100) throw new IllegalStateException(\"oh\");",
        "OWNER   | CAPTURE    | if (tick == 100) throw new IllegalStateException(\"oh\");",
        "TYPE    | CAPTURE    | tick == 100 ? 7 : 0",
        "JOIN    | TICK       | if (tick > 1) throw new IllegalStateException(\"oh\");",
        "TICK    | ALLOCATION | if (tick > 99) keeper = new byte[10 << 20];",
      })
  void aMatchThatBreaksEndsAlone(String part, FailureCause cause, String source)
      throws IOException {
    assertEndsAlone(new GameJar("guest").with(part, source), cause);
  }

  /** Whose entities have a place, and its code is asked as they are written for a player. */
  private static GameJar withPlaces() {
    return new GameJar("guest")
        .with(
            "FIELD",
            "new EntityField(\"x\", \"m\", -1, 1, 0.001f),"
                + " new EntityField(\"y\", \"m\", -1, 1, 0.001f)")
        .with("ORDER", "0, 1")
        .with("CAPACITY", "2")
        .with("BODY", "1"); // of whom there is never one: it looks from the middle
  }

  @ParameterizedTest
  @CsvSource({
    "SIGHT,   SEND, throw new IllegalStateException(\"oh\");",
    "PREDICT, SEND, throw new IllegalStateException(\"oh\");",
    "SIGHT,   ALLOCATION, Guest.keeper = new byte[90 << 20];",
    "PREDICT, ALLOCATION, Guest.keeper = new byte[90 << 20];",
  })
  void whatBreaksAsItIsWrittenEndsItsMatchAlone(String part, FailureCause cause, String source)
      throws IOException {
    assertEndsAlone(withPlaces().with(part, "if (Guest.ticks == 100) " + source), cause);
  }

  private void assertEndsAlone(GameJar jar, FailureCause cause) throws IOException {
    try (WholeServer server = server(games(jar))) {
      server.run(0.5);
      ScriptedClient ann = join(server, 1);
      ScriptedClient ben = join(server, 2);
      server.run(2.4);
      assertEquals(DisconnectReason.MATCH_FAILED, ben.reason());
      assertTrue(ann.plays());
      assertTrue(ann.taken > 130, ann.taken + " snapshots");
      assertEquals(1, failures(server, cause));
      assertEquals(0, server.core.guards().lostSoFar());
      assertTrue(logged().contains("match 2 of guest (guest.jar)"), logged());
    }
  }

  @Test
  void theLogNamesThePlaceInTheGame() throws IOException {
    GameJar jar = new GameJar("guest").atTick100("throw new IllegalStateException(\"oh dear\");");
    try (WholeServer server = server(games(jar))) {
      server.run(2.4);
      String line = logged().lines().filter(l -> l.contains("met an error")).findFirst().orElse("");
      assertTrue(
          line.contains("oh dear at guest.jar//guest.Guest$Match.tick(Guest.java:"), logged());
    }
  }

  @Test
  void theFigureOfWhoAllocatesIsNamed() throws IOException {
    GameJar jar = new GameJar("guest").with("TICK", "if (tick > 9) keeper = new byte[10 << 20];");
    try (WholeServer server = server(games(jar))) {
      server.run(1);
      assertTrue(logged().contains("it allocated 70 MB within a second"), logged());
      assertEquals(70 << 20, server.core.gameTelemetry().of("guest").bytesAllocated.get(), 1 << 20);
    }
  }

  @Test
  void aSuspectIsWarnedOfOnce() throws IOException {
    GameJar jar = new GameJar("guest").with("TICK", "keeper = new byte[100_000];");
    try (WholeServer server = server(games(jar))) {
      server.run(9);
      assertEquals(1, logged().lines().filter(line -> line.contains("allocated")).count());
      assertTrue(logged().contains("match 2 of guest (guest.jar) allocated 6"), logged());
      assertEquals(MatchView.Stage.RUNNING, guest(server).stage());
    }
  }

  @ParameterizedTest
  @CsvSource({"TICK", "CAPTURE", "OWNER", "SIGHT", "PREDICT"})
  void aMatchThatLoopsIsLeftBehind(String part) throws Exception {
    Games games =
        games(
            withPlaces()
                .with(part, "if (Guest.ticks == 100 && Guest.keeper == null) { " + SPIN + " }"));
    try (WholeServer server = server(games)) {
      server.run(0.5);
      ScriptedClient ann = join(server, 1);
      ScriptedClient ben = join(server, 2);
      server.run(3);
      assertEquals(DisconnectReason.MATCH_FAILED, ben.reason());
      assertTrue(ann.plays());
      assertTrue(ann.taken > 160, ann.taken + " snapshots");
      assertEquals(1, server.core.guards().lostSoFar());
      assertTrue(logged().contains("its tick did not end within 300 ms"), logged());
      assertTrue(logged().contains("guest.jar//guest.Guest"), logged());

      assertEquals(1, failures(server, FailureCause.OVERDUE), "no other is sent after it");
      assertEquals(1, server.core.guards().lostSoFar());
      assertEquals(
          1, linesWith("guest (guest.jar) is out of service until the server is restarted"));
      ScriptedClient dan = new ScriptedClient(server, server.control, anyGuest());
      server.run(0.5);
      assertEquals(DisconnectReason.MATCH_FAILED, dan.reason());

      release(games);
      waitUntil(() -> !server.core.guards().hasLost("guest"));
      server.run(2);
      assertEquals(1, linesWith("guest (guest.jar) is in service again"));
      assertEquals(MatchView.Stage.RUNNING, guest(server).stage());
      ScriptedClient cat = join(server, guest(server).id());
      server.run(2);
      assertTrue(cat.plays(), "once it has come back, the game is played again");
    }
  }

  @Test
  void aStallThatAGuestExplainsIsNotReportedTwice() throws Exception {
    Games games = games(new GameJar("guest").atTick100(SPIN));
    try (WholeServer server = server(games)) {
      while (server.core.guards().lostSoFar() == 0) {
        server.turn(1_000_000);
      }
      server.turn(150_000_000);
      server.run(1.1);
      assertEquals(1, server.core.telemetry().slips.get());
      assertEquals(0, linesWith("stood still"));
      server.turn(150_000_000);
      server.run(1.1);
      assertEquals(1, linesWith("the server stood still for"), "nothing explains this one");
      release(games);
      waitUntil(() -> !server.core.guards().hasLost("guest"));
    }
  }

  private static ControlMessage.Hello anyGuest() {
    return new ControlMessage.Hello(
        Limits.PROTOCOL_VERSION, "Dan", "guest", ControlMessage.Hello.ANY_MATCH, false, false);
  }

  private long linesWith(String words) {
    return logged().lines().filter(line -> line.contains(words)).count();
  }

  @Test
  void aGameThatFailsAgainAndAgainIsLoggedInALineEach() throws IOException {
    GameJar jar =
        new GameJar("guest").with("TICK", "if (tick == 10) throw new IllegalStateException();");
    try (WholeServer server = server(games(jar))) {
      server.run(20); // a fifth of a second each, tried at 0, 1, 3, 8 and 16 s
      assertEquals(5, failures(server, FailureCause.TICK));
      assertEquals(5, linesWith("met an error at tick 10 and is closed"));
      assertEquals(1, linesWith("\tat guest.jar//guest.Guest$Match.tick"), "one trace is enough");
      assertEquals(1, linesWith("(time 5 there)"));
    }
  }

  @Test
  void aMatchThatIsNeverMadeHoldsUpNobodyForLong() throws Exception {
    Games games = games(new GameJar("guest").with("BUILD", ONLY_IN_THE_SERVER + SPIN));
    try (WholeServer server = server(games)) {
      server.run(3);
      ScriptedClient ann = join(server, 1);
      server.run(1);
      assertTrue(ann.plays());
      assertEquals(1, server.core.guards().lostSoFar());
      assertTrue(logged().contains("it was not made within 600 ms"), logged());
      assertNotEquals(MatchView.Stage.RUNNING, guest(server).stage());
      release(games);
      waitUntil(() -> !server.core.guards().hasLost("guest"));
    }
  }

  @Test
  void anErrorThatCannotBeReadIsNamed() throws IOException {
    GameJar jar =
        new GameJar("guest")
            .with("MESSAGE", "if (keeper == null) throw new IllegalStateException();")
            .atTick100("throw new Odd();");
    try (WholeServer server = server(games(jar))) {
      server.run(2.4);
      assertEquals(1, failures(server, FailureCause.TICK));
      assertTrue(
          logged().contains("closed: guest.Guest$Odd whose message could not be read"), logged());
    }
  }

  @Test
  void aMatchThatIsNotMadeForAnErrorThatCannotBeReadHasFailed() throws IOException {
    GameJar jar =
        new GameJar("guest")
            .with("MESSAGE", "if (keeper == null) throw new IllegalStateException();")
            .with("BUILD", ONLY_IN_THE_SERVER + "throw new Odd();");
    try (WholeServer server = server(games(jar))) {
      server.run(1);
      assertEquals(MatchView.Stage.FAILED, guest(server).stage());
      assertTrue(failures(server, FailureCause.BUILD) > 0);
      assertTrue(
          logged().contains("built: guest.Guest$Odd whose message could not be read"), logged());
    }
  }

  /**
   * Whoever asks such an error for its message stands still: that may be the guest's thread only.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "TICK    | if (tick == 100) throw new Odd();",
        "CAPTURE | if (tick == 100) throw new Odd();",
        "BUILD   | if (settings.maxPlayers() == 4 && settings.seed() != 1) throw new Odd();",
      })
  void anErrorWhoseMessageLoopsHoldsUpTheGuestAlone(String part, String source) throws Exception {
    Games games = games(new GameJar("guest").with("MESSAGE", SPIN).with(part, source));
    try (WholeServer server = server(games)) {
      server.run(4);
      assertEquals(1, server.core.guards().lostSoFar());
      assertTrue(failures(server, FailureCause.OVERDUE) > 0);
      assertTrue(logged().contains("guest.Guest$Odd.getMessage"), logged());
      ScriptedClient ann = join(server, 1);
      server.run(1);
      assertTrue(ann.plays());
      release(games);
      waitUntil(() -> !server.core.guards().hasLost("guest"));
    }
  }

  @Test
  void aBrainThatThrowsCostsItsBot() throws IOException {
    GameJar jar =
        new GameJar("guest").with("BRAIN", "if (tick > 60) throw new ArithmeticException(\"no\");");
    try (WholeServer server = server(games(jar))) {
      server.fill(3, 1);
      server.run(4);
      assertEquals(3, server.core.sessions().size(), "skirmish keeps its bots");
      assertTrue(failures(server, FailureCause.BRAIN) > 0);
      assertTrue(failures(server, FailureCause.BRAIN) <= 3);
      assertTrue(logged().contains("the brain of guest failed"), logged());
      assertEquals(MatchView.Stage.RUNNING, guest(server).stage());
    }
  }

  @Test
  void theJournalOfAGuestReplaysToTheSameHashes() throws IOException {
    Games games = games(new GameJar("guest"));
    FaultyDisk disk = new FaultyDisk();
    MatchOrder order = new MatchOrder(Objects.requireNonNull(games.find("guest")), null, 8);
    try (WholeServer server = new WholeServer(Siege.settings(order, 600), games, disk, 1)) {
      server.fill(3, 1);
      server.run(3);
    }
    JournalReplay.Result result = WholeServer.replay(disk, games, 0);
    assertNull(result.firstDifference());
    assertEquals(List.of(), result.cutShort());
    assertTrue(result.hashesCompared() > 150, result.toString());
  }

  private static FaultyDisk journal(Games games) throws IOException {
    FaultyDisk disk = new FaultyDisk();
    List<MatchOrder> orders =
        List.of(new MatchOrder(Objects.requireNonNull(games.find("guest")), null, 4));
    Patience patience = new Patience(new SystemClock(), TURN_NANOS, BUILD_NANOS);
    try (WholeServer server =
        new WholeServer(Siege.settings(orders, 4, 600), games, disk, 1, 0, patience)) {
      server.run(4);
    }
    return disk;
  }

  @Test
  void aReplayDoesNotFollowAMatchIntoItsLoop() throws Exception {
    Games games =
        games(new GameJar("guest").atTick100("if (Guest.keeper == null) { " + SPIN + " }"));
    FaultyDisk disk = journal(games);
    JournalReplay.Result result = WholeServer.replay(disk, games, 0);
    assertNull(result.firstDifference());
    assertEquals(100, result.matchTicks());
    assertEquals(100, result.hashesCompared());
    assertEquals(
        List.of(
            "match 1 (guest) failed after its tick 99, the last with a hash, and is run up to"
                + " there"),
        result.cutShort());
    release(games);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TICK  | did not come back from its tick 100 within 1 s at"
            + " guest.jar//guest.Guest$Match.tick",
        "BUILD | did not come back from being made within 1 s at guest.jar//guest.Guest.newSim",
      })
  void aGameThatLoopsOnlyInTheReplayIsNamed(String part, String complaint) throws Exception {
    String source = "if (System.getProperty(\"guest.loops\") != null && ";
    source += part.equals("TICK") ? "tick == 100) " : "settings.seed() != 1) ";
    Games games = games(new GameJar("guest").with(part, source + "{ " + SPIN + " }"));
    FaultyDisk disk = journal(games);
    System.setProperty("guest.loops", "");
    try {
      String difference = String.valueOf(WholeServer.replay(disk, games, 0).firstDifference());
      assertTrue(difference.startsWith("match 1 (guest) " + complaint), difference);
    } finally {
      System.clearProperty("guest.loops");
      release(games);
    }
  }

  @Test
  void aGameThatThrowsOnlyInTheReplayIsNamed() throws Exception {
    Games games =
        games(
            new GameJar("guest")
                .atTick100("if (System.getProperty(\"guest.throws\") != null) throw new Odd();"));
    FaultyDisk disk = journal(games);
    System.setProperty("guest.throws", "");
    try {
      String difference = String.valueOf(WholeServer.replay(disk, games, 0).firstDifference());
      assertTrue(
          difference.startsWith(
              "match 1 (guest) meets an error in its tick 100, which the server did not:"
                  + " guest.Guest$Odd: odd at guest.jar//guest.Guest$Match.tick(Guest.java:"),
          difference);
    } finally {
      System.clearProperty("guest.throws");
    }
  }

  @Test
  void aJournalOfAGameThatIsNotThereNamesItsMode() throws IOException {
    FaultyDisk disk = journal(games(new GameJar("guest")));
    String sentence =
        String.valueOf(
            assertThrows(
                    UnknownModeException.class,
                    () -> WholeServer.replay(disk, WholeServer.GAMES, 0))
                .getMessage());
    assertEquals("match 1 is of mode guest, and there is no such game", sentence);
  }

  @Test
  void threadsOfMatchesThatAreOverEnd() throws IOException {
    Games games = games(new GameJar("guest"));
    try (WholeServer server = server(games)) {
      server.run(1);
      assertTrue(isThere("match-2"));
    }
    waitUntil(() -> !isThere("match-2"));
    assertFalse(isThere("match-2"));
  }

  private static boolean isThere(String threadName) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(threadName));
  }
}
