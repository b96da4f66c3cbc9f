@NullMarked
package ringmaster.shared.physics;

import org.jspecify.annotations.NullMarked;
