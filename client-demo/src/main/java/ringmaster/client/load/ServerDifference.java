package ringmaster.client.load;

import com.google.gson.JsonObject;
import org.HdrHistogram.Histogram;

/** What a server did between two readings of its status. */
record ServerDifference(ServerStatus before, ServerStatus after) {
  /** What grew by how much. */
  double grown(String name) {
    return after.number(name) - before.number(name);
  }

  Histogram recorded(String name) {
    return EncodedHistogram.difference(before.histogram(name), after.histogram(name));
  }

  /** The {@code server} object of a report. */
  JsonObject toJson() {
    double ticks = grown("ticks");
    JsonObject json = new JsonObject();
    json.add("cpuSeconds", Figures.number(grown("cpuSeconds")));
    json.add("ticks", Figures.number(ticks));
    json.add("tickHz", Figures.number(ticks / grown("uptimeSeconds")));
    json.add("tickIntervalMillis", millis("tickIntervalMillis"));
    json.add("tickMillis", millis("tickMillis"));
    json.add("publishMillis", millis("publishMillis"));
    json.add("tickOverruns", Figures.number(grown("tickOverruns")));
    json.add("slips", Figures.number(grown("slips")));
    json.add("bytesAllocatedPerTick", Figures.number(grown("bytesAllocated") / ticks));
    json.add("cipherBytesPerDatagram", Figures.number(after.number("cipherBytesPerDatagram")));
    json.add("gcPauseMillisMax", Figures.number(after.number("gcPauseMillisMax")));
    json.add("matches", Figures.number(after.number("matches")));
    json.add("notDurableMillis", Figures.number(grown("notDurableMillis")));
    return json;
  }

  private JsonObject millis(String name) {
    return Figures.percentiles(
        recorded(name), Figures.NANOS_PER_MILLI, "p50", "p99", "p999", "max");
  }
}
