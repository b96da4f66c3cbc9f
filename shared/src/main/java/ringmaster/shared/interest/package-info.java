/**
 * What of a match each viewer is sent, and what first: by distance, sight, ownership and how long
 * it has waited. Runs on pool workers between ticks, one viewer at a time.
 */
@NullMarked
package ringmaster.shared.interest;

import org.jspecify.annotations.NullMarked;
