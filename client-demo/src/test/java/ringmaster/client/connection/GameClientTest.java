package ringmaster.client.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringmaster.client.connection.GameClient.State;
import ringmaster.shared.arena.Skirmish;
import ringmaster.shared.game.MatchSettings;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.ControlMessage.Goodbye;
import ringmaster.shared.protocol.ControlMessage.Hello;
import ringmaster.shared.protocol.ControlMessage.Join;
import ringmaster.shared.protocol.ControlMessage.KeepAlive;
import ringmaster.shared.protocol.ControlMessage.Leave;
import ringmaster.shared.protocol.ControlMessage.NextMatch;
import ringmaster.shared.protocol.ControlMessage.Refused;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;
import ringmaster.shared.snapshot.SnapshotHeader;
import ringmaster.shared.wire.BitReader;

/** The client's states, and every way out of them. */
final class GameClientTest {
  private static final NetworkProfile PERFECT = NetworkProfile.NONE;

  @Test
  void joiningGoesHelloOfferJoinWelcome() {
    Rig rig = Rig.joined(PERFECT, true);
    assertEquals(State.PLAYING, rig.state());
    assertInstanceOf(Hello.class, rig.server.heard.get(0));
    assertInstanceOf(Join.class, rig.server.heard.get(1));
    assertEquals("bot-1", rig.client.name());
    assertEquals(FakeServer.SEAT, rig.play().seat());
    assertEquals(1, rig.matchesStarted);
  }

  @Test
  void playingTakesASnapshotAndSendsADatagramEachTick() {
    Rig rig = Rig.joined(PERFECT, true);
    ClientCounters counters = rig.client.counters();
    rig.run(1);
    long snapshotsBefore = counters.snapshotsReceived;
    long datagramsBefore = counters.datagramsSent;
    long commandsBefore = counters.commandsIssued;
    rig.run(10);
    assertEquals(600, counters.snapshotsReceived - snapshotsBefore);
    assertEquals(600, counters.datagramsSent - datagramsBefore);
    assertEquals(600, counters.commandsIssued - commandsBefore);
    assertEquals(rig.server.tick() - 1, rig.play().newestSnapshotTick());
    assertEquals(0, counters.hashMismatches + counters.stateMismatches);
  }

  @ParameterizedTest
  @EnumSource(DisconnectReason.class)
  void aRefusalEndsItWithTheServersWords(DisconnectReason reason) {
    Rig rig = new Rig(PERFECT, false);
    rig.server.refusal = new Refused(reason, "not today");
    rig.run(1);
    assertClosed(rig, reason, "not today");
    assertEquals(1, rig.server.connections);
  }

