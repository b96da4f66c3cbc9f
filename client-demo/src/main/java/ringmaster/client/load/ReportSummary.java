package ringmaster.client.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;

/** A report's main figures for a person at a terminal. */
final class ReportSummary {
  private final JsonObject json;
  private final StringBuilder text = new StringBuilder();

  private ReportSummary(JsonObject json) {
    this.json = json;
  }

  static String of(LoadReport report) {
    ReportSummary summary = new ReportSummary(report.toJson());
    summary.players();
    summary.line(
        "command to snapshot  p50 %s ms, p99 %s ms",
        "inputToSnapshotMillis.p50", "inputToSnapshotMillis.p99");
    summary.line(
        "prediction error     untouched p99 %s m, in contact p99 %s m",
        "predictionErrorMeters.untouched.p99", "predictionErrorMeters.contact.p99");
    summary.line(
        "fairness             input margin p01 %s ms, %s %% missed; view delay p50 %s ms,"
            + " %s %% underruns",
        "inputMarginMillis.p01",
        "missedInputsPercent",
        "interpolationDelayMillis.p50",
        "underrunsPercent");
    summary.line(
        "traffic per player   %s B/s down, %s B/s up; lost %s %% down, %s %% up",
        "downBytesPerPlayerSecond",
        "upBytesPerPlayerSecond",
        "datagramsLostPercent.down",
        "datagramsLostPercent.up");
    if (report.server() != null) {
      summary.line(
          "server               tick p50 %s ms, p99 %s ms; publish p99 %s ms; %s overruns",
          "server.tickMillis.p50",
          "server.tickMillis.p99",
          "server.publishMillis.p99",
          "server.tickOverruns");
    }
    return summary.text.toString().stripTrailing();
  }

  private void players() {
    line(
        "players              %s of %s joined; snapshots per second: least %s, median %s",
        "playersJoined", "playersRequested", "snapshotHz.min", "snapshotHz.p50");
  }

  private void line(String format, String... paths) {
    Object[] values = new Object[paths.length];
    for (int i = 0; i < paths.length; i++) {
      values[i] = figure(paths[i]);
    }
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  /** Three significant digits are what a glance can take. */
  private String figure(String path) {
    JsonElement element = json;
    for (String name : path.split("\\.", -1)) {
      element = element.getAsJsonObject().get(name);
    }
    if (element == null || element.isJsonNull()) {
      return "-";
    }
    double value = element.getAsDouble();
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, value < 100 ? "%.3g" : "%.0f", value);
  }
}
