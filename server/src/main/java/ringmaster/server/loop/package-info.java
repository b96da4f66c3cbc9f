/**
 * The tick: time enters the ring as a TICK record, all matches advance by one step, their players
 * are sent what they may see. Runs on the tick thread, which calls the pool's workers.
 */
@NullMarked
package ringmaster.server.loop;

import org.jspecify.annotations.NullMarked;
