package ringmaster.server.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ringmaster.server.telemetry.GcPauses;

/**
 * Answers {@code /api/status}, {@code /metrics}, {@code /healthz} and {@code /readyz}.
 *
 * <p>Whoever talks to this port can keep only other readers of it waiting. Answers are made one at
 * a time, so that they take one core at most, and the JDK's server bounds what a connection may
 * take; its limits are system properties, which are set here for the whole process unless the
 * command line has set them:
 *
 * <pre>
 * jdk.httpserver.maxConnections            64    open at once
 * sun.net.httpserver.maxReqTime             5    seconds until a request has arrived
 * sun.net.httpserver.maxRspTime            10    seconds until its answer has been read
 * sun.net.httpserver.idleInterval          10    seconds of silence
 * sun.net.httpserver.maxReqHeaders         50
 * sun.net.httpserver.maxReqHeaderSize    8192    bytes, the request line included
 * </pre>
 */
public final class StatusServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StatusServer.class);

  private static final Map<String, Integer> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections", 64,
          "sun.net.httpserver.maxReqTime", 5,
          "sun.net.httpserver.maxRspTime", 10,
          "sun.net.httpserver.idleInterval", 10,
          "sun.net.httpserver.maxReqHeaders", 50,
          "sun.net.httpserver.maxReqHeaderSize", 8192);

  private static final String PATHS = "/api/status, /metrics, /healthz and /readyz";

  private final StatusReport report;
  private final Metrics metrics;
  private final Health health;
  private final Map<String, Supplier<Answer>> answers =
      Map.of(
          "/api/status", this::status,
          "/metrics", this::metrics,
          "/healthz", this::healthz,
          "/readyz", this::readyz);
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer http;

  /**
   * Opens the port and answers from now on.
   *
   * @param bound by {@link #bind}
   */
  public StatusServer(HttpServer bound, StatusSource source) {
    Readings readings = new Readings(source);
    report = new StatusReport(source, readings, GcPauses.ofProcess());
    metrics = new Metrics(source, readings, GcPauses.ofProcess());
    health = new Health(source);
    http = bound;
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
  }

  /**
   * Takes the port; nothing is answered yet.
   *
   * @param address port 0 takes a free one
   * @throws IOException with one sentence for the user, if the port cannot be had
   */
  public static HttpServer bind(InetSocketAddress address) throws IOException {
    LIMITS.forEach((name, limit) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, limit.toString());
      }
    });
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new IOException(
          "status cannot be served at "
              + address.getHostString()
              + ":"
              + address.getPort()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return http.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (method.equals("GET")) {
        answer(exchange.getRequestURI().getPath()).send(exchange, true);
      } else if (method.equals("HEAD")) {
        answer(exchange.getRequestURI().getPath()).send(exchange, false);
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        Answer.sentence(405, "Only GET and HEAD are answered here.").send(exchange, true);
      }
    }
  }

  private Answer answer(@Nullable String path) {
    Supplier<Answer> answer = path == null ? null : answers.get(path);
    if (answer == null) {
      return Answer.sentence(404, "Nothing is at this path; there are " + PATHS + ".");
    }
    oneAtATime.lock();
    try {
      return answer.get();
    } catch (RuntimeException e) {
      LOG.error("cannot answer {}", path, e);
      return Answer.sentence(500, "This server met an error; its log says which.");
    } finally {
      oneAtATime.unlock();
    }
  }

  private Answer status() {
    return Answer.json(report.json());
  }

  private Answer metrics() {
    return new Answer(200, Metrics.CONTENT_TYPE, metrics.text());
  }

  private Answer healthz() {
    return verdict(health.illness());
  }

  private Answer readyz() {
    return verdict(health.unreadiness());
  }

  private static Answer verdict(@Nullable String complaint) {
    return complaint == null ? Answer.sentence(200, "ok") : Answer.sentence(503, complaint);
  }

  /** Closes the port; requests that have no answer yet get none. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
