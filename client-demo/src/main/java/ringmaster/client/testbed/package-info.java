/**
 * Shows scenes of rigid bodies as the physics engine sees them, flat and to scale, to step through
 * and to pull at. Runs on the main thread, which steps the world too; the world knows nothing of
 * it.
 */
@NullMarked
package ringmaster.client.testbed;

import org.jspecify.annotations.NullMarked;
