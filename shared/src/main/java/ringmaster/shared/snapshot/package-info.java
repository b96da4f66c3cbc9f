/**
 * What a player is sent: quantised frames, and the codec that sends of them only what the player is
 * not known to have. Encoding runs on pool workers, decoding on client threads.
 *
 * <p>Each entity is acknowledged by itself: a snapshot that arrived proves every entity in it, and
 * the next change is coded against the newest value proven. So nothing waits for a round trip, and
 * what did not fit one snapshot goes into the next. Events, which have no newest value, are
 * acknowledged by the tick up to which all of them arrived.
 */
@NullMarked
package ringmaster.shared.snapshot;

import org.jspecify.annotations.NullMarked;
