/**
 * Shows everybody else a little in the past, between two snapshots that have arrived. Runs on the
 * thread that drives the client.
 */
@NullMarked
package ringmaster.client.interpolation;

import org.jspecify.annotations.NullMarked;
