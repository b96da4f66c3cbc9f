package ringmaster.client;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ringmaster.client.connection.AimedView;
import ringmaster.client.connection.ClientOptions;
import ringmaster.client.connection.DatagramSocketHub;
import ringmaster.client.connection.GameCatalog;
import ringmaster.client.connection.GameClient;
import ringmaster.client.connection.Invite;
import ringmaster.client.connection.Pilot;
import ringmaster.client.connection.PlayObserver;
import ringmaster.client.connection.PlayableMatch;
import ringmaster.client.connection.SocketEndpoint;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.game.EntityFrame;
import ringmaster.shared.game.GameMaps;
import ringmaster.shared.game.Games;
import ringmaster.shared.netsim.NetworkProfile;
import ringmaster.shared.time.SystemClock;

/** Another client, which watches a match and hears what is said there. */
final class Listener implements Pilot, AutoCloseable {
  private final BlockingQueue<String> talk = new LinkedBlockingQueue<>();
  private final DatagramSocketHub hub = new DatagramSocketHub();
  private final GameClient client;
  private final AgentThread thread;

  Listener(String address) throws IOException {
    Invite invite = Invite.parse(address);
    client =
        new GameClient(
            new ClientOptions(
                "listener",
                "",
                0,
                false,
                true,
                AimedView.INTERPOLATED,
                NetworkProfile.parse("none"),
                match -> true,
                1),
            new SocketEndpoint(invite.host(), invite.port()),
            hub,
            new GameCatalog(Games.installed(), new GameMaps()::load),
            this,
            PlayObserver.NONE,
            System.nanoTime());
    Agent agent =
        new Agent() {
          @Override
          public String role() {
            return "listener";
          }

          @Override
          public int doWork(long nowNanos) {
            return client.doWork(nowNanos) + hub.poll(nowNanos);
          }
        };
    thread = new AgentThread(agent, new SystemClock(), (a, error) -> true).start();
  }

  /** The next line that anybody says. */
  String awaitTalk() throws InterruptedException {
    String line = talk.poll(20, TimeUnit.SECONDS);
    assertNotNull(line, "nobody said anything");
    return line;
  }

  @Override
  public void matchStarted(PlayableMatch match, int seat) {}

  @Override
  public long command(EntityFrame newest, int seat, int tick) {
    return 0;
  }

  @Override
  public void said(int seat, String text) {
    talk.add(text);
  }

  @Override
  public void close() throws IOException {
    thread.close();
    hub.close();
  }
}
