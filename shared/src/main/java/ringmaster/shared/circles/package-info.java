/**
 * Steps circles between walls: columns of bodies, contacts, ray and circle casts. Runs on a pool
 * worker, one world at a time, and on the client for its own body. Knows nothing of games; the same
 * calls give the same bits on every machine.
 */
@NullMarked
package ringmaster.shared.circles;

import org.jspecify.annotations.NullMarked;
