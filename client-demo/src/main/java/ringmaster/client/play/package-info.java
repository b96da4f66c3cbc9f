/**
 * The demo client: one loop that polls the window, takes what the network thread knows, and shows
 * it. Runs on the main thread, beside one network thread.
 */
@NullMarked
package ringmaster.client.play;

import org.jspecify.annotations.NullMarked;
