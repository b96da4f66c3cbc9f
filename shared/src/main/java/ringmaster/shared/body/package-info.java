/**
 * A player's body, for games whose players each have one: made and removed, shown in frames, handed
 * to its owner bit for bit, predicted there by the same physics. A game may use these or write its
 * own; the server knows nothing of them.
 */
@NullMarked
package ringmaster.shared.body;

import org.jspecify.annotations.NullMarked;
