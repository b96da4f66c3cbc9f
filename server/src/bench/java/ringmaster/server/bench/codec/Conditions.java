package ringmaster.server.bench.codec;

/**
 * What a viewer's snapshots meet on their way.
 *
 * @param hz snapshots per second
 * @param rttMillis to the viewer and back
 * @param lossPercent each way
 */
record Conditions(int hz, int rttMillis, int lossPercent) {}
