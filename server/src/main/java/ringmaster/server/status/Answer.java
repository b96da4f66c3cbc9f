package ringmaster.server.status;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a request gets.
 *
 * @param status of HTTP
 */
record Answer(int status, String contentType, byte[] body) {
  private static final int NO_BODY = -1;

  static Answer json(String json) {
    return new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  static Answer sentence(int status, String sentence) {
    byte[] line = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    return new Answer(status, "text/plain; charset=utf-8", line);
  }

  void send(HttpExchange exchange, boolean withBody) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", contentType);
    headers.set("Cache-Control", "no-store");
    if (withBody) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } else {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, NO_BODY);
    }
  }
}
