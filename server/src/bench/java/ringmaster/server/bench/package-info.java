/** Measures the server by itself, without a network: {@code ./ringmaster bench}. */
@NullMarked
package ringmaster.server.bench;

import org.jspecify.annotations.NullMarked;
