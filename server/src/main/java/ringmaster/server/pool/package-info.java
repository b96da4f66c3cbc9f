/** The workers that step matches and encode snapshots, beside the tick thread that calls them. */
@NullMarked
package ringmaster.server.pool;

import org.jspecify.annotations.NullMarked;
