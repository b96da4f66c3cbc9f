/**
 * Plays without a person: a client whose commands come from a game's brain. Runs on the thread that
 * drives it, many bots to a thread.
 */
@NullMarked
package ringmaster.client.bot;

import org.jspecify.annotations.NullMarked;
