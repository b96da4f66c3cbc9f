/** Deterministic arithmetic and chance. Pure functions and plain state; used by every thread. */
@NullMarked
package ringmaster.shared.math;

import org.jspecify.annotations.NullMarked;
