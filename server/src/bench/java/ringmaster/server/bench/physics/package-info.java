/**
 * Measures the physics against other engines in the same scenes: {@code ./ringmaster bench
 * physics}. Engines are told apart only by how they open a {@code Fleet}; what bodies do in it is
 * judged from their outlines, not from what an engine says of itself.
 */
@NullMarked
package ringmaster.server.bench.physics;

import org.jspecify.annotations.NullMarked;
