/**
 * Stays in a match: joins over the control channel, sends a command each tick, takes snapshots and
 * keeps the clock. Runs on whichever thread drives the client, one thread per client. Knows how to
 * play, not what to do: that is a {@link ringmaster.client.connection.Pilot}'s choice.
 */
@NullMarked
package ringmaster.client.connection;

import org.jspecify.annotations.NullMarked;
