/**
 * Threads for the matches of games that came in jars, one each. The tick thread waits for them, but
 * not for ever: who does not come back is given up, and costs its own match only.
 */
@NullMarked
package ringmaster.server.guard;

import org.jspecify.annotations.NullMarked;
