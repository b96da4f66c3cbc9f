package ringmaster.client.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.Server;
import ringmaster.server.ServerOptions;
import ringmaster.server.ServerSettings;
import ringmaster.server.ingress.MatchOrder;
import ringmaster.server.replication.ReplicationSettings;
import ringmaster.server.transport.TransportException;
import ringmaster.shared.game.Games;
import ringmaster.shared.report.Provenance;
import ringmaster.shared.time.TickRate;

/**
 * A whole server for one player and bots, in this process: the real one, on free ports of this
 * machine only, its journal in a folder that goes with it.
 */
public final class PracticeServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PracticeServer.class);
  private static final int HZ = 60;
  private static final int TIME_LIMIT_SECONDS = 300;
  private static final int BUDGET_BYTES_PER_SECOND = 64_000;

  private final Path folder;
  private final Server server;

  /**
   * Starts it; players can connect shortly after.
   *
   * @param games what can be played
   * @param order its match, one seat of which stays free; bots take what people leave
   * @param brain name of the bots' brain; where the game has none of that name, its default
   * @throws IOException with one sentence: ports or folders are not to be had
   */
  public PracticeServer(Games games, MatchOrder order, String brain, Instant startedAt)
      throws IOException {
    folder = Files.createTempDirectory("ringmaster-practice");
    InetAddress here = InetAddress.getLoopbackAddress();
    ServerOptions options =
        new ServerOptions(
            new InetSocketAddress(here, 0),
            1,
            here.getHostAddress(),
            new InetSocketAddress(here, 0),
            folder,
            false,
            order.maxPlayers(),
            brain,
            new ServerSettings(
                List.of(order),
                1,
                TIME_LIMIT_SECONDS,
                0,
                new ReplicationSettings(new TickRate(HZ), HZ, BUDGET_BYTES_PER_SECOND)));
    try {
      server =
          new Server(
              options,
              games,
              Provenance.here("ringmaster play --practice", startedAt),
              sentence -> LOG.error("the practice server stopped: {}", sentence));
    } catch (TransportException e) {
      deleteFolder();
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      deleteFolder();
      throw e;
    }
    server.start();
  }

  /** Where it is joined. */
  public String address() {
    return server.invite();
  }

  @Override
  public void close() {
    server.close();
    deleteFolder();
  }

  private void deleteFolder() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", folder, e.getMessage());
    }
  }
}
