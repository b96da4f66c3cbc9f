/**
 * The window: its frames, keys, pointer and gamepad, or a frame without any window. Runs on the
 * main thread. Knows nothing of the game.
 */
@NullMarked
package ringmaster.client.window;

import org.jspecify.annotations.NullMarked;
