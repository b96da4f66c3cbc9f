package ringmaster.client.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** One reading of a server's {@code GET /api/status}: its {@code server} object. */
final class ServerStatus {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int DIGITS = 3;

  private final JsonObject server;
  private final Map<String, Histogram> histograms = new HashMap<>();

  private ServerStatus(JsonObject server) {
    this.server = server;
    server.entrySet().stream()
        .filter(field -> field.getValue().isJsonObject())
        .forEach(field -> decode(field.getKey(), field.getValue().getAsJsonObject()));
  }

  private void decode(String name, JsonObject value) {
    if (value.has("encoded")) {
      histograms.put(name, EncodedHistogram.decode(value.get("encoded").getAsString()));
    }
  }

  /**
   * Reads a status.
   *
   * @throws IOException with one sentence if there is none to be had
   */
  static ServerStatus fetch(HttpClient http, URI uri) throws IOException, InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(uri + " answered with status " + response.statusCode());
      }
      return parse(response.body());
    } catch (ConnectException e) {
      throw new IOException("nobody answers at " + uri, e);
    } catch (IllegalArgumentException e) {
      throw new IOException(uri + " gives no status: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the body of an answer.
   *
   * @throws IllegalArgumentException if it holds no {@code server} object, or one with a broken
   *     histogram
   */
  static ServerStatus parse(String body) {
    try {
      JsonElement server = JsonParser.parseString(body).getAsJsonObject().get("server");
      if (server != null && server.isJsonObject()) {
        return new ServerStatus(server.getAsJsonObject());
      }
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("it is not JSON as expected", e);
    }
    throw new IllegalArgumentException("it has no object named server");
  }

  boolean has(String name) {
    return server.has(name) && server.get(name).isJsonPrimitive();
  }

  /** A number, 0 where there is none of that name. */
  double number(String name) {
    return has(name) ? server.get(name).getAsDouble() : 0;
  }

  /** A histogram in nanoseconds, empty where there is none of that name. */
  Histogram histogram(String name) {
    Histogram histogram = histograms.get(name);
    return histogram == null ? new Histogram(DIGITS) : histogram;
  }
}
