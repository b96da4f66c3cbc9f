/**
 * Makes sounds: synthesised once by program, played by OpenAL where they happen; silent where there
 * is no device. Runs on the main thread.
 */
@NullMarked
package ringmaster.client.audio;

import org.jspecify.annotations.NullMarked;
