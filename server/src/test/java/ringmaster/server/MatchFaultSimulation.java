package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringmaster.server.BrittleGame.Fault;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.ingress.MatchSummary;
import ringmaster.server.ingress.Record;
import ringmaster.server.session.MatchView;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.protocol.ControlMessage;
import ringmaster.shared.protocol.DisconnectReason;
import ringmaster.shared.protocol.Limits;

/** A game that breaks costs its own match, and nobody else anything. */
class MatchFaultSimulation {
  private static final Set<Fault> BUILD_FAULTS =
      Set.of(Fault.BUILD, Fault.BUILD_WITH_AN_ERROR, Fault.TOO_MANY_OWNER_WORDS);

  private static Siege siege(Fault fault, int brittleMatches, int timeLimitSeconds)
      throws IOException {
    List<MatchOrder> orders =
        List.of(
            new MatchOrder(WholeServer.skirmish(), null, 10),
            new MatchOrder(new BrittleGame(fault, 0), null, 6));
    Iterator<BrittleGame> live = List.of(new BrittleGame(fault, brittleMatches)).iterator();
    BrittleGame again =
        // What could not be built never ran, so a replay does not build it at all.
        BUILD_FAULTS.contains(fault)
            ? new BrittleGame(Fault.NOWHERE, 0)
            : new BrittleGame(fault, brittleMatches);
    return new Siege(
        // Its replay does without workers.
        Siege.settings(orders, 4, timeLimitSeconds, 2),
        () -> (live.hasNext() ? live.next() : again).withSkirmish());
  }

  private static ScriptedClient join(Siege siege, String name, int matchId) {
    ControlMessage.Hello hello =
        new ControlMessage.Hello(Limits.PROTOCOL_VERSION, name, "brittle", matchId, false, false);
    return new ScriptedClient(siege.server, siege.server.control, hello);
  }

  private static MatchSummary brittle(Siege siege) {
    return siege.server.core.control().directory().summaries().get(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "JOIN",
        "TICK",
        "TICK_WITH_AN_ERROR",
        "BLOCK",
        "PHASE",
        "VISIT",
        "CAPTURE",
        "FRAME",
        "OWNER"
      })
  void aMatchThatBreaksEndsAloneAndIsReplaced(Fault fault) throws IOException {
    try (Siege siege = siege(fault, 1, 600)) {
      ScriptedClient one = join(siege, "One", 2);
      ScriptedClient two = join(siege, "Two", 2);
      siege.run(4);
      assertEquals(DisconnectReason.MATCH_FAILED, one.reason());
      assertEquals(DisconnectReason.MATCH_FAILED, two.reason());
      siege.assertMoved("joined", "matchesFailed", "ended MATCH_FAILED");
      assertEquals(1, siege.moved("matchesFailed"));

      assertEquals(3, brittle(siege).id());
      assertEquals(MatchView.Stage.RUNNING, brittle(siege).stage());
      ScriptedClient three = join(siege, "Three", 3);
      siege.run(4);
      assertTrue(three.plays());
      assertTrue(three.taken > 200);
    }
  }

  @Test
  void aMatchThatBreaksAsSomebodyLeavesEndsAlone() throws IOException {
    try (Siege siege = siege(Fault.LEAVE, 1, 600)) {
      ScriptedClient one = join(siege, "One", 2);
      ScriptedClient two = join(siege, "Two", 2);
      siege.run(4);
      assertTrue(two.plays());
      one.control.send(new ControlMessage.Leave());
      siege.run(2);
      assertEquals(DisconnectReason.MATCH_FAILED, two.reason());
      siege.assertMoved("joined", "matchesFailed", "ended LEFT", "ended MATCH_FAILED");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"BUILD", "BUILD_WITH_AN_ERROR", "TOO_MANY_OWNER_WORDS"})
  void aMatchThatCannotBeBuiltIsTriedAgain(Fault fault) throws IOException {
    try (Siege siege = siege(fault, 2, 600)) {
      siege.run(3);
      assertEquals(4, brittle(siege).id());
      assertEquals(MatchView.Stage.RUNNING, brittle(siege).stage());
      ScriptedClient client = join(siege, "One", 4);
      siege.run(1);
      assertTrue(client.plays());
    }
  }