  @Test
  void theServersWordsAreCleanedBeforeAPersonReadsThem() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.refusal = new Refused(DisconnectReason.SERVER_FULL, "\u001B[2Jno\u202E\nroom");
    rig.run(1);
    assertEquals("[2Jno room", rig.client.closeSentence());
    Rig mute = new Rig(PERFECT, false);
    mute.server.refusal = new Refused(DisconnectReason.SERVER_FULL, "\u200B\n");
    mute.run(1);
    assertEquals(DisconnectReason.SERVER_FULL.sentence(), mute.client.closeSentence());
    Rig quoting = new Rig(PERFECT, false);
    quoting.server.offerAs = offer -> withSettings(offer, settings("\u001B]0;x\u0007", "yard"));
    quoting.run(1);
    assertClosed(quoting, DisconnectReason.MODE_UNKNOWN, "the server plays ]0;x, this client");
  }

  @ParameterizedTest
  @EnumSource(DisconnectReason.class)
  void aGoodbyeEndsItWithAPlainSentence(DisconnectReason reason) {
    Rig rig = Rig.joined(PERFECT, false);
    rig.server.say(new Goodbye(reason));
    rig.run(1);
    assertClosed(rig, reason, reason.sentence());
  }

  @Test
  void anotherMapIsRefusedNamingBoth() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.offerAs =
        offer ->
            new MatchOffer(
                1,
                offer.settings(),
                offer.gameVersion(),
                offer.schemaHash(),
                "0123456789abcdef".repeat(4));
    rig.run(1);
    assertClosed(rig, DisconnectReason.MAP_DIFFERS, "map yard has SHA-256 0123456789ab, this");
    assertInstanceOf(Leave.class, rig.server.heard.getLast());
  }

  @Test
  void aMapThatIsNotThereIsRefused() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.offerAs = offer -> withSettings(offer, settings("skirmish", "atlantis"));
    rig.run(1);
    assertClosed(rig, DisconnectReason.MAP_DIFFERS, "no map of that name");
  }

  @Test
  void anotherGameVersionIsRefusedNamingBoth() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.offerAs =
        offer -> new MatchOffer(1, offer.settings(), 99, offer.schemaHash(), offer.mapSha256());
    rig.run(1);
    String both = "version 99, this client has version " + new Skirmish().version();
    assertClosed(rig, DisconnectReason.GAME_DIFFERS, both);
  }

  @Test
  void anotherSchemaIsRefusedNamingBoth() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.offerAs =
        offer -> new MatchOffer(1, offer.settings(), offer.gameVersion(), 0xBAD, offer.mapSha256());
    rig.run(1);
    assertClosed(rig, DisconnectReason.GAME_DIFFERS, "00000bad, this client's have");
  }

  @Test
  void aModeThatIsNotThereIsRefusedNamingWhatIs() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.offerAs = offer -> withSettings(offer, settings("chess", "yard"));
    rig.run(1);
    assertClosed(
        rig, DisconnectReason.MODE_UNKNOWN, "the server plays chess, this client has skirmish");
  }

  @Test
  void aServerThatDoesNotAnswerIsTriedFiveTimes() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.reachable = false;
    rig.run(14);
    assertEquals(State.CONNECTING, rig.state());
    rig.run(10);
    assertClosed(rig, DisconnectReason.UNREACHABLE, "no server answers at fake:7777");
    assertEquals(5, rig.server.connections);
  }

  @Test
  void aServerThatComesUpLateIsJoined() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.reachable = false;
    rig.run(4);
    rig.server.reachable = true;
    rig.run(1);
    assertEquals(State.PLAYING, rig.state());
  }

  @Test
  void aConnectionLostWhileJoiningIsMadeAgain() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.answersHello = false;
    rig.run(1);
    rig.server.breakControl();
    rig.server.answersHello = true;
    rig.run(1);
    assertEquals(State.PLAYING, rig.state());
    assertEquals(2, rig.server.connections);
  }

  @Test
  void aServerThatNeverOffersIsGivenUp() {
    Rig rig = new Rig(PERFECT, false);
    rig.server.answersHello = false;
    rig.run(6);
    assertClosed(rig, DisconnectReason.HANDSHAKE_TIMEOUT, "fake:7777 did not answer in time");
  }

  @Test
  void silenceOnBothChannelsEndsIt() {
    Rig rig = Rig.joined(PERFECT, false);
    rig.server.sendsSnapshots = false;
    rig.run(11);
    assertEquals(State.PLAYING, rig.state());
    rig.run(2);
    assertClosed(rig, DisconnectReason.CONNECTION_LOST, "nothing was heard");
  }

  @Test
  void keepAlivesAloneKeepItUp() {
    Rig rig = Rig.joined(PERFECT, false);
    rig.server.sendsSnapshots = false;
    for (int i = 0; i < 10; i++) {
      rig.run(4);
      rig.server.say(new KeepAlive());
    }
    assertEquals(State.PLAYING, rig.state());
  }

  @Test
  void theClientKeepsItselfAliveToo() {
    Rig rig = Rig.joined(PERFECT, false);
    rig.run(40);
    long sent = rig.server.heard.stream().filter(KeepAlive.class::isInstance).count();
    assertEquals(10, sent);
  }

  @Test
  void aBrokenControlConnectionEndsPlaying() {
    Rig rig = Rig.joined(PERFECT, false);
    rig.server.breakControl();
    rig.run(1);
    assertClosed(rig, DisconnectReason.CONNECTION_LOST, "the connection was lost");
  }

  @Test
  void leavingTellsTheServer() {
    Rig rig = Rig.joined(PERFECT, false);
    rig.client.leave();
    assertClosed(rig, DisconnectReason.LEFT, "you left");
    assertInstanceOf(Leave.class, rig.server.heard.getLast());
    rig.run(1);
    assertEquals(State.CLOSED, rig.state());
  }

  @ParameterizedTest
  @EnumSource
  void theNextMatchIsPlayedFromItsFirstTick(Decoding decoding) {
    Rig rig = Rig.joined(PERFECT, decoding == Decoding.FULL);
    rig.run(3);
    rig.server.nextMatch();
    rig.run(5);
    assertEquals(State.PLAYING, rig.state());
    assertEquals(2, rig.matchesStarted);
    assertEquals(rig.server.tick() - 1, rig.play().newestSnapshotTick());
    assertTrue(rig.server.missed < 30, () -> "missed " + rig.server.missed);
    assertEquals(0, rig.client.counters().stateMismatches);
  }

  /** Each match takes megabytes to begin. */
  @Test
  void ofAFloodOfMatchesTheLastIsPlayed() {
    Rig rig = Rig.joined(PERFECT, true);
    for (int epoch = 0; epoch < 256; epoch++) {
      rig.server.say(new NextMatch(rig.server.offer(), FakeServer.SEAT, epoch, 0));
    }
    rig.server.nextMatch();
    rig.run(2);
    assertEquals(2, rig.matchesStarted);
    assertEquals(rig.server.tick() - 1, rig.play().newestSnapshotTick());
  }

  @Test
  void aNextMatchThatCannotBePlayedEndsIt() {
    Rig rig = Rig.joined(PERFECT, false);
    rig.server.offerAs = offer -> withSettings(offer, settings("chess", "yard"));
    rig.server.nextMatch();
    rig.run(1);
    assertClosed(rig, DisconnectReason.MODE_UNKNOWN, "chess");
  }

  @Test
  void aSnapshotThatMakesNoSenseBringsEverythingAnew() {
    Rig rig = Rig.joined(PERFECT, true);
    rig.server.snapshotAs = body -> Arrays.copyOf(body, body.length - 1);
    rig.run(0.1);
    rig.server.snapshotAs = body -> body;
    rig.run(2);
    assertTrue(rig.client.counters().stateMismatches > 0);
    assertTrue(rig.server.viewsSeen > 1);
    assertEquals(rig.server.tick() - 1, rig.play().newestSnapshotTick());
  }

  @Test
  void aWorldThatDiffersBringsEverythingAnew() {
    Rig rig = Rig.joined(PERFECT, true);
    rig.server.snapshotAs = GameClientTest::withOtherHash;
    rig.run(0.5);
    rig.server.snapshotAs = body -> body;
    rig.run(2);
    assertTrue(rig.client.counters().hashMismatches > 0);
    assertEquals(0, rig.client.counters().stateMismatches);
    assertEquals(rig.server.tick() - 1, rig.play().newestSnapshotTick());
  }

  @Test
  void messagesOutOfOrderAreCountedAndIgnored() {
    Rig rig = Rig.joined(PERFECT, false);
    rig.server.say(new ControlMessage.Malformed());
    rig.server.say(new ControlMessage.Offer(rig.server.offer()));
    rig.server.say(new ControlMessage.Welcome(1, 1, 60, 1, 1, 1, "x"));
    rig.run(1);
    assertEquals(State.PLAYING, rig.state());
    assertEquals(3, rig.client.counters().messagesMalformed);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Limits.MAX_TICK + 1, Integer.MAX_VALUE})
  void aTickThatNoMatchCanHaveIsNoWelcomeAndNoNextMatch(int tick) {
    Rig rig = new Rig(PERFECT, true);
    rig.server.welcomeTick = tick;
    rig.run(1);
    assertEquals(State.JOINING, rig.state());
    assertEquals(1, rig.client.counters().messagesMalformed);
    Rig playing = Rig.joined(PERFECT, true);
    playing.server.say(new NextMatch(playing.server.offer(), FakeServer.SEAT, 4, tick));
    playing.run(1);
    assertEquals(1, playing.matchesStarted);
    assertEquals(1, playing.client.counters().messagesMalformed);
  }

  /** The server's clock may be any liar's; what must not happen is that the client stands still. */
  @Test
  void aServerThatLeapsThroughTimeStopsNobody() {
    Rig rig = new Rig(PERFECT, true);
    rig.server.welcomeTick = Limits.MAX_TICK - 1000;
    int[] leaps = new int[1];
    rig.server.snapshotAs = body -> leap(body, leaps[0]++ / 2 * 30_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> rig.run(5));
    rig.server.snapshotAs = body -> body;
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> rig.run(5));
    assertEquals(State.PLAYING, rig.state());
  }

  /** A snapshot's tick, bits 4 to 19, comes to be so many later. */
  private static byte[] leap(byte[] body, int ticks) {
    byte[] changed = body.clone();
    ByteBuffer head = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    int word = head.getInt(0);
    int tick = (word >>> 4) + ticks & 0xFFFF;
    head.putInt(0, word & ~0xFFFF0 | tick << 4);
    return changed;
  }

  @Test
  void noTickGetsTwoCommandsAndNoneIsLeftOut() {
    Rig rig = Rig.joined(NetworkProfile.parse("4g"), false);
    rig.run(20);
    int newest = rig.play().commandTick();
    long issued = rig.client.counters().commandsIssued;
    rig.errors.latestCommandNanos = 0;
    rig.run(20);
    assertEquals(rig.play().commandTick() - newest, rig.client.counters().commandsIssued - issued);
    assertTrue(rig.errors.latestCommandNanos <= 2 * Rig.STEP_NANOS);
  }

  /** Whether the client decodes what it receives. */
  enum Decoding {
    FULL,
    LIGHT
  }

  private static void assertClosed(Rig rig, DisconnectReason reason, String words) {
    assertEquals(State.CLOSED, rig.state());
    assertEquals(reason, rig.client.closeReason());
    assertTrue(rig.client.closeSentence().contains(words), rig.client::closeSentence);
  }

  private static MatchSettings settings(String mode, String map) {
    return new MatchSettings(mode, map, 4, FakeServer.RATE, 600, 0);
  }

  private static MatchOffer withSettings(MatchOffer offer, MatchSettings settings) {
    return new MatchOffer(1, settings, offer.gameVersion(), offer.schemaHash(), offer.mapSha256());
  }

  /** Changes the 16 bits behind the flag "hashed", where the snapshot carries a hash. */
  private static byte[] withOtherHash(byte[] body) {
    SnapshotHeader header = new SnapshotHeader();
    header.read(new BitReader().wrap(body, 0, body.length), 0);
    byte[] changed = body.clone();
    if (header.hashed && header.baselineMask == 0) {
      changed[6] ^= 0x7F; // bits 46 to 60 are the hash's, with a baseline and without
    }
    return changed;
  }
}
