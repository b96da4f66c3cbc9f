package ringmaster.server.bench;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Ticks without and with a journal, taken in turns.
 *
 * @param load of each of the two servers
 * @param blocksOff measured blocks of ticks without a journal
 * @param blocksOn those with one, each next to the one of the same index
 * @param off all blocks without a journal together
 * @param on all blocks with one
 * @param ringNanosPerCommand what the ring alone costs
 */
record TickComparison(
    TickRig.Load load,
    List<Reading> blocksOff,
    List<Reading> blocksOn,
    Reading off,
    Reading on,
    double ringNanosPerCommand) {

  /**
   * Of the median tick; and of that the median over neighbouring blocks, so that a drift of the
   * machine meets both sides.
   */
  double onPerOff() {
    double[] ratios = new double[blocksOff.size()];
    Arrays.setAll(
        ratios,
        i ->
            blocksOn.get(i).micros(Reading.WHOLE, 50) / blocksOff.get(i).micros(Reading.WHOLE, 50));
    Arrays.sort(ratios);
    return (ratios[ratios.length / 2] + ratios[(ratios.length - 1) / 2]) / 2;
  }

  void print(PrintWriter out) {
    out.printf(
        "%d players in %d matches, %d workers; %,d ticks of each kind%n",
        load.players(), load.matches(), load.workers(), off.ticks());
    out.printf("%-14s %21s %21s%n", "", "journal off", "journal on");
    out.printf("%-14s %10s %10s %10s %10s%n", "us per tick", "p50", "p99", "p50", "p99");
    for (String name : off.nanos().keySet()) {
      out.printf(
          "%-14s %10.1f %10.1f %10.1f %10.1f%n",
          name,
          off.micros(name, 50),
          off.micros(name, 99),
          on.micros(name, 50),
          on.micros(name, 99));
    }
    out.printf("%-14s %10.2f %21.2f%n", "per player", perPlayer(off), perPlayer(on));
    out.printf("%-14s %10d %21d%n", "bytes per tick", bytesPerTick(off), bytesPerTick(on));
    out.printf("journal on / off: %.3f, the median of %d pairs%n", onPerOff(), blocksOff.size());
    out.printf("ring: %.1f ns per command, in and out%n", ringNanosPerCommand);
    out.printf("drain: %.1f ns per command, applied%n", drainNanosPerCommand());
  }

  private double perPlayer(Reading reading) {
    return reading.micros(Reading.WHOLE, 50) / load.players();
  }

  private static long bytesPerTick(Reading reading) {
    return reading.allocatedBytes() / reading.ticks();
  }

  private double drainNanosPerCommand() {
    return off.micros("drain", 50) * 1e3 * off.ticks() / off.commands();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("players", load.players());
    json.addProperty("matches", load.matches());
    json.addProperty("workers", load.workers());
    json.addProperty("ticks", off.ticks());
    json.add("journalOff", toJson(off));
    json.add("journalOn", toJson(on));
    json.addProperty("journalOnPerOff", onPerOff());
    json.addProperty("ringNanosPerCommand", ringNanosPerCommand);
    json.addProperty("drainNanosPerCommand", drainNanosPerCommand());
    return json;
  }

  private JsonObject toJson(Reading reading) {
    JsonObject phases = new JsonObject();
    for (Map.Entry<String, ?> phase : reading.nanos().entrySet()) {
      phases.add(phase.getKey(), percentiles(reading, phase.getKey()));
    }
    JsonObject json = new JsonObject();
    json.add("tickMicros", phases.remove(Reading.WHOLE));
    json.add("phaseMicros", phases);
    json.addProperty("microsPerPlayer", perPlayer(reading));
    json.addProperty("bytesAllocatedPerTick", bytesPerTick(reading));
    return json;
  }

  private static JsonObject percentiles(Reading reading, String name) {
    JsonObject json = new JsonObject();
    json.addProperty("p50", reading.micros(name, 50));
    json.addProperty("p99", reading.micros(name, 99));
    return json;
  }
}
