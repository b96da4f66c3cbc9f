/**
 * Puts the server together: the one place that sees all of its packages, its clock and its seed.
 */
@NullMarked
package ringmaster.server;

import org.jspecify.annotations.NullMarked;
