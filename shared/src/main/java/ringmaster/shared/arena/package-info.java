/**
 * The games that ship, and their brains. A match's tick runs on a pool worker, one match at a time;
 * prediction and brains run in the client. Knows nothing of sessions, sockets or clocks: state and
 * commands in, state out.
 *
 * <p>What both games of tanks have is {@link ringmaster.shared.arena.TankArena}, shown in {@link
 * ringmaster.shared.arena.ArenaSlots} and predicted by {@link
 * ringmaster.shared.arena.TankPrediction}; each game's simulation says what is its own.
 */
@NullMarked
package ringmaster.shared.arena;

import org.jspecify.annotations.NullMarked;
