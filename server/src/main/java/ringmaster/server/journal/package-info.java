/**
 * Writes down every record of the ring, in order, so that a killed server can go on.
 *
 * <p>Two threads: the agent copies records out of the ring into memory and never touches the disk;
 * the writer frames them and appends them to segments. The tick thread waits for both through a
 * {@link ringmaster.server.journal.JournalBarrier}, never for long. A disk that stalls or fails
 * costs durability, which {@link ringmaster.server.journal.JournalState} says, and nothing else.
 */
@NullMarked
package ringmaster.server.journal;

import org.jspecify.annotations.NullMarked;
