/** The command line. Puts client and server together, so it alone sees both. */
@NullMarked
package ringmaster.client;

import org.jspecify.annotations.NullMarked;
