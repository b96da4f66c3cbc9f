/** What a player has chosen, and the file that keeps it. Runs on the main thread. */
@NullMarked
package ringmaster.client.settings;

import org.jspecify.annotations.NullMarked;
