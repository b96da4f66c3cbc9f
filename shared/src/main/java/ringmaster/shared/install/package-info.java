/**
 * Games from jars: opens them, tries each game once, and says in one sentence what is wrong. Reads
 * files and class paths, and runs at start only: no part of any simulation.
 */
@NullMarked
package ringmaster.shared.install;

import org.jspecify.annotations.NullMarked;
