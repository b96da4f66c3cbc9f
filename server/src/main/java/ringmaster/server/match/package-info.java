/**
 * Hosts matches: seats, waiting commands, the game's simulation, the wall around its faults.
 * Stepped on pool workers, one match at a time; everything else happens on the tick thread between
 * ticks.
 */
@NullMarked
package ringmaster.server.match;

import org.jspecify.annotations.NullMarked;
