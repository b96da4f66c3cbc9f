package ringmaster.server.bench.codec;

import com.google.gson.JsonObject;

/**
 * What a contender took.
 *
 * @param bytesPerSnapshot about entities: without header, events, and what a datagram adds
 * @param encodeNanosPerEntity for each that is shown, changed or not
 * @param decodeNanosPerEntity likewise
 * @param bytesAllocatedPerSnapshot by both sides
 */
record Figures(
    double bytesPerSnapshot,
    double encodeNanosPerEntity,
    double decodeNanosPerEntity,
    double bytesAllocatedPerSnapshot) {

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("bytesPerSnapshot", bytesPerSnapshot);
    json.addProperty("encodeNanosPerEntity", encodeNanosPerEntity);
    json.addProperty("decodeNanosPerEntity", decodeNanosPerEntity);
    json.addProperty("bytesAllocatedPerSnapshot", bytesAllocatedPerSnapshot);
    return json;
  }
}
