/**
 * Into the ring: its records, and the publishers that turn what clients say into them. Publishing
 * runs on network threads; the ring is drained by the tick thread and copied by the journal's.
 */
@NullMarked
package ringmaster.server.ingress;

import org.jspecify.annotations.NullMarked;
