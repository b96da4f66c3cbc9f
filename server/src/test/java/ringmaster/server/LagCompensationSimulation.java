package ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.game.Game;
import ringmaster.shared.game.Games;
import ringmaster.shared.game.Simulation;
import ringmaster.shared.game.TickCommands;
import ringmaster.shared.protocol.CommandDatagram;

/** What a match is told of the views that clients claim, over a line without delay. */
class LagCompensationSimulation {
  private static final int INTERPOLATION_TICKS = 6;

  /** Says that it aimed in what was some ticks before its newest snapshot. */
  private static class Claimant extends ScriptedClient {
    private final int behindTicks;

    /** By tick of a command, so that it says the same however often it is sent; 0: not yet. */
    private final int[] seenTicks = new int[4096];

    Claimant(WholeServer server, int behindTicks) {
      super(server, "Claimant");
      this.behindTicks = behindTicks;
    }

    @Override
    int viewAgeSixteenths(int tick) {
      if (seenTicks[tick] == 0) {
        seenTicks[tick] = Math.max(1, acks.newestTick() - behindTicks);
      }
      return Math.min((tick - seenTicks[tick]) * 16, CommandDatagram.MAX_VIEW_AGE_SIXTEENTHS);
    }
  }

  /** Makes a client. */
  private interface Door {
    Claimant enter(WholeServer server);
  }

  private final List<Integer> rewinds = new ArrayList<>();

  /** Plays for four seconds and keeps each tick's rewind of the only seat, from the second on. */
  private Claimant play(Door door) throws IOException {
    Game game = listenedTo(WholeServer.skirmish());
    ServerSettings settings = Siege.settings(new MatchOrder(game, null, 2), 600);
    try (WholeServer server = new WholeServer(settings, new Games(List.of(game)), null, 1)) {
      server.run(0.5);
      Claimant client = door.enter(server);
      server.run(1);
      rewinds.clear();
      server.run(3);
      assertTrue(rewinds.size() > 170);
      return client;
    }
  }

  private int least() {
    return rewinds.stream().mapToInt(Integer::intValue).min().orElseThrow();
  }

  private int most() {
    return rewinds.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  @Test
  void anHonestClaimIsWorthWhatItSays() throws IOException {
    play(server -> new Claimant(server, 3));
    int lead = ScriptedClient.LEAD_TICKS;
    assertEquals((lead + 3 - 1) * 16, least(), 16);
    assertEquals((lead + 3 - 1) * 16, most(), 16);
  }

  @Test
  void anOldViewIsCutToWhatInterpolationShows() throws IOException {
    play(server -> new Claimant(server, 1_000));
    assertTrue(most() <= (ScriptedClient.LEAD_TICKS + INTERPOLATION_TICKS) * 16, "most " + most());
  }

  /** Acknowledges all, but says otherwise beside each shot: every other datagram is a shot. */
  @Test
  void anOldAckBesideAShotBuysNoOlderView() throws IOException {
    play(server ->
        new Claimant(server, 1_000) {
          @Override
          int claimedAck() {
            return ownTick % 2 == 0 ? super.claimedAck() : super.claimedAck() - 15;
          }
        });
    // A command may be two ticks older than the acks it comes with: its first datagram was lost.
    assertTrue(
        most() <= (ScriptedClient.LEAD_TICKS + INTERPOLATION_TICKS + 2) * 16, "most " + most());
  }

  /** The shot is not the newest command, as if its own datagram had been lost. */
  @Test
  void silenceBeforeAShotBuysNoViewOlderThanAShortLossWould() throws IOException {
    Claimant client =
        play(server ->
            new Claimant(server, 1_000) {
              @Override
              void play(long nowNanos) {
                if (ownTick % 30 == 0) {
                  super.play(nowNanos);
                }
              }
            });
    assertTrue(client.counter < 15, "sent " + client.counter);
    int gapTicks = 6;
    int newest = (ScriptedClient.LEAD_TICKS + INTERPOLATION_TICKS) * 16;
    assertTrue(most() > newest, "most " + most());
    assertTrue(most() <= newest + gapTicks * 16, "most " + most());
  }

  /** Each datagram comes, and all of half a second acknowledge the same. */
  @Test
  void acksThatStandStillBuyNoViewOlderThanAShortLossWould() throws IOException {
    play(server ->
        new Claimant(server, 1_000) {
          private int said = -1;

          @Override
          int claimedAck() {
            said = ownTick % 30 == 0 || said < 0 ? super.claimedAck() : said;
            return said;
          }
        });
    int newest = (ScriptedClient.LEAD_TICKS + INTERPOLATION_TICKS) * 16;
    assertTrue(most() > newest, "most " + most());
    assertTrue(most() <= newest + 6 * 16, "most " + most());
  }

  /** Of each four datagrams three are lost, and what they carried comes with the fourth. */
  @Test
  void whatALostDatagramCarriedIsWorthTheSameInTheNext() throws IOException {
    Claimant client =
        play(server ->
            new Claimant(server, INTERPOLATION_TICKS) {
              @Override
              void play(long nowNanos) {
                if (ownTick % 4 == 0) {
                  super.play(nowNanos);
                } else {
                  body(newestTick(nowNanos));
                }
              }
            });
    assertTrue(client.counter < 100, "sent " + client.counter);
    assertEquals((ScriptedClient.LEAD_TICKS + INTERPOLATION_TICKS - 1) * 16, least(), 16);
  }

  private Game listenedTo(Game game) {
    return proxy(
        Game.class,
        game,
        (name, arguments, result) ->
            result instanceof Simulation match ? listenedTo(match) : result);
  }

  private Simulation listenedTo(Simulation match) {
    return proxy(
        Simulation.class,
        match,
        (name, arguments, result) -> {
          if (name.equals("tick")) {
            rewinds.add(((TickCommands) arguments[0]).rewindSixteenths(0));
          }
          return result;
        });
  }

  /** What comes of a call. */
  private interface Listener {
    Object heard(String name, Object[] arguments, Object result);
  }

  private static <T> T proxy(Class<T> type, T target, Listener listener) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return listener.heard(
                    method.getName(), arguments, method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }
}
