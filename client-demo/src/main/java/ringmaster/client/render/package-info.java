/**
 * Draws a scene with OpenGL 3.3: instanced models, one shadow map, particles. Runs on the main
 * thread, which owns the context.
 */
@NullMarked
package ringmaster.client.render;

import org.jspecify.annotations.NullMarked;
