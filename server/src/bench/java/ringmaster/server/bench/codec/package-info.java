/**
 * Measures the snapshot codec against others on the same traffic, and trains its models: {@code
 * ./ringmaster bench codec}. A trace of a match is played before viewers behind simulated links;
 * what each is to be shown, and what it has already, is the same for all codecs.
 */
@NullMarked
package ringmaster.server.bench.codec;

import org.jspecify.annotations.NullMarked;
