/**
 * A server with bots in this process, reached through the real protocol. Starts and stops on the
 * caller's thread.
 */
@NullMarked
package ringmaster.client.practice;

import org.jspecify.annotations.NullMarked;
