/** Tests of a player's body, and of the games that are made of little else. */
@NullMarked
package ringmaster.shared.body;

import org.jspecify.annotations.NullMarked;
