/**
 * A bad network on demand: seeded latency, jitter, loss, duplication, reordering and bandwidth
 * between two ends of a datagram path. Runs on the thread of whoever owns the link; knows no clock
 * and no socket.
 */
@NullMarked
package ringmaster.shared.netsim;

import org.jspecify.annotations.NullMarked;
