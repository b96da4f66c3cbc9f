/**
 * What a player wants for one tick, and how commands travel: packed into a {@code long}, sent again
 * until acknowledged, let through once. Runs on client, network and tick threads.
 */
@NullMarked
package ringmaster.shared.command;

import org.jspecify.annotations.NullMarked;
