/** Counters and histograms: written by one thread each, read by any. Counted, never logged. */
@NullMarked
package ringmaster.server.telemetry;

import org.jspecify.annotations.NullMarked;
