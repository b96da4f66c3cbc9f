package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;
import ringmaster.shared.protocol.MatchOffer;

/** What a client may do on the control channel, beside seven who play on. */
class HostileClientsSimulation {
  private static ControlMessage.Hello hello(int version, String name, String mode, int matchId) {
    return new ControlMessage.Hello(version, name, mode, matchId, false, false);
  }

  private static ControlMessage.Hello hello(String name, String mode, int matchId) {
    return hello(Limits.PROTOCOL_VERSION, name, mode, matchId);
  }

  /** A stranger with one thing to say is refused for one reason, with a sentence. */
  private static void assertRefused(
      Siege siege, ControlMessage.FromClient first, DisconnectReason reason) {
    ScriptedClient client = new ScriptedClient(siege.server, siege.server.strangers, first);
    siege.run(2);
    ControlMessage.Refused refused =
        client.all(ControlMessage.Refused.class).findAny().orElseThrow();
    assertEquals(new ControlMessage.Refused(reason, reason.sentence()), refused);
    assertFalse(client.control.isOpen());
  }

  private static void assertRefused(ControlMessage.FromClient first, DisconnectReason reason)
      throws IOException {
    try (Siege siege = new Siege()) {
      assertRefused(siege, first, reason);
      siege.assertMoved("refused " + reason);
      assertEquals(1, siege.moved("refused " + reason));
    }
  }

  @Test
  void anotherProtocolVersionIsRefused() throws IOException {
    assertRefused(
        hello(Limits.PROTOCOL_VERSION + 1, "Mallory", "", 0), DisconnectReason.PROTOCOL_VERSION);
  }

  @Test
  void aNameOfNothingIsRefused() throws IOException {
    assertRefused(hello("\u202E\u200B \u0007", "", 0), DisconnectReason.NAME_INVALID);
  }

  @Test
  void anUnknownMatchIsRefused() throws IOException {
    assertRefused(hello("Mallory", "", -1), DisconnectReason.MATCH_UNKNOWN);
  }

  @Test
  void anUnknownModeIsRefused() throws IOException {
    assertRefused(hello("Mallory", "chess", 0), DisconnectReason.MODE_UNKNOWN);
  }

  @Test
  void joiningWithoutHelloIsRefused() throws IOException {
    assertRefused(new ControlMessage.Join(1, 1, ""), DisconnectReason.MALFORMED);
  }

  @Test
  void noiseIsRefused() throws IOException {
    assertRefused(StrangerControl.NOISE, DisconnectReason.MALFORMED);
  }

  /** Joins with something else than was offered. */
  private static void assertRefusedToJoin(Siege siege, DisconnectReason reason, Joining joining) {
    ScriptedClient client =
        new ScriptedClient(siege.server, siege.server.strangers, hello("Mallory", "", 0)) {
          @Override
          void offered(MatchOffer offer) {
            control.send(joining.join(offer));
          }
        };
    siege.run(2);
    assertEquals(reason, client.reason());
    assertNull(client.welcome);
    siege.assertMoved("refused " + reason);
  }

  private interface Joining {
    ControlMessage.FromClient join(MatchOffer offer);
  }

  @Test
  void anotherMapIsRefused() throws IOException {
    try (Siege siege = new Siege()) {
      assertRefusedToJoin(
          siege,
          DisconnectReason.MAP_DIFFERS,
          offer -> new ControlMessage.Join(offer.gameVersion(), offer.schemaHash(), "0000"));
    }
  }

  @Test
  void anotherSchemaIsRefused() throws IOException {
    try (Siege siege = new Siege()) {
      assertRefusedToJoin(
          siege,
          DisconnectReason.GAME_DIFFERS,
          offer ->
              new ControlMessage.Join(
                  offer.gameVersion(), offer.schemaHash() + 1, offer.mapSha256()));
    }
  }

  @Test
  void anotherGameVersionIsRefused() throws IOException {
    try (Siege siege = new Siege()) {
      assertRefusedToJoin(
          siege,
          DisconnectReason.GAME_DIFFERS,
          offer ->
              new ControlMessage.Join(
                  offer.gameVersion() + 1, offer.schemaHash(), offer.mapSha256()));
    }
  }

