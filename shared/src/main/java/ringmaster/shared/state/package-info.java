/**
 * Match state as bytes: one description of a match's columns serves saving, restoring and hashing.
 * Runs on whichever thread steps or checkpoints the match.
 */
@NullMarked
package ringmaster.shared.state;

import org.jspecify.annotations.NullMarked;
