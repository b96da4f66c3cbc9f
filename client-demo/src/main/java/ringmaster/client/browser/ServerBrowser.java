package ringmaster.client.browser;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.client.connection.Invite;
import ringmaster.client.connection.SocketEndpoint;
import ringmaster.shared.agent.Agent;
import ringmaster.shared.agent.AgentThread;
import ringmaster.shared.time.Clock;

/**
 * Finds servers and asks them what is played, on a thread of its own. It asks only while it is
 * visible. Safe for any thread; no method waits.
 *
 * <p>Addresses are known as {@code HOST:PORT}, the control port, with an IPv6 host in brackets;
 * that is how {@link ServerEntry#address} has them. A server that is known by several is shown
 * once, by the first; favourites are shown in any case.
 */
public final class ServerBrowser implements ServerList, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerBrowser.class);

  private final ExecutorService lookups =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("lookup").daemon().factory());
  private final BrowserAgent agent;
  private final AgentThread thread;

  /** Starts, invisible. */
  public ServerBrowser(Clock clock) {
    agent =
        new BrowserAgent(
            invite -> new SocketEndpoint(invite.host(), invite.port()), lookups, new LanListener());
    thread = new AgentThread(agent, clock, ServerBrowser::report).start();
  }

  /** It ends there: what there is to be seen stays as it is. */
  private static boolean report(Agent agent, Throwable error) {
    LOG.error("the server browser met an error and ends", error);
    return false;
  }

  @Override
  public List<ServerEntry> entries() {
    return agent.entries();
  }

  /** Whether somebody looks: only then are servers asked. */
  public void setVisible(boolean visible) {
    agent.setVisible(visible);
    thread.wake();
  }

  /** Asks all servers again now. */
  public void refresh() {
    agent.refresh();
    thread.wake();
  }

  /**
   * Adds what a person typed or pasted.
   *
   * @return the address as entries have it
   * @throws IllegalArgumentException with one sentence for that person
   */
  public String add(String typed) {
    String address = Invite.parse(typed.strip()).address();
    agent.add(address);
    thread.wake();
    return address;
  }

  /**
   * Which servers the player has marked, and which it has played on before; in the order in which
   * they shall be shown. What is no address is passed over, since a person may have edited it.
   */
  public void setKnown(List<String> favourites, List<String> recent) {
    agent.setKnown(addresses(favourites), addresses(recent));
    thread.wake();
  }

  private static List<String> addresses(List<String> texts) {
    return texts.stream()
        .flatMap(ServerBrowser::address)
        .distinct()
        .limit(BrowserAgent.MAX_OF_A_KIND)
        .toList();
  }

  private static Stream<String> address(String text) {
    try {
      return Stream.of(Invite.parse(text.strip()).address());
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  @Override
  public void close() {
    thread.close();
    lookups.shutdownNow();
  }
}
