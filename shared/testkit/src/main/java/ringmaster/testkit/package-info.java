/**
 * What an author of a game tests it with.
 */
@NullMarked
package ringmaster.testkit;

import org.jspecify.annotations.NullMarked;
