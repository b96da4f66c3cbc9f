@NullMarked
package ringmaster.shared.game;

import org.jspecify.annotations.NullMarked;
