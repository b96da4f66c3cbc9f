package ringmaster.server.bench.physics;

import com.google.gson.JsonObject;

/**
 * What an engine took for a scene, and how it left it.
 *
 * @param meanMillis of a step of all worlds: CPU time of the thread where one does it all and its
 *     clock is fine enough, else time on the wall
 * @param wallP50Millis of the same on the wall
 * @param bytesPerStep allocated by the calling thread in the second half, when arrays have grown to
 *     what the scene needs
 * @param hash of where everything ended up
 * @param maxPenetrationMeters the deepest overlap in the last quarter, its end included
 * @param endPenetrationMeters the deepest overlap at the end
 * @param kineticEnergyJoules at the end
 */
record Figures(
    double meanMillis,
    double p50Millis,
    double p99Millis,
    double wallP50Millis,
    long bytesPerStep,
    long hash,
    double maxPenetrationMeters,
    double endPenetrationMeters,
    double kineticEnergyJoules) {

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("meanMillis", meanMillis);
    json.addProperty("p50Millis", p50Millis);
    json.addProperty("p99Millis", p99Millis);
    json.addProperty("wallP50Millis", wallP50Millis);
    json.addProperty("bytesPerStep", bytesPerStep);
    json.addProperty("hash", Long.toHexString(hash));
    json.addProperty("maxPenetrationMeters", maxPenetrationMeters);
    json.addProperty("endPenetrationMeters", endPenetrationMeters);
    json.addProperty("kineticEnergy", kineticEnergyJoules);
    return json;
  }
}
