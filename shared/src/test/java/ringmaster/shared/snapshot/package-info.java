@NullMarked
package ringmaster.shared.snapshot;

import org.jspecify.annotations.NullMarked;
