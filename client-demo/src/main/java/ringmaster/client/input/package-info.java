/** From keys, mouse and gamepad, or a script, to what the player wants. Runs on the main thread. */
@NullMarked
package ringmaster.client.input;

import org.jspecify.annotations.NullMarked;
