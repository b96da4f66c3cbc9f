package ringmaster.server.bench.physics;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringmaster.shared.scene.Scene;

/**
 * One scene in several engines.
 *
 * @param figures by engine, in the order they were measured
 */
record Comparison(Scene scene, Map<Engine, Figures> figures) {
  /** The engine that others are compared with, and the same on two threads. */
  static final String OWN = "ringmaster";

  static final String TWO_WORKERS = "twoWorkers";

  Comparison(Scene scene) {
    this(scene, new LinkedHashMap<>());
  }

  private @Nullable Figures of(String engine) {
    for (Map.Entry<Engine, Figures> entry : figures.entrySet()) {
      if (entry.getKey().name().equals(engine)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static boolean isRival(Engine engine) {
    return !(engine instanceof OwnEngine);
  }

  /** Why a time does not count against a rival's, or null if it does. */
  private static @Nullable String objection(Figures own, Figures rival) {
    return own.maxPenetrationMeters() <= rival.maxPenetrationMeters()
        ? null
        : "penetrates %.2f mm, more than %.2f mm"
            .formatted(own.maxPenetrationMeters() * 1e3, rival.maxPenetrationMeters() * 1e3);
  }

  void print(PrintWriter out) {
    out.printf("%s: %s; %,d steps%n", scene.name(), scene.about(), scene.steps());
    out.printf(
        "  %-12s %10s %10s %10s %12s %10s %10s %12s%n",
        "", "mean ms", "p50 ms", "p99 ms", "bytes/step", "max mm", "end mm", "energy J");
    figures.forEach((engine, taken) -> print(engine, taken, out));
    Figures own = of(OWN);
    if (own != null) {
      figures.forEach((engine, taken) -> printTimesFaster(own, engine, taken, out));
    }
  }

  private static void print(Engine engine, Figures taken, PrintWriter out) {
    out.printf(
        "  %-12s %10.3f %10.3f %10.3f %,12d %10.2f %10.2f %12.3g%n",
        engine.name(),
        taken.meanMillis(),
        taken.p50Millis(),
        taken.p99Millis(),
        taken.bytesPerStep(),
        taken.maxPenetrationMeters() * 1e3,
        taken.endPenetrationMeters() * 1e3,
        taken.kineticEnergyJoules());
  }

  private static void printTimesFaster(Figures own, Engine engine, Figures taken, PrintWriter out) {
    String objection = objection(own, taken);
    if (engine.name().equals(TWO_WORKERS)) {
      out.printf("  two workers: %.2f times as fast%n", speedup(own, taken));
    } else if (isRival(engine) && objection == null) {
      out.printf("  %.1f times faster than %s%n", timesFaster(own, taken), engine.name());
    } else if (isRival(engine)) {
      out.printf("  against %s: not counted, %s%n", engine.name(), objection);
    }
  }

  /** By all the time a scene takes: in some the first steps are the dear ones. */
  private static double timesFaster(Figures own, Figures rival) {
    return rival.meanMillis() / own.meanMillis();
  }

  private static double speedup(Figures own, Figures twoWorkers) {
    return own.wallP50Millis() / twoWorkers.wallP50Millis();
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("steps", scene.steps());
    figures.forEach((engine, taken) -> json.add(engine.name(), toJson(engine, taken)));
    Figures own = of(OWN);
    if (own != null) {
      addRatios(own, json);
    }
    return json;
  }

  private JsonObject toJson(Engine engine, Figures taken) {
    JsonObject json = taken.toJson();
    json.add("settings", engine.settings(scene));
    return json;
  }

  private void addRatios(Figures own, JsonObject json) {
    JsonObject timesFaster = new JsonObject();
    JsonObject notCounted = new JsonObject();
    figures.forEach((engine, taken) -> {
      String objection = objection(own, taken);
      if (isRival(engine) && objection == null) {
        timesFaster.addProperty(engine.name(), timesFaster(own, taken));
      } else if (isRival(engine)) {
        timesFaster.add(engine.name(), JsonNull.INSTANCE);
        notCounted.addProperty(engine.name(), objection);
      }
    });
    json.add("timesFasterThan", timesFaster);
    json.add("notCounted", notCounted);
    Figures twoWorkers = of(TWO_WORKERS);
    if (twoWorkers != null) {
      json.addProperty("twoWorkerSpeedup", speedup(own, twoWorkers));
    }
  }
}
