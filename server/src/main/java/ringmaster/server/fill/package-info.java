/**
 * Company for lone players: bots on the server that play through loopback sessions, so that their
 * commands pass the ring and the journal like anybody's. Runs on a thread of its own.
 */
@NullMarked
package ringmaster.server.fill;

import org.jspecify.annotations.NullMarked;
