/** What server and client must agree on, bit for bit. Runs on whichever thread calls it. */
@NullMarked
package ringmaster.shared;

import org.jspecify.annotations.NullMarked;
