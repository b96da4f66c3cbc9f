/**
 * Runs the player's own body ahead of the server, with what it pushes, and sets both right when the
 * server says otherwise. Runs on the thread that drives the client. Knows nothing of sockets.
 */
@NullMarked
package ringmaster.client.prediction;

import org.jspecify.annotations.NullMarked;
