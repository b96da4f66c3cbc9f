/**
 * Runs the player's own body ahead of the server, and sets it right when the server says otherwise.
 * Runs on the thread that drives the client. Knows nothing of sockets or of other bodies.
 */
@NullMarked
package ringmaster.client.prediction;

import org.jspecify.annotations.NullMarked;
