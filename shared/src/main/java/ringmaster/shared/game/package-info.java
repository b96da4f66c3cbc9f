/**
 * The interface a game implements, and the words it shares with the server: entity schema, frames,
 * settings, maps. A game is a pure function of its state and the commands of a tick; it sees no
 * socket, thread or clock. Simulations run on a pool worker, one match at a time.
 */
@NullMarked
package ringmaster.shared.game;

import org.jspecify.annotations.NullMarked;
