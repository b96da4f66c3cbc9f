@NullMarked
package ringmaster.shared.arena;

import org.jspecify.annotations.NullMarked;
