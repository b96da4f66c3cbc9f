@NullMarked
package ringmaster.shared.circles;

import org.jspecify.annotations.NullMarked;
