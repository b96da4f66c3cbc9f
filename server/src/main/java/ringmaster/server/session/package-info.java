/**
 * Players' stays: who a datagram belongs to, what was sent and acknowledged, names, talk. Written
 * by network threads; the workers that send snapshots read it through single-writer fields.
 */
@NullMarked
package ringmaster.server.session;

import org.jspecify.annotations.NullMarked;
