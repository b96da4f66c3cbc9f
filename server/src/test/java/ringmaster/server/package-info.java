@NullMarked
package ringmaster.server;

import org.jspecify.annotations.NullMarked;
