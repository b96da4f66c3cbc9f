/**
 * What a frame shows of a match: from snapshots, prediction and events to models, beams, particles
 * and labels in space. Runs on the main thread. Knows nothing of graphics libraries.
 */
@NullMarked
package ringmaster.client.scene;

import org.jspecify.annotations.NullMarked;
