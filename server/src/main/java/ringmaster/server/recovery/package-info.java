/**
 * Back from the journal: runs the matches of a recorded server again. On whichever thread asks; no
 * clock, no socket.
 */
@NullMarked
package ringmaster.server.recovery;

import org.jspecify.annotations.NullMarked;
