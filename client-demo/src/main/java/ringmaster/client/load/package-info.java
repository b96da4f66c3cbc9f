/**
 * Puts a server under the load of many bots and measures both sides. Each load thread drives its
 * bots and records alone; the command's thread paces, waits and adds up.
 */
@NullMarked
package ringmaster.client.load;

import org.jspecify.annotations.NullMarked;
