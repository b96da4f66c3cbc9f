/** Duty cycles: what a thread does, apart from the thread that does it. */
@NullMarked
package ringmaster.shared.agent;

import org.jspecify.annotations.NullMarked;
