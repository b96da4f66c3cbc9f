/** Ticks and clocks. Below the tick loop only ticks exist; a clock is handed in from the root. */
@NullMarked
package ringmaster.shared.time;

import org.jspecify.annotations.NullMarked;
