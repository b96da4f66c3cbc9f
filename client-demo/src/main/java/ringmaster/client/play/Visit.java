package ringmaster.client.play;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import ringmaster.client.bot.Level;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.Invite;
import ringmaster.client.connection.MatchPlay;
import ringmaster.client.connection.NetcodeSwitches;
import ringmaster.client.hud.Failure;
import ringmaster.client.hud.HudState;
import ringmaster.client.hud.Screen;
import ringmaster.client.hud.Ui;
import ringmaster.client.input.Controls;
import ringmaster.client.practice.PracticeServer;
import ringmaster.client.settings.Settings;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.Clock;

/**
 * From asking for a seat to leaving it: one session at a time, its matches, and the practice server
 * behind it if there is one. Goes from screen to screen with what happens to the session.
 */
final class Visit implements AutoCloseable {
  /** What a visit works with. */
  record Outfit(
      Ui ui,
      HudState hud,
      Controls controls,
      Settings settings,
      GameCatalog catalog,
      Clock clock,
      NetcodeSwitches switches,
      IntSupplier maxParticles) {}

  /** What was asked for last, to be tried again. */
  private record Wish(String address, String mode, int matchId, boolean spectate) {}

  private record Practice(MatchOrder order, Level level) {}

  /** Starts a server with bots; may take half a second, on a thread of its own. */
  interface PracticeStarter {
    PracticeServer start(MatchOrder order, Level level) throws IOException;
  }

  private final Outfit outfit;
  private final PracticeStarter starter;
  private final String name;
  private NetworkProfile network;
  private @Nullable Wish wish;
  private @Nullable Practice practised;
  private @Nullable CompletableFuture<PracticeServer> practice;

  /** Done when all practice servers that were left are gone, and their folders with them. */
  private CompletableFuture<@Nullable Void> ending = CompletableFuture.completedFuture(null);

  private @Nullable PlaySession session;
  private @Nullable LiveMatch match;
  private boolean joined;
  private String failure = "";

  /**
   * @param name the player's for this run; empty: the one of the settings
   * @param network to be simulated
   */
  Visit(Outfit outfit, PracticeStarter starter, String name, NetworkProfile network) {
    this.outfit = outfit;
    this.starter = starter;
    this.name = name;
    this.network = network;
  }

  /** Null while nothing is joined. */
  @Nullable PlaySession session() {
    return session;
  }

  /** The match on screen; null while there is none. */
  @Nullable LiveMatch match() {
    return match;
  }

  /** Asks a server for a seat; what is no address is said on the start page. */
  void join(String address, String mode, int matchId, boolean spectate) {
    end();
    wish = new Wish(address, mode, matchId, spectate);
    connect(address, mode, matchId, spectate);
  }

  /** Simulates another network from now on, in this session and in later ones. */
  void simulate(NetworkProfile newNetwork) {
    network = newNetwork;
    if (session != null) {
      session.simulate(newNetwork);
    }
  }

  private void connect(String address, String mode, int matchId, boolean spectate) {
    Invite typed;
    try {
      typed = Invite.parse(address.strip());
    } catch (IllegalArgumentException e) {
      outfit.ui.show(Screen.BROWSER);
      outfit.ui.warn(String.valueOf(e.getMessage()));
      return;
    }
    Invite invite = matchId == 0 ? typed : new Invite(typed.host(), typed.port(), matchId);
    outfit.ui.connecting(address);
    try {
      session =
          new PlaySession(
              new PlaySession.Target(invite, playerName(), mode, spectate, network),
              outfit.controls::takeCommand,
              outfit.catalog,
              outfit.clock);
    } catch (IOException e) {
      fail(new Failure(Failure.Kind.LOCAL, "no UDP socket can be opened: " + e.getMessage()));
    }
  }

  private String playerName() {
    if (!name.isEmpty()) {
      return name;
    }
    return outfit.settings.name.isBlank() ? "Player" : outfit.settings.name;
  }

  /** Starts a server with bots in this process, and joins it. */
  void practice(MatchOrder order, Level level) {
    end();
    wish = null;
    practised = new Practice(order, level);
    outfit.ui.connecting("a match with bots");
    practice =
        CompletableFuture.supplyAsync(() -> {
          try {
            return starter.start(order, level);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  /** The same again. */
  void retry() {
    Wish again = wish;
    Practice practiceAgain = practised;
    if (again != null) {
      join(again.address, again.mode, again.matchId, again.spectate);
    } else if (practiceAgain != null) {
      practice(practiceAgain.order, practiceAgain.level);
    }
  }

  /** Once a frame: takes note of what happened to the session. */
  void follow() {
    awaitPractice();
    PlaySession open = session;
    if (open == null) {
      return;
    }
    Failure why;
    synchronized (open) {
      why =
          open.fault().isEmpty()
              ? follow(open, open.client())
              : new Failure(Failure.Kind.LOCAL, open.fault());
    }
    if (why != null) {
      fail(why);
    }
  }

  private void fail(Failure why) {
    end();
    failure = why.sentence();
    outfit.ui.fail(why);
  }

  /** Why the last attempt or match ended, in a sentence; empty while all is well. */
  String failure() {
    return failure;
  }

  private void awaitPractice() {
    CompletableFuture<PracticeServer> starting = practice;
    if (starting == null || session != null || !starting.isDone()) {
      return;
    }
    try {
      connect(starting.join().address(), "", 0, false);
    } catch (CompletionException e) {
      String sentence = String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
      fail(new Failure(Failure.Kind.LOCAL, sentence));
    }
  }

  private @Nullable Failure follow(PlaySession open, @Nullable GameClient client) {
    if (client == null) {
      return null;
    }
    MatchPlay play = client.play();
    return switch (client.state()) {
      case CONNECTING, JOINING -> null;
      case PLAYING -> {
        if (play != null && (match == null || match.play() != play)) {
          begin(open, play);
        }
        yield null;
      }
      case CLOSED -> Failure.of(client.closeReason(), client.closeSentence());
    };
  }

  private void begin(PlaySession open, MatchPlay play) {
    match =
        new LiveMatch(
            open,
            play,
            outfit.hud,
            outfit.controls,
            outfit.settings,
            outfit.switches,
            outfit.maxParticles.getAsInt());
    if (!joined) {
      joined = true;
      outfit.hud.chat.clear();
      outfit.ui.show(Screen.GAME);
    }
  }

  /** Whether a server let the player in, and that server is to be remembered. */
  boolean joinedRemote() {
    return joined && practice == null && wish != null;
  }

  /** What was typed to join; empty if nothing was. */
  String address() {
    return wish == null ? "" : wish.address;
  }

  /** Leaves; the screens are not touched. */
  void end() {
    match = null;
    joined = false;
    failure = "";
    outfit.hud.inMatch = false;
    outfit.hud.networkWarning = "";
    if (session != null) {
      session.close();
      session = null;
    }
    CompletableFuture<PracticeServer> server = practice;
    practice = null;
    if (server != null) {
      ending =
          CompletableFuture.allOf(
              ending, server.thenAcceptAsync(PracticeServer::close).exceptionally(failed -> null));
    }
  }

  @Override
  public void close() {
    end();
    ending.join();
  }
}
