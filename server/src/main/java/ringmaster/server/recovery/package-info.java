/**
 * Back from the journal: runs the matches of a recorded server again. On whichever thread asks, but
 * for games from jars, which have guards; no socket.
 */
@NullMarked
package ringmaster.server.recovery;

import org.jspecify.annotations.NullMarked;
