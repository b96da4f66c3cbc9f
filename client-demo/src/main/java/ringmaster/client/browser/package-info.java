/**
 * Which servers there are: on this network, played before, marked, or typed. Asks each of them, on
 * a thread of its own.
 */
@NullMarked
package ringmaster.client.browser;

import org.jspecify.annotations.NullMarked;
