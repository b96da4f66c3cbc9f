/**
 * The games that ship, and their brains. A match's tick runs on a pool worker, one match at a time;
 * prediction and brains run in the client. Knows nothing of sessions, sockets or clocks: state and
 * commands in, state out.
 */
@NullMarked
package ringmaster.shared.arena;

import org.jspecify.annotations.NullMarked;
