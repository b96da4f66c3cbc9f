/** What every report says of its own making: the program, the machine, the command. */
@NullMarked
package ringmaster.shared.report;

import org.jspecify.annotations.NullMarked;
