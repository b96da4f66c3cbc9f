@NullMarked
package ringmaster.shared.state;

import org.jspecify.annotations.NullMarked;
