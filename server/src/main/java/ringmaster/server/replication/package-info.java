/**
 * Out to the players: frames of each match, what each viewer has, budgets, the snapshots
 * themselves. Runs on pool workers between ticks, one viewer at a time.
 */
@NullMarked
package ringmaster.server.replication;

import org.jspecify.annotations.NullMarked;
