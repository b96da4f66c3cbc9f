/** Tests of the scenes. */
@NullMarked
package ringmaster.shared.scene;

import org.jspecify.annotations.NullMarked;