  @Test
  void helloTwiceBeforeJoiningGivesTheSeatBack() throws IOException {
    try (Siege siege = new Siege()) {
      assertRefusedToJoin(
          siege, DisconnectReason.MALFORMED, offer -> hello("Mallory again", "", 0));
      assertEquals(7, siege.server.core.control().directory().summaries().getFirst().players());
    }
  }

  @Test
  void helloTwiceWhilePlayingEndsTheSession() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client = new ScriptedClient(siege.server, "Mallory");
      siege.run(1);
      assertTrue(client.plays());
      client.control.send(hello("Mallory again", "", 0));
      siege.run(1);
      assertEquals(DisconnectReason.MALFORMED, client.reason());
      siege.assertMoved("joined", "ended MALFORMED");
      assertEquals(7, siege.server.core.sessions().size());
    }
  }

  @Test
  void aClientWhoSaysNothingIsDismissedAfterFiveSeconds() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client = new ScriptedClient(siege.server, siege.server.strangers, null);
      siege.run(4.9);
      assertNull(client.reason());
      siege.run(0.3);
      assertEquals(DisconnectReason.HANDSHAKE_TIMEOUT, client.reason());
      siege.assertMoved("refused HANDSHAKE_TIMEOUT");
    }
  }

  @Test
  void aSeatThatIsOnlyHeldIsFreeAfterFiveSeconds() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, siege.server.strangers, hello("Mallory", "", 0)) {
            @Override
            void offered(MatchOffer offer) {}
          };
      siege.run(4.9);
      assertEquals(8, siege.server.core.control().directory().summaries().getFirst().players());
      siege.run(0.3);
      assertEquals(7, siege.server.core.control().directory().summaries().getFirst().players());
      assertEquals(DisconnectReason.HANDSHAKE_TIMEOUT, client.reason());
      siege.assertMoved("refused HANDSHAKE_TIMEOUT");
    }
  }

  @Test
  void anIdlerOnTheConnectionIsClosedIfItDoesNotCloseItself() throws IOException {
    try (Siege siege = new Siege()) {
      var idler = siege.server.strangers.connect();
      siege.run(6.5);
      assertFalse(idler.isOpen());
      siege.assertMoved("refused HANDSHAKE_TIMEOUT");
    }
  }

  @Test
  void helloAfterAskingTakesNoSeat() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(
              siege.server,
              siege.server.strangers,
              new ControlMessage.Ask(Limits.PROTOCOL_VERSION));
      client.control.send(hello("Mallory", "", 0));
      siege.run(1);
      assertEquals(1, client.all(ControlMessage.Info.class).count());
      assertEquals(0, client.all(ControlMessage.Offer.class).count());
      assertEquals(7, siege.server.core.control().directory().summaries().getFirst().players());
      siege.assertMoved("asked");
    }
  }

  @Test
  void askingTwiceIsAnsweredOnce() throws IOException {
    try (Siege siege = new Siege()) {
      ControlMessage.Ask ask = new ControlMessage.Ask(Limits.PROTOCOL_VERSION);
      ScriptedClient client = new ScriptedClient(siege.server, siege.server.strangers, ask);
      client.control.send(ask);
      siege.run(0.5);
      client.control.send(ask);
      siege.run(0.5);
      assertEquals(1, client.all(ControlMessage.Info.class).count());
      assertEquals(1, siege.moved("asked"));
      siege.assertMoved("asked");
    }
  }

  @Test
  void askingAfterHelloGivesTheSeatBack() throws IOException {
    try (Siege siege = new Siege()) {
      assertRefusedToJoin(siege, DisconnectReason.MALFORMED, offer -> new ControlMessage.Ask(1));
      assertEquals(7, siege.server.core.control().directory().summaries().getFirst().players());
    }
  }

  @Test
  void askingWhilePlayingEndsTheSession() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client = new ScriptedClient(siege.server, "Mallory");
      siege.run(1);
      client.control.send(new ControlMessage.Ask(Limits.PROTOCOL_VERSION));
      siege.run(1);
      assertEquals(DisconnectReason.MALFORMED, client.reason());
      siege.assertMoved("joined", "ended MALFORMED");
    }
  }

  @Test
  void aFloodOfAskingIsCutToFiveTimesASecondAndAddress() throws IOException {
    try (Siege siege = new Siege()) {
      for (int second = 0; second < 2; second++) {
        for (int i = 0; i < 40; i++) {
          new ScriptedClient(siege.server, siege.server.strangers, new ControlMessage.Ask(1));
        }
        siege.run(1);
      }
      assertEquals(25, siege.moved("asked"), 1);
      assertEquals(80, siege.moved("asked") + siege.moved("refused FLOOD"));
      siege.assertMoved("asked", "refused FLOOD");
    }
  }

  @Test
  void whoAsksFromThisMachineIsAlwaysTold() throws IOException {
    try (Siege siege = new Siege()) {
      for (int i = 0; i < 40; i++) {
        new ScriptedClient(siege.server, siege.server.control, new ControlMessage.Ask(1));
      }
      siege.run(1);
      assertEquals(40, siege.moved("asked"));
      siege.assertMoved("asked");
    }
  }

  @Test
  void aFloodOfTalkIsCutToALineASecond() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {
              super.play(nowNanos);
              control.send(new ControlMessage.Say("buy " + ownTick));
            }
          };
      siege.run(10);
      long lines = siege.honest.getFirst().all(ControlMessage.Said.class).count();
      assertEquals(15, lines, 2);
      assertTrue(client.plays());
      siege.assertMoved("joined", "talk", "talkDropped");
    }
  }

  @Test
  void theSameLineAgainIsDropped() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client = new ScriptedClient(siege.server, "Mallory");
      siege.run(1);
      client.control.send(new ControlMessage.Say("hello"));
      client.control.send(new ControlMessage.Say("\u200Bhello \u202E"));
      siege.run(1);
      assertEquals(
          List.of(new ControlMessage.Said(client.seat, "hello")),
          siege.honest.getFirst().all(ControlMessage.Said.class).toList());
      assertEquals(1, siege.moved("talkDropped"));
    }
  }

  @Test
  void talkOfWhoDoesNotPlayIsNotPassedOn() throws IOException {
    try (Siege siege = new Siege()) {
      new ScriptedClient(siege.server, siege.server.strangers, new ControlMessage.Say("psst"));
      siege.run(1);
      assertEquals(0, siege.honest.getFirst().all(ControlMessage.Said.class).count());
      siege.assertMoved();
    }
  }

  @Test
  void namesThatLookTheSameAreToldApart() throws IOException {
    try (Siege siege = new Siege()) {
      for (String name : List.of("Honest 0", "\u202EHonest\u00A00", "\uFF28onest\u3000\u200D0")) {
        new ScriptedClient(siege.server, siege.server.strangers, hello(name, "", 0));
      }
      siege.run(1);
      List<String> names = new ArrayList<>();
      siege
          .honest
          .getFirst()
          .all(ControlMessage.Roster.class)
          .flatMap(roster -> roster.entries().stream())
          .forEach(entry -> names.add(entry.name()));
      assertTrue(names.containsAll(List.of("Honest 0 2", "Honest 0 3", "Honest 0 4")), "" + names);
    }
  }

  @Test
  void aFullMatchIsRefused() throws IOException {
    try (Siege siege = new Siege()) {
      IntStream.range(0, 3).forEach(i -> new ScriptedClient(siege.server, "Guest " + i));
      siege.run(1);
      assertRefused(siege, hello("Late", "", 1), DisconnectReason.MATCH_FULL);
      siege.assertMoved("joined", "refused MATCH_FULL");
    }
  }

  @Test
  void aFullServerIsRefused() throws IOException {
    ServerSettings settings =
        Siege.settings(List.of(new MatchOrder(WholeServer.skirmish(), null, 8)), 1, 600);
    try (Siege siege = new Siege(settings, () -> WholeServer.GAMES)) {
      new ScriptedClient(siege.server, "Eighth");
      siege.run(1);
      assertRefused(siege, hello("Ninth", "", 0), DisconnectReason.SERVER_FULL);
      siege.assertMoved("joined", "refused SERVER_FULL");
    }
  }

  @Test
  void oneAddressHasSoManySeatsAndNoMore() throws IOException {
    assertLimitPerAddress(false);
  }

  @Test
  void seatsCountForTheirAddressAfterTheConnectionIsLost() throws IOException {
    assertLimitPerAddress(true);
  }

  private static void assertLimitPerAddress(boolean losingConnections) throws IOException {
    MatchOrder other = new MatchOrder(WholeServer.skirmish(), null, 64);
    MatchOrder first = new MatchOrder(WholeServer.skirmish(), null, 8);
    ServerSettings settings = Siege.settings(List.of(first, other, other), 3, 600);
    try (Siege siege = new Siege(settings, () -> WholeServer.GAMES)) {
      List<ScriptedClient> crowd = new ArrayList<>();
      for (int i = 0; i < Limits.MAX_SESSIONS_PER_ADDRESS; i++) {
        crowd.add(
            new ScriptedClient(siege.server, siege.server.strangers, hello("C" + i, "", 2)) {
              @Override
              void play(long nowNanos) {
                if (ownTick % 60 == 0) {
                  super.play(nowNanos);
                }
              }
            });
      }
      siege.run(0.5);
      assertTrue(crowd.stream().allMatch(ScriptedClient::plays));
      if (losingConnections) {
        crowd.forEach(client -> client.control.close());
        siege.run(0.5);
      }
      assertRefused(siege, hello("One more", "", 3), DisconnectReason.TOO_MANY_FROM_ADDRESS);
      assertEquals(1, siege.moved("refused TOO_MANY_FROM_ADDRESS"));
    }
  }

  @Test
  void whoVanishesFreesItsSeatAfterTenSeconds() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client = new ScriptedClient(siege.server, "Mallory");
      siege.run(1);
      assertEquals(8, siege.server.core.sessions().size());
      client.control.close();
      siege.run(9.5);
      assertEquals(8, siege.server.core.sessions().size());
      siege.run(1);
      assertEquals(7, siege.server.core.sessions().size());
      siege.assertMoved("joined", "ended CONNECTION_LOST");
      ControlMessage.RosterEntry gone =
          siege
              .honest
              .getFirst()
              .all(ControlMessage.Roster.class)
              .reduce((a, b) -> b)
              .orElseThrow()
              .entries()
              .getLast();
      assertEquals(new ControlMessage.RosterEntry(client.seat, false, false, ""), gone);
    }
  }

  @Test
  void whoNeverSendsADatagramTimesOut() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client =
          new ScriptedClient(siege.server, "Mallory") {
            @Override
            void play(long nowNanos) {}
          };
      siege.run(9.5);
      assertTrue(client.plays());
      siege.run(1);
      assertEquals(DisconnectReason.TIMEOUT, client.reason());
      assertEquals(0, client.received);
      siege.assertMoved("joined", "ended TIMEOUT");
    }
  }

  @Test
  void whoLeavesIsGoneAtOnce() throws IOException {
    try (Siege siege = new Siege()) {
      ScriptedClient client = new ScriptedClient(siege.server, "Guest");
      siege.run(1);
      client.control.send(new ControlMessage.Leave());
      siege.run(0.3);
      assertEquals(7, siege.server.core.sessions().size());
      assertEquals(DisconnectReason.LEFT, client.reason());
      siege.assertMoved("joined", "ended LEFT");
    }
  }

  @Test
  void seatsAreTakenInTheOrderOfTheirHellos() throws IOException {
    ServerSettings settings =
        Siege.settings(List.of(new MatchOrder(WholeServer.skirmish(), null, 16)), 1, 600);
    try (WholeServer server = new WholeServer(settings, WholeServer.GAMES, null, 3)) {
      List<ScriptedClient> clients =
          IntStream.range(0, 16).mapToObj(i -> new ScriptedClient(server, "Player " + i)).toList();
      server.run(1);
      List<Long> numbers = new ArrayList<>();
      for (ScriptedClient client : clients) {
        long id = Objects.requireNonNull(client.welcome).sessionId();
        numbers.add(Objects.requireNonNull(server.core.sessions().find(id)).number());
      }
      assertEquals(numbers.stream().sorted().toList(), numbers);
      assertEquals(16, new HashSet<>(numbers).size());
    }
  }
}
