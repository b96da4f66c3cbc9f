/**
 * The envelope of a datagram: who it is from, and that it is fresh. Encryption will sit here. Runs
 * on network threads and on the workers that send snapshots.
 */
@NullMarked
package ringmaster.shared.seal;

import org.jspecify.annotations.NullMarked;
