@NullMarked
package ringmaster.shared.interest;

import org.jspecify.annotations.NullMarked;
