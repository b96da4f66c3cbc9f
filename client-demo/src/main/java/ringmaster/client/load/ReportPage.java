package ringmaster.client.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A report as one HTML page that needs nothing else: the figures in tables, and two histograms. */
final class ReportPage {
  private static final int BARS = 48;
  private static final int BAR_WIDTH = 12;
  private static final int HEIGHT = 120;

  private static final String STYLE =
      "body{font:14px system-ui,sans-serif;margin:2em auto;max-width:60em;padding:0 1em}"
          + "table{border-collapse:collapse;margin:1em 0}td{padding:.2em 1em .2em 0;"
          + "border-bottom:1px solid #ddd}td+td{text-align:right}svg{background:#f6f6f6}"
          + "rect{fill:#4f9dde}h2{margin-top:2em}";

  private final StringBuilder page = new StringBuilder();

  private ReportPage() {}

  static String of(LoadReport report) {
    ReportPage page = new ReportPage();
    JsonObject json = report.toJson();
    page.begin(json);
    page.figures(json);
    page.histogram("Snapshot interval", report.result().meter().snapshotIntervalNanos);
    ServerDifference server = report.server();
    if (server != null) {
      page.histogram("Tick interval", server.recorded("tickIntervalMillis"));
    }
    return page.page.append("</body></html>\n").toString();
  }

  private void begin(JsonObject json) {
    page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append("Ringmaster under load</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>Ringmaster under load</h1><p>")
        .append(escape(json.get("command").getAsString()))
        .append("<br>")
        .append(escape(json.get("startedAt").getAsString()))
        .append("</p>");
  }

  private void figures(JsonObject json) {
    page.append("<table>");
    rows("", json);
    page.append("</table>");
  }

  /** One row for each number, however deep, under its path. */
  private void rows(String path, JsonObject json) {
    for (Map.Entry<String, JsonElement> field : json.entrySet()) {
      String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue().isJsonObject()) {
        rows(name, field.getValue().getAsJsonObject());
      } else {
        String value = field.getValue().isJsonNull() ? "-" : field.getValue().getAsString();
        page.append("<tr><td>").append(escape(name)).append("</td><td>");
        page.append(escape(value)).append("</td></tr>");
      }
    }
  }

  /** Bars of equal width from 0 to the 99.9th percentile; what lies beyond is in the table. */
  private void histogram(String title, Histogram nanos) {
    if (nanos.getTotalCount() == 0) {
      return;
    }
    long spanNanos = Math.max(1, nanos.getValueAtPercentile(99.9));
    page.append("<h2>").append(title).append("</h2><svg width=\"").append(BARS * BAR_WIDTH);
    page.append("\" height=\"").append(HEIGHT).append("\">");
    bars(nanos, spanNanos);
    page.append("</svg><p>0 to ")
        .append(String.format(Locale.ROOT, "%.2f", spanNanos / Figures.NANOS_PER_MILLI))
        .append(" ms</p>");
  }

  private void bars(Histogram nanos, long spanNanos) {
    long[] counts = new long[BARS];
    long most = 1;
    for (int i = 0; i < BARS; i++) {
      long from = spanNanos * i / BARS;
      counts[i] = nanos.getCountBetweenValues(from, spanNanos * (i + 1) / BARS - 1);
      most = Math.max(most, counts[i]);
    }
    for (int i = 0; i < BARS; i++) {
      long height = Math.ceilDiv(counts[i] * HEIGHT, most);
      page.append("<rect x=\"").append(i * BAR_WIDTH).append("\" y=\"").append(HEIGHT - height);
      page.append("\" width=\"").append(BAR_WIDTH - 1).append("\" height=\"").append(height);
      page.append("\"/>");
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
