/**
 * The project's rules as tests over its own sources and classes: style, which package may see
 * which, and what simulation code may use. To change a rule, change it here, in the commit that
 * needs it.
 */
@NullMarked
package ringmaster.rules;

import org.jspecify.annotations.NullMarked;
