/**
 * The project's rules as tests over its own sources and classes: style, and which package may see
 * which. To change a rule, change it here, in the commit that needs it.
 */
@NullMarked
package ringmaster.rules;

import org.jspecify.annotations.NullMarked;