  @Test
  void aGameThatNeverCanIsTriedLessAndLessOften() throws IOException {
    try (Siege siege = siege(Fault.BUILD, Integer.MAX_VALUE, 600)) {
      siege.run(20); // tried at 0, 1, 3, 7 and 15 s
      assertEquals(2 + 4, brittle(siege).id());
    }
  }

  @Test
  void aMatchThatFailedIsClosedAtOnce() throws IOException {
    try (Siege siege = siege(Fault.TICK, 1, 600)) {
      siege.run(0.5);
      assertEquals(MatchView.Stage.FAILED, brittle(siege).stage());
      assertNull(
          siege.server.core.views().find(2), "what it holds must not wait for its successor");
    }
  }

  @Test
  void whoAsksForAFailedMatchIsTold() throws IOException {
    try (Siege siege = siege(Fault.BUILD, Integer.MAX_VALUE, 600)) {
      ScriptedClient client = join(siege, "One", brittle(siege).id());
      siege.run(0.05);
      assertEquals(DisconnectReason.MATCH_FAILED, client.reason());
      siege.assertMoved("refused MATCH_FAILED");
    }
  }

  @Test
  void asksForAFailedMatchDoNotDelayItsSuccessor() throws IOException {
    try (Siege siege = siege(Fault.TICK, 1, 600)) {
      siege.run(0.1);
      for (int i = 0; i < 10; i++) {
        join(siege, "Again", 2);
        siege.run(0.3);
      }
      assertEquals(3, brittle(siege).id());
    }
  }

  @Test
  void onlyOneMatchOfManyBreaks() throws IOException {
    MatchOrder order = new MatchOrder(WholeServer.skirmish(), null, 10);
    MatchOrder brittle = new MatchOrder(new BrittleGame(Fault.NOWHERE, 0), null, 4);
    try (Siege siege =
        new Siege(
            Siege.settings(List.of(order, brittle, brittle, brittle), 4, 600),
            () -> new BrittleGame(Fault.TICK, 1).withSkirmish())) {
      List<ScriptedClient> clients =
          List.of(join(siege, "A", 2), join(siege, "B", 3), join(siege, "C", 4));
      siege.run(4);
      assertEquals(DisconnectReason.MATCH_FAILED, clients.get(0).reason());
      assertTrue(clients.get(1).plays());
      assertTrue(clients.get(2).plays());
      assertEquals(1, siege.moved("ended MATCH_FAILED"));
    }
  }

  @Test
  void aMatchOnDemandThatBreaksIsGone() throws IOException {
    try (Siege siege =
        new Siege(
            Siege.settings(new MatchOrder(WholeServer.skirmish(), null, 10), 600),
            () -> new BrittleGame(Fault.TICK, 1).withSkirmish())) {
      ScriptedClient client = join(siege, "One", ControlMessage.Hello.ANY_MATCH);
      siege.run(4);
      assertEquals(DisconnectReason.MATCH_FAILED, client.reason());
      assertEquals(1, siege.server.core.control().directory().summaries().size());
      assertNull(siege.server.core.views().find(2));
    }
  }

  /** A second thread could close a match at any moment; here it is the very middle. */
  @Test
  void aMatchClosedWhileItIsBuiltNeverRuns() throws IOException {
    Runnable[] onBuild = {() -> {}};
    BrittleGame game = new BrittleGame(Fault.NOWHERE, 0, () -> onBuild[0].run());
    ServerSettings settings = Siege.settings(new MatchOrder(WholeServer.skirmish(), null, 10), 600);
    try (WholeServer server = new WholeServer(settings, game.withSkirmish(), null, 1)) {
      server.run(0.1);
      Agent tick = server.core.tickLoop();
      Record close = new Record().close(2, DisconnectReason.MATCH_CLOSED.ordinal());
      onBuild[0] =
          () -> {
            assertTrue(server.core.ring().tryPublish(close));
            tick.doWork(server.clock.nanoTime() + 16_666_667);
          };
      ControlMessage.Hello hello =
          new ControlMessage.Hello(Limits.PROTOCOL_VERSION, "One", "brittle", 0, false, false);
      new ScriptedClient(server, server.control, hello);
      server.run(2);
      assertNull(server.core.views().find(2));
      MatchView view =
          Objects.requireNonNull(server.core.views().find(1), "the standing match goes on");
      assertEquals(MatchView.Stage.RUNNING, view.stage());
      assertEquals(1, server.core.tickLoop().matchCount());
    }
  }
}
