@NullMarked
package ringmaster.testkit;

import org.jspecify.annotations.NullMarked;
